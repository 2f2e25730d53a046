/** The page of a public story, and what is left of one that was withdrawn. */
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { storyDiscussion, threadTags } from '../comments/comments.ts';
import type { DiscussionPart } from '../comments/views/discussion.tsx';
import { breadcrumbs, drawnFor, newsArticle, storySocial } from '../reach/reach.ts';
import { elementEnds, elementTags } from '../stories/elements/elements.ts';
import type { PublicStory, Teaser } from '../stories/stories.ts';
import { followOn, publicStory } from '../stories/stories.ts';
import { answer, moved, teaserTags } from './answer.tsx';
import { changesBy, discussionPart } from './load-discussion.tsx';
import type { View } from './frame.tsx';
import { readingOf } from './frame.tsx';
import type { Ground } from './load-site.ts';
import { loadGround } from './load-site.ts';
import { gonePage } from './notice-pages.tsx';
import { StoryView } from './story.tsx';

/** The id decides; any other spelling of the address leads to the right one. Null: there is no such story for readers. */
export async function storyPage(house: House, id: string, { path, now }: PageRequest): Promise<Page | null> {
  const story = await publicStory(house.db, id);
  if (story === null) return null;
  if ('gone' in story) return gonePage(house, { id, now, ...story.gone });
  if (story.url !== path) return moved(story.url, [`story:${id}`, 'sections']);
  const [ground, next, talk, drawn] = await Promise.all([loadGround(house, story.language), followOn(house.db, story), storyDiscussion(house.db, id), drawnFor(house.db, story)]);
  const discussion = talk === null ? null : discussionPart(ground, talk, now);
  return answer({
    site: ground.site, view: storyView({ story, ground, drawn, now }), content: storyContent({ story, next, ground, now, discussion }), tags: [...storyTags(story, next), ...threadTags(id)],
    ...(discussion === null ? {} : changesBy(discussion)),
    pictures: [...story.pictures.values(), next?.picture ?? null], ends: elementEnds(story.content.body, story.things),
  });
}

export interface StoryFacts {
  readonly story: PublicStory;
  readonly ground: Ground;
  readonly now: Date;
}

export function storyContent({ story, next, ground: { site }, now, discussion = null }: StoryFacts & { readonly next: Teaser | null; readonly discussion?: DiscussionPart | null }) {
  return <StoryView story={story} followOn={next} reading={readingOf(site, story.language, now)} origin={site.origin} discussion={discussion} />;
}

export function storyView({ story, ground: { site, publisher }, drawn = null, now }: StoryFacts & { readonly drawn?: string | null }): View {
  const { content, translations } = story;
  const every = translations.length === 0 ? [] : [{ language: story.language, url: story.url }, ...translations];
  return {
    language: story.language, now, path: story.url, canonical: content.canonical,
    title: content.searchTitle === '' ? content.headline : content.searchTitle,
    description: content.searchDescription === '' ? content.lead : content.searchDescription,
    alternates: every.map(({ language, url }) => ({ language, url: site.origin + url })),
    social: storySocial(story, publisher, drawn), facts: [newsArticle(story, publisher), breadcrumbs(story.sections, publisher)],
    within: story.sections.map(({ id }) => id),
  };
}

function storyTags(story: PublicStory, next: Teaser | null): string[] {
  const named = [...story.authors.map(({ id }) => `author:${id}`), ...story.credits.map(({ id }) => `agency:${id}`), ...story.topics.map(({ id }) => `topic:${id}`)];
  // What the editor chose stays; everything else that follows may be outdone by the section's next story.
  const outdone = next !== null && next.id === story.content.continues ? [] : [`section:${story.section.id}`];
  return [
    `story:${story.id}`, ...(story.content.continues === null ? [] : [`story:${story.content.continues}`]), `translations:${story.content.translationGroup ?? story.id}`, ...named, ...outdone,
    ...[...story.pictures.keys()].map((id) => `picture:${id}`), ...elementTags(story.content.body), ...(next === null ? [] : teaserTags([next])),
  ];
}
