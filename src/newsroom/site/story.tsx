/** The page of a story: its parts, in the order in which a reader meets them. */
import type { ReactElement, ReactNode } from 'react';
import { Fragment } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import type { DiscussionPart } from '../comments/views/discussion.tsx';
import { StoryDiscussion } from '../comments/views/discussion.tsx';
import type { PublicStory, Teaser } from '../stories/public.ts';
import { Body } from '../stories/views/body.tsx';
import type { Reading } from '../stories/views/context.ts';
import { Figure } from '../stories/views/figure.tsx';
import { CreditLine, Corrections, FollowOn, Share, Topics, Translations } from './story-foot.tsx';
import { Breadcrumb, Byline, Headline } from './story-head.tsx';

export interface StoryPage {
  readonly story: PublicStory;
  readonly followOn: Teaser | null;
  readonly reading: Reading;
  /** Begins every absolute address. */
  readonly origin: string;
  /** Absent from a preview. */
  readonly discussion?: DiscussionPart | null;
}

/** A part that has nothing to show is absent, not an empty box. */
const parts: readonly (readonly [name: string, part: (page: StoryPage) => ReactNode])[] = [
  ['section path', ({ story, reading }) => <Breadcrumb steps={story.sections} reading={reading} />],
  ['headline', (page) => <Headline {...page} />],
  ['byline and stamps', (page) => <Byline {...page} />],
  ['lead picture', leadPicture],
  ['body', ({ story, reading }) => <Body body={story.content.body} pictures={story.pictures} things={story.things} reading={reading} paid={story.label === 'sponsored'} />],
  ['credit line', (page) => <CreditLine {...page} />],
  ['corrections', (page) => <Corrections {...page} />],
  ['topics', (page) => <Topics {...page} />],
  ['translations', (page) => <Translations {...page} />],
  ['share', (page) => <Share {...page} />],
  ['comments', ({ discussion }) => (discussion == null ? null : <StoryDiscussion {...discussion} />)],
  ['follow-on', ({ followOn, reading }) => (followOn === null ? null : <FollowOn story={followOn} reading={reading} />)],
];

export function StoryView(page: StoryPage): ReactElement {
  return (
    <article className="story">
      <Style of={storySheet} />
      {parts.map(([name, part]) => (
        <Fragment key={name}>{part(page)}</Fragment>
      ))}
    </article>
  );
}

function leadPicture({ story, reading }: StoryPage): ReactNode {
  const chosen = story.content.picture;
  const picture = chosen === null ? undefined : story.pictures.get(chosen.id);
  if (chosen === null || picture?.ready !== true) return null;
  return (
    <div className="story-picture">
      <Figure picture={picture} caption={chosen.caption} reading={reading} sizes="(min-width:64rem) 62rem, 100vw" first />
    </div>
  );
}

export const storySheet = sheet(
  'story',
  `
  .story { display: grid; grid-template-columns: 1fr min(100% - 2rem, 42rem) 1fr; padding-top: 1.25rem }
  .story > * { grid-column: 2; margin-top: 1.5rem }
  .story > .crumbs { margin-top: 0 }
  .story > .story-head { margin-top: .75rem }
  .story > .story-picture { grid-column: 1/-1; width: min(100%, 62rem); margin-inline: auto }
  .story > :is(.follow, .cms) { margin-top: 3rem }
  .story-picture figcaption { max-width: 42rem; margin-inline: auto }
  @media (max-width: 47.99rem) { .story-picture figcaption { padding-inline: 1rem } }
  @media (min-width: 48rem) { .story { grid-template-columns: 1fr min(100% - 4rem, 42rem) 1fr; padding-top: 2.25rem } .story > .body, .story > .story-picture { margin-top: 2rem } }
  @media print { .story { display: block } .story > * { margin-top: .8rem } .story > .story-picture { margin-inline: 0 } .story-picture figcaption { margin: 0; padding: .3rem 0 } }
  `,
);
