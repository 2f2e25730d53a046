/** What stands where on a front: the desk's slots first, then the newest fill what is left. Nothing stands twice. */
import type { Teaser } from '../stories/public.ts';

/** What decides where a story stands. Its picture may be unknown: it changes the order within a block, never who stands there. */
export type Placeable = Pick<Teaser, 'id' | 'label'> & { readonly picture?: { readonly ready: boolean } | null };

export interface FrontPlan<Story extends Placeable = Teaser> {
  readonly lead: Story | null;
  readonly second: readonly Story[];
  readonly latest: readonly Story[];
  readonly grid: readonly Story[];
  readonly opinion: readonly Story[];
  /** Sections with enough stories for a block of their own. */
  readonly blocks: readonly SectionBlock<Story>[];
  /** The others, side by side. */
  readonly columns: readonly SectionBlock<Story>[];
}

export interface SectionBlock<Story extends Placeable = Teaser> {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly language: string;
  readonly stories: readonly Story[];
}

export interface FrontFacts<Story extends Placeable = Teaser> {
  /** In the desk's order; the first is the lead. */
  readonly curated: readonly Story[];
  /** Whether the newest fill the slots that the desk left open. */
  readonly fill: boolean;
  /** Public stories, newest first. */
  readonly newest: readonly Story[];
  /** Sections in the order of the navigation, each with its newest. */
  readonly sections: readonly SectionBlock<Story>[];
}

/** A screen's width of each: more, and a front turns into a list. */
export const places = { second: 2, grid: 8, latest: 6, opinion: 3, block: 5, column: 4 } as const;

/** One voice alone is no strip of opinions. */
const leastOfOpinion = 2;

/** Every story that stands on it, some of them twice. */
export function standingOn<Story extends Placeable>({ lead, second, latest, grid, opinion, blocks, columns }: FrontPlan<Story>): Story[] {
  return [...(lead === null ? [] : [lead]), ...second, ...latest, ...grid, ...opinion, ...[...blocks, ...columns].flatMap(({ stories }) => stories)];
}

export function planFront<Story extends Placeable>({ curated, fill, newest, sections }: FrontFacts<Story>): FrontPlan<Story> {
  const used = new Set(curated.map(({ id }) => id));
  const chosen = distinct(curated);
  const rest = fill ? newest.filter(({ id, label }) => !used.has(id) && label === null) : [];
  const wanted = 1 + places.second + (chosen.length > 1 + places.second + 4 ? places.grid : 4);
  const upper = [...chosen, ...rest.slice(0, Math.max(0, wanted - chosen.length))].slice(0, 1 + places.second + places.grid);
  for (const { id } of upper) used.add(id);
  const said = newest.filter(({ id, label }) => label === 'opinion' && !used.has(id));
  const opinion = said.length < leastOfOpinion ? [] : take(said, places.opinion, used);
  const filled = sections.map((section) => ({ ...section, stories: ordered(take(section.stories, places.block, used)) }));
  return {
    lead: upper[0] ?? null,
    second: upper.slice(1, 1 + places.second),
    grid: upper.slice(1 + places.second),
    // A ticker of headlines, on purpose the same stories again: what is new, whatever its weight.
    latest: newest.filter(({ id, label }) => id !== upper[0]?.id && label !== 'sponsored').slice(0, places.latest),
    opinion,
    blocks: filled.filter(({ stories }) => stories.length === places.block),
    columns: filled.filter(({ stories }) => stories.length > 0 && stories.length < places.block).map((block) => ({ ...block, stories: block.stories.slice(0, places.column) })),
  };
}

/** A section's own front: its slots, then what is newest, as a head above the list. */
export function planSection<Story extends Placeable>({ curated, fill, newest }: Pick<FrontFacts<Story>, 'curated' | 'fill' | 'newest'>): Pick<FrontPlan<Story>, 'lead' | 'second' | 'grid' | 'latest'> {
  const chosen = distinct(curated);
  const used = new Set(chosen.map(({ id }) => id));
  const rest = fill || chosen.length === 0 ? newest.filter(({ id }) => !used.has(id)) : [];
  const filling = chosen.length === 0 ? ordered(rest.slice(0, places.second + 1)) : rest;
  const upper = [...chosen, ...filling].slice(0, Math.max(chosen.length, 1 + places.second)).slice(0, 1 + places.second + places.grid);
  return { lead: upper[0] ?? null, second: upper.slice(1, 1 + places.second), grid: upper.slice(1 + places.second), latest: [] };
}

function distinct<Story extends Placeable>(stories: readonly Story[]): Story[] {
  return [...new Map(stories.map((story) => [story.id, story])).values()];
}

/** What is paid for never leads; of the others one with a picture does. */
function ordered<Story extends Placeable>(stories: readonly Story[]): Story[] {
  const rank = ({ label, picture }: Story) => (label === 'sponsored' ? 2 : picture?.ready === true ? 0 : 1);
  const first = stories.toSorted((a, b) => rank(a) - rank(b))[0];
  const others = stories.filter((story) => story !== first).toSorted((a, b) => Number(a.label === 'sponsored') - Number(b.label === 'sponsored'));
  return first === undefined ? [] : [first, ...others];
}

function take<Story extends Placeable>(stories: readonly Story[], most: number, used: Set<string>): Story[] {
  const found = stories.filter(({ id }) => !used.has(id)).slice(0, most);
  for (const { id } of found) used.add(id);
  return found;
}
