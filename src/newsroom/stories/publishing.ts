/** How a story reaches readers and leaves them. Every way stands in the table of transitions in rules.ts. */
import type { House, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { NotThere, Written } from './actions.ts';
import type { Story } from './store.ts';
import type { StoryContent } from './story.ts';
import type { Missing, TransitionName } from './rules.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { authorsById } from '../authors/authors.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { sectionChain } from '../sections/sections.ts';
import { storyToChange } from './actions.ts';
import { endPreviews } from './desk-store.ts';
import { holdSections, placeAnew, removePublic, writePublic } from './public-store.ts';
import { clocksAfter, mayGo, mayPublishAt, missingToPublish, pictureIds, transitions } from './rules.ts';
import { factsOf, insertVersion, lastVersion, lockDueStory, moveStory, nextDue, readVersion, updateWorking } from './store.ts';
import { slugOf } from './address.ts';
import type { Values } from '../../platform/words/translate.ts';
import { interfaceLanguage, translator } from '../../platform/words/translate.ts';
import { words } from './words.ts';

export type NotNow = Refused<'not-now'>;
export type PublishRefusal = NotThere | NotNow | Refused<'embargoed'> | Refused<'missing-to-publish'>;

/** Hands a story over to those who publish. */
export async function submitStory(tools: Tools, { id, note = '' }: { id: string; note?: string }): Promise<Written | NotThere | NotNow> {
  return go(tools, { id, name: 'submit', event: 'story.submitted', change: () => ({ note }), keeps: 'hand-over' });
}

/** Gives it back to its writer, with a note that says why. */
export async function returnStory(tools: Tools, { id, note }: { id: string; note: string }): Promise<Written | NotThere | NotNow> {
  return go(tools, { id, name: 'return', event: 'story.returned', change: () => ({ note }), keeps: 'hand-over' });
}

export async function unscheduleStory(tools: Tools, { id }: { id: string }): Promise<Written | NotThere | NotNow> {
  return go(tools, { id, name: 'unschedule', event: 'story.unscheduled', change: () => notScheduled });
}

/** Makes the working copy public, now or at a time. */
export async function publishStory(tools: Tools, { id, at, significant = false }: { id: string; at?: Date; significant?: boolean }): Promise<Written | PublishRefusal> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const later = at !== undefined && at > tools.now;
  const refused = await refusal(tools, { story, name: later ? 'schedule' : 'publish', at: later ? at : tools.now });
  if (refused !== null) return refused;
  if (!later) return makePublic(tools, { story, content: story.working, workingVersion: story.working_version, significant, act: 'story.publish' });
  return schedule(tools, { story, at, significant });
}

/** A withdrawn story comes back, as its working copy stands. */
export async function republishStory(tools: Tools, { id, significant = false }: { id: string; significant?: boolean }): Promise<Written | PublishRefusal> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const refused = await refusal(tools, { story, name: 'republish', at: tools.now });
  return refused ?? makePublic(tools, { story, content: story.working, workingVersion: story.working_version, significant, act: 'story.republish' });
}

/** Takes a story from readers. The reason stays inside (in the log of acts); the notice is what its address says. */
export async function withdrawStory(tools: Tools, { id, reason, notice }: { id: string; reason: string; notice?: string | null }): Promise<Written | NotThere | NotNow> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const may = mayGo(factsOf(story), 'withdraw');
  if (isRefused(may)) return may;
  await leaveReaders(tools, { story, notice: notice ?? null });
  await tools.record({ act: 'story.withdraw', subject: `story:${id}`, detail: { reason, version: story.public_version } });
  return { id, version: story.working_version };
}

/** Takes a public story from every page, feed and cache, whoever had to decide it. */
export async function leaveReaders(tools: Tools, { story, notice }: { story: Story; notice: string | null }): Promise<void> {
  const shown = await readVersion(tools.db, story.id, story.public_version ?? 0);
  await removePublic(tools.db, story.id);
  await endPreviews(tools.db, story.id);
  await moveStory(tools.db, story.id, { ...transitions.withdraw.to, ...notScheduled, withdrawn_at: tools.now, withdrawn_notice: notice });
  await tools.announce({ event: 'story.withdrawn', facts: { id: story.id, by: tools.by.id }, tags: await tagsOf(tools, story.id, [shown?.content ?? story.working]) });
}

/** The working copy goes back to what readers see; a story that nobody has seen goes altogether, but for its versions. */
export async function discardDraft(tools: Tools, { id }: { id: string }): Promise<Written | NotThere | NotNow> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const may = mayGo(factsOf(story), 'discard');
  if (isRefused(may)) return may;
  await keepWorking(tools, story, 'discard');
  let version = story.working_version;
  if (story.standing === 'unpublished') {
    await endPreviews(tools.db, id);
    await moveStory(tools.db, id, { ...transitions.discard.to, standing: 'discarded' });
  } else {
    const shown = await readVersion(tools.db, id, story.public_version ?? 0);
    version = await updateWorking(tools.db, { story, content: shown!.content, now: tools.now, by: tools.by });
    await moveStory(tools.db, id, { ...transitions.discard.to, published_working_version: version });
  }
  await tools.record({ act: 'story.discard', subject: `story:${id}`, detail: { version } });
  await tools.announce({ event: 'story.discarded', facts: { id, version, by: tools.by.id, byName: tools.by.name } });
  return { id, version };
}

/**
 * Publishes what is due, each story in a transaction of its own, each once whatever process looks.
 * A story that may no longer be published (its picture lost its credit) returns to draft with a note that says so.
 */
export async function publishWhatIsDue(house: House): Promise<Date | null> {
  for (;;) {
    const done = await house.act({ kind: 'program', id: 'clock', name: 'Broadsheet', role: null }, publishNextDue);
    if (!done) return nextDue(house.db);
  }
}

async function publishNextDue(tools: Tools): Promise<boolean> {
  const story = await lockDueStory(tools.db, tools.now);
  if (story === null) return false;
  const version = await readVersion(tools.db, story.id, story.scheduled_version ?? 0);
  const content = version?.content ?? story.working;
  const refused = await refusal(tools, { story, name: 'publish', at: tools.now, content });
  if (refused === null) {
    await makePublic(tools, { story, content, workingVersion: story.scheduled_working_version ?? story.working_version, significant: story.scheduled_significant, act: 'story.publish' });
    return true;
  }
  await moveStory(tools.db, story.id, { phase: 'draft', ...notScheduled, note: whyNot(refused, story.language) });
  await tools.record({ act: 'story.unschedule', subject: `story:${story.id}`, detail: { refused: refused.refused } });
  await tools.announce({ event: 'story.unscheduled', facts: { id: story.id, by: tools.by.id } });
  return true;
}

/** What the desk reads of a story that was to be published by itself and was not, in the story's language. */
function whyNot({ refused, detail }: Refused, language: string): string {
  const t = translator(words, interfaceLanguage(language));
  const missing = (detail?.['missing'] as readonly Missing[] | undefined) ?? [];
  return [t(`refused.${refused}`, detail as Values | undefined), ...missing.map(({ name }) => t(`field.${name}`))].join(' ');
}

/** A section has moved: its stories stand in the lists of what is above it now. */
export async function followSection(tools: Tools, id: string): Promise<void> {
  const changed = await placeAnew(tools.db, id);
  if (changed.length > 0) await tools.announce({ event: 'stories.placed', facts: { section: id }, tags: ['front', 'latest', ...changed.map((one) => `section:${one}`)] });
}

/** What still stands between this working copy and its readers. */
export async function whatIsMissing(tools: Pick<Tools, 'db'>, content: StoryContent): Promise<Missing[]> {
  return missingToPublish(content, await pictureSummaries(tools.db, pictureIds(content)));
}

async function refusal(tools: Tools, { story, name, at, content = story.working }: { story: Story; name: TransitionName; at: Date; content?: StoryContent }): Promise<NotNow | Refused<'embargoed'> | Refused<'missing-to-publish'> | null> {
  const may = mayGo(factsOf(story), name);
  if (isRefused(may)) return may;
  const lifted = mayPublishAt(factsOf(story), at);
  if (isRefused(lifted)) return lifted;
  const missing = await whatIsMissing(tools, content);
  return missing.length === 0 ? null : refuse('missing-to-publish', { missing });
}

async function schedule(tools: Tools, { story, at, significant }: { story: Story; at: Date; significant: boolean }): Promise<Written> {
  const version = await insertVersion(tools.db, { story, content: story.working, workingVersion: story.working_version, reason: 'hand-over', now: tools.now, by: tools.by });
  await moveStory(tools.db, story.id, {
    ...transitions.schedule.to, scheduled_at: at, scheduled_by: tools.by.id, scheduled_significant: significant, scheduled_version: version, scheduled_working_version: story.working_version,
  });
  await tools.record({ act: 'story.schedule', subject: `story:${story.id}`, detail: { at: at.toISOString(), version } });
  await tools.announce({ event: 'story.scheduled', facts: { id: story.id, at: at.toISOString(), by: tools.by.id } });
  return { id: story.id, version: story.working_version };
}

interface Publishing {
  readonly story: Story;
  readonly content: StoryContent;
  readonly workingVersion: number;
  readonly significant: boolean;
  readonly act: 'story.publish' | 'story.republish';
}

async function makePublic(tools: Tools, { story, content: written, workingVersion, significant, act }: Publishing): Promise<Written> {
  const before = story.public_version === null ? null : await readVersion(tools.db, story.id, story.public_version);
  const content = { ...written, slug: slugOf(written) };
  const version = await insertVersion(tools.db, { story, content, workingVersion, reason: 'publish', now: tools.now, by: tools.by });
  const clocks = clocksAfter({ firstPublishedAt: story.first_published_at, senseChangedAt: story.sense_changed_at }, significant, tools.now);
  const authors = await authorsById(tools.db, content.authors);
  await holdSections(tools.db, [content.section, ...content.furtherSections]);
  await writePublic(tools.db, {
    id: story.id, content, version, published: clocks.first, updated: clocks.sense, now: tools.now,
    places: await placesOf(tools, content), names: content.authors.flatMap((id) => authors.get(id)?.name ?? []),
  });
  await moveStory(tools.db, story.id, {
    ...transitions[act === 'story.publish' ? 'publish' : 'republish'].to, ...notScheduled, note: '', public_version: version, published_working_version: workingVersion,
    first_published_at: clocks.first, sense_changed_at: clocks.sense, published_at: tools.now, withdrawn_at: null, withdrawn_notice: null,
  });
  await tools.record({ act, subject: `story:${story.id}`, detail: { version, significant, ...(before !== null && { after: before.number }) } });
  await tools.announce({
    event: story.first_published_at === null ? 'story.published' : 'story.updated', facts: { id: story.id, version, by: tools.by.id, significant },
    tags: await tagsOf(tools, story.id, before === null || before.sealed ? [content] : [before.content, content]),
  });
  return { id: story.id, version: story.working_version };
}

/** Its sections and all above them, its topics, its authors, its agencies. */
async function placesOf(tools: Pick<Tools, 'db'>, content: StoryContent) {
  const sections = new Set<string>();
  for (const id of [content.section, ...content.furtherSections]) for (const section of await sectionChain(tools.db, id)) sections.add(section.id);
  return [
    ...[...sections].map((id) => ({ kind: 'section' as const, id })),
    ...content.topics.map((id) => ({ kind: 'topic' as const, id })),
    ...content.authors.map((id) => ({ kind: 'author' as const, id })),
    ...content.credits.map((id) => ({ kind: 'agency' as const, id })),
  ];
}

/** Every page on which the story stands, or stood before this change. */
async function tagsOf(tools: Pick<Tools, 'db'>, id: string, contents: readonly StoryContent[]): Promise<string[]> {
  const tags = new Set(['front', 'latest', `story:${id}`]);
  for (const content of contents) {
    for (const place of await placesOf(tools, content)) tags.add(`${place.kind}:${place.id}`);
    if (content.continues !== null) tags.add(`story:${content.continues}`);
    tags.add(`translations:${content.translationGroup ?? id}`);
  }
  return [...tags];
}

const notScheduled = { scheduled_at: null, scheduled_by: null, scheduled_significant: false, scheduled_version: null, scheduled_working_version: null };

interface Going {
  readonly id: string;
  readonly name: 'submit' | 'return' | 'unschedule';
  readonly event: string;
  readonly keeps?: 'hand-over';
  change(story: Story): Parameters<typeof moveStory>[2];
}

async function go(tools: Tools, { id, name, event, change, keeps }: Going): Promise<Written | NotThere | NotNow> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const may = mayGo(factsOf(story), name);
  if (isRefused(may)) return may;
  if (keeps !== undefined) await keepWorking(tools, story, keeps);
  await moveStory(tools.db, id, { ...transitions[name].to, ...change(story) });
  await tools.record({ act: `story.${name}`, subject: `story:${id}`, detail: { version: story.working_version } });
  await tools.announce({ event, facts: { id, by: tools.by.id, byName: tools.by.name } });
  return { id, version: story.working_version };
}

async function keepWorking(tools: Tools, story: Story, reason: 'hand-over' | 'discard'): Promise<void> {
  const last = await lastVersion(tools.db, story.id);
  if (last?.workingVersion === story.working_version) return;
  await insertVersion(tools.db, { story, content: story.working, workingVersion: story.working_version, reason, now: tools.now, by: tools.by });
}
