/** The front page of a newspaper: one lead, a second tier, then the breadth of the day. Section fronts use its upper part. */
import type { ReactElement } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import type { PictureSummary } from '../pictures/picture.ts';
import type { Teaser } from '../stories/public.ts';
import type { Reading } from '../stories/views/context.ts';
import { TeaserCard } from '../stories/views/teaser.tsx';
import type { FrontPlan, SectionBlock } from './front-plan.ts';

export interface FrontPage {
  readonly plan: FrontPlan;
  readonly name: string;
  readonly reading: Reading;
  /** Faces of those who write opinion, by the author's slug. */
  readonly portraits: ReadonlyMap<string, PictureSummary>;
}

export function FrontView({ plan, name, reading, portraits }: FrontPage): ReactElement {
  return (
    <div className="front wrap">
      <Style of={frontSheet} />
      <h1 className="away">{reading.t('front-heading', { name })}</h1>
      <Top plan={plan} reading={reading} />
      {plan.opinion.length === 0 ? null : <Opinion stories={plan.opinion} reading={reading} portraits={portraits} />}
      {plan.blocks.map((block) => (
        <Block key={block.id} block={block} reading={reading} />
      ))}
      {plan.columns.length === 0 ? null : (
        <div className="columns">
          {plan.columns.map((block) => (
            <Column key={block.id} block={block} reading={reading} />
          ))}
        </div>
      )}
    </div>
  );
}

/** Lead, second tier, the latest; below them the grid. */
export function Top({ plan, reading }: { readonly plan: Pick<FrontPlan, 'lead' | 'second' | 'grid' | 'latest'>; readonly reading: Reading }): ReactElement {
  return (
    <>
      <Style of={topSheet} />
      <div className={plan.latest.length === 0 && plan.second.length === 0 ? 'top top-alone' : 'top'}>
        {plan.lead === null ? null : <TeaserCard story={plan.lead} kind="lead" reading={reading} rank="h2" first />}
        <div className="second">
          {plan.second.map((story, i) => (
            <TeaserCard key={story.id} story={story} kind={i === 0 || plan.latest.length === 0 ? 'card' : 'text'} reading={reading} rank="h2" />
          ))}
          {plan.latest.length === 0 ? null : (
            <section className="latest" aria-labelledby="latest">
              <h2 id="latest">{reading.t('latest')}</h2>
              {plan.latest.map((story) => (
                <TeaserCard key={story.id} story={story} kind="line" reading={reading} />
              ))}
            </section>
          )}
        </div>
      </div>
      {plan.grid.length === 0 ? null : (
        <div className="grid">
          {plan.grid.map((story) => (
            <TeaserCard key={story.id} story={story} kind="card" reading={reading} rank="h2" />
          ))}
        </div>
      )}
    </>
  );
}

function Opinion({ stories, reading, portraits }: Pick<FrontPage, 'reading' | 'portraits'> & { readonly stories: readonly Teaser[] }): ReactElement {
  return (
    <section className="opinions" aria-labelledby="opinions">
      <Style of={opinionsSheet} />
      <h2 id="opinions">{reading.t('opinion')}</h2>
      <div>
        {stories.map((story) => (
          <TeaserCard key={story.id} story={story} kind="opinion" reading={reading} portrait={portraits.get(story.authors[0]?.slug ?? '') ?? null} />
        ))}
      </div>
    </section>
  );
}

/** A section with enough to say: its first story large, four more beside it. */
function Block({ block, reading }: { readonly block: SectionBlock; readonly reading: Reading }): ReactElement {
  const [first, ...others] = block.stories;
  return (
    <section className="block" aria-labelledby={`block-${block.id}`}>
      <BlockName block={block} reading={reading} />
      <div className="block-stories">
        {first === undefined ? null : <TeaserCard story={first} kind="big" reading={reading} />}
        {others.map((story) => (
          <TeaserCard key={story.id} story={story} kind="text" reading={reading} />
        ))}
      </div>
    </section>
  );
}

/** A section with little: one column among others, a picture and headlines. */
function Column({ block, reading }: { readonly block: SectionBlock; readonly reading: Reading }): ReactElement {
  const [first, ...others] = block.stories;
  return (
    <section className="block column" aria-labelledby={`block-${block.id}`}>
      <Style of={columnSheet} />
      <BlockName block={block} reading={reading} />
      {first === undefined ? null : <TeaserCard story={first} kind="card" reading={reading} />}
      {others.map((story) => (
        <TeaserCard key={story.id} story={story} kind="short" reading={reading} />
      ))}
    </section>
  );
}

function BlockName({ block, reading }: { readonly block: SectionBlock; readonly reading: Reading }): ReactElement {
  return (
    <h2 id={`block-${block.id}`} lang={block.language === reading.language ? undefined : block.language}>
      <Style of={blockSheet} />
      <a href={`/${block.path}`}>{block.name}</a>
    </h2>
  );
}

const frontSheet = sheet('front', '.front { padding-top: 1.25rem } @media (min-width: 48rem) { .front { padding-top: 1.75rem } }');

const topSheet = sheet(
  'front-top',
  `
  .top { display: grid; gap: 2rem 2.5rem }
  .second { display: grid; gap: 1.5rem; align-content: start }
  .second > * + * { padding-top: 1.5rem; border-top: 1px solid var(--line) }
  .latest h2 { margin-bottom: .25rem; font: 600 .9375rem/1.3 var(--sans); letter-spacing: 0 }
  .latest .tz + .tz { border-top: 1px solid var(--line) }
  .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.75rem 1.25rem; margin-top: 2.25rem; padding-top: 1.5rem; border-top: 1px solid var(--ink) }
  @media (max-width: 47.99rem) { .tz-lead .tz-picture { margin-inline: -1rem } .grid :is(h2, h3) { font-size: 1.125rem } .grid .tz-deck { font-size: 1rem; hyphens: auto } }
  @media (min-width: 48rem) { .grid { grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 2rem 2.5rem } }
  @media (min-width: 64rem) {
    .top { grid-template-columns: minmax(0, 1fr) 21rem }
    .top-alone { grid-template-columns: minmax(0, 54rem) }
    .second { padding-left: 2.5rem; border-left: 1px solid var(--line); grid-column: 2; margin-left: -1.25rem; padding-left: 1.25rem }
    .grid { overflow: clip; overflow-clip-margin: 8px }
    .grid > .tz + .tz::before { content: ''; position: absolute; inset: 0 auto 0 -1.25rem; border-left: 1px solid var(--line) }
  }
  `,
);

const opinionsSheet = sheet(
  'opinions',
  `
  .opinions { margin-top: 2.75rem; padding: 1.25rem 1.5rem 1.75rem; background: var(--tint) }
  .opinions > h2 { margin-bottom: 1rem; font-size: 1.6rem }
  .opinions > div { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 1.5rem 2.5rem }
  @media (max-width: 47.99rem) { .opinions { margin-inline: -1rem; padding-inline: 1rem } .opinions .tz + .tz { padding-top: 1.5rem; border-top: 1px solid var(--line) } }
  `,
);

const blockSheet = sheet(
  'block',
  `
  .block { margin-top: 2.75rem; border-top: 3px solid var(--ink) }
  .block > h2 { font-size: 1.6rem }
  .block > h2 a { display: block; padding: .65rem 0 .9rem }
  .block > h2 a::after { content: '→'; margin-left: .4em; color: var(--accent); font-family: var(--sans) }
  .block-stories { display: grid; gap: 1.5rem 2.5rem }
  .block-stories .tz + .tz { padding-top: 1.5rem; border-top: 1px solid var(--line) }
  @media (min-width: 48rem) {
    .block-stories { grid-template: auto 1fr / repeat(4, minmax(0, 1fr)) }
    .block-stories .tz-big { grid-area: span 2 / span 2 }
    .block-stories .tz:nth-child(-n + 3) { padding: 0; border: 0 }
  }
  `,
);

const columnSheet = sheet(
  'column',
  `
  .columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 0 2.5rem }
  .column .tz + .tz { margin-top: 1.1rem; padding-top: 1.1rem; border-top: 1px solid var(--line) }
  `,
);
