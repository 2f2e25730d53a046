/** The step before readers: whether a story may take it, and what taking it writes. For one story or for many at once. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { Story } from './store.ts';
import type { StoryContent } from './story.ts';
import type { Missing, TransitionName } from './rules.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { authorsById } from '../authors/authors.ts';
import type { Section } from '../sections/sections.ts';
import { sectionChains } from '../sections/sections.ts';
import { slugOf } from './address.ts';
import { tellPictures } from './pictures-shown.ts';
import { holdSections, writePublic } from './public-store.ts';
import { clocksAfter, mayGo, mayPublishAt, transitions } from './rules.ts';
import { factsOf, insertVersions, movePublic, readVersions } from './store.ts';

export type NotNow = Refused<'not-now'>;

/** By what state it is in, and by its embargo. */
export function mayNot(story: Story, name: TransitionName, at: Date): NotNow | Refused<'embargoed'> | null {
  const may = mayGo(factsOf(story), name);
  if (isRefused(may)) return may;
  const lifted = mayPublishAt(factsOf(story), at);
  return isRefused(lifted) ? lifted : null;
}

/** By what it lacks. */
export function lacking(missing: readonly Missing[]): Refused<'missing-to-publish'> | null {
  return missing.length === 0 ? null : refuse('missing-to-publish', { missing });
}

export interface Publishing {
  readonly story: Story;
  readonly content: StoryContent;
  readonly workingVersion: number;
  readonly significant: boolean;
  readonly act: 'story.publish' | 'story.republish';
}

/** However many they are, in the same few sentences to the database. */
export async function makePublic(tools: Tools, publishing: readonly Publishing[]): Promise<void> {
  if (publishing.length === 0) return;
  const { db, now, by } = tools;
  const stories = publishing.map((one) => ({
    ...one, id: one.story.id, content: { ...one.content, slug: slugOf(one.content) },
    clocks: clocksAfter({ firstPublishedAt: one.story.first_published_at, senseChangedAt: one.story.sense_changed_at }, one.significant, now),
  }));
  await holdSections(db, stories.flatMap(({ content }) => sectionsOf(content)));
  const before = await readVersions(db, stories.flatMap(({ id, story }) => (story.public_version === null ? [] : [{ id, number: story.public_version }])));
  const chains = await sectionChains(db, [...stories, ...before.values()].flatMap(({ content }) => sectionsOf(content)));
  const authors = await authorsById(db, stories.flatMap(({ content }) => content.authors));
  const numbers = await insertVersions(db, stories.map(({ story, content, workingVersion }) => ({ story, content, workingVersion, reason: 'publish', now, by })));
  await writePublic(db, stories.map(({ id, content, clocks }) => ({
    id, content, version: numbers.get(id)!, published: clocks.first, updated: clocks.sense, now,
    places: placesOf(content, chains), names: content.authors.flatMap((author) => authors.get(author)?.name ?? []),
  })));
  await movePublic(db, stories.map(({ id, workingVersion, clocks }) => ({ id, version: numbers.get(id)!, workingVersion, ...clocks })), { to: { ...transitions.publish.to, ...notScheduled }, now });
  await tellPictures(tools, stories.map(({ id }) => id));
  for (const { id, story, content, significant, act } of stories) {
    const version = numbers.get(id)!;
    const shown = before.get(id);
    await tools.record({ act, subject: `story:${id}`, detail: { version, significant, ...(shown !== undefined && { after: shown.number }) } });
    await tools.announce({
      event: story.first_published_at === null ? 'story.published' : 'story.updated', facts: { id, version, by: by.id, significant },
      tags: tagsOf(id, shown === undefined || shown.sealed ? [content] : [shown.content, content], chains),
    });
  }
}

type Chains = ReadonlyMap<string, readonly Pick<Section, 'id'>[]>;

export function sectionsOf({ section, furtherSections }: Partial<StoryContent>): string[] {
  return [...(section === undefined ? [] : [section]), ...(furtherSections ?? [])];
}

/** Its sections and all above them, its topics, its authors, its agencies. */
function placesOf(content: StoryContent, chains: Chains) {
  const sections = new Set(sectionsOf(content).flatMap((id) => (chains.get(id) ?? []).map((section) => section.id)));
  return [
    ...[...sections].map((id) => ({ kind: 'section' as const, id })),
    ...content.topics.map((id) => ({ kind: 'topic' as const, id })),
    ...content.authors.map((id) => ({ kind: 'author' as const, id })),
    ...content.credits.map((id) => ({ kind: 'agency' as const, id })),
  ];
}

/** Every page on which the story stands, or stood before this change. */
export function tagsOf(id: string, contents: readonly StoryContent[], chains: Chains): string[] {
  const tags = new Set(['front', 'latest', `story:${id}`]);
  for (const content of contents) {
    for (const place of placesOf(content, chains)) tags.add(`${place.kind}:${place.id}`);
    if (content.continues !== null) tags.add(`story:${content.continues}`);
    tags.add(`translations:${content.translationGroup ?? id}`);
  }
  return [...tags];
}

export const notScheduled = { scheduled_at: null, scheduled_by: null, scheduled_significant: false, scheduled_version: null, scheduled_working_version: null };
