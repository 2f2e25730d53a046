/** How a story reaches readers and leaves them. Every way stands in the table of transitions in rules.ts. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { NotThere, Written } from './actions.ts';
import type { NotNow, Publishing } from './making-public.ts';
import type { Story } from './store.ts';
import type { TransitionName } from './rules.ts';
import { isRefused } from '../../platform/result.ts';
import { sectionChains } from '../sections/sections.ts';
import { storyToChange } from './actions.ts';
import { endPreviews } from './desk-store.ts';
import { lacking, makePublic, mayNot, notScheduled, sectionsOf, tagsOf } from './making-public.ts';
import { tellPictures, whatIsMissing } from './pictures-shown.ts';
import { placeAnew, removePublic } from './public-store.ts';
import { mayGo, transitions } from './rules.ts';
import { factsOf, insertVersion, lastVersion, moveStory, readVersion, updateWorking } from './store.ts';

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
  if (!later) return makeOnePublic(tools, { story, significant, act: 'story.publish' });
  return schedule(tools, { story, at, significant });
}

/** A withdrawn story comes back, as its working copy stands. */
export async function republishStory(tools: Tools, { id, significant = false }: { id: string; significant?: boolean }): Promise<Written | PublishRefusal> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const refused = await refusal(tools, { story, name: 'republish', at: tools.now });
  return refused ?? makeOnePublic(tools, { story, significant, act: 'story.republish' });
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
  await tellPictures(tools, [story.id]);
  const content = shown?.content ?? story.working;
  const chains = await sectionChains(tools.db, sectionsOf(content));
  await tools.announce({ event: 'story.withdrawn', facts: { id: story.id, by: tools.by.id }, tags: tagsOf(story.id, [content], chains) });
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
  await tellPictures(tools, [id]);
  await tools.record({ act: 'story.discard', subject: `story:${id}`, detail: { version } });
  await tools.announce({ event: 'story.discarded', facts: { id, version, by: tools.by.id, byName: tools.by.name } });
  return { id, version };
}

/** A section has moved: its stories stand in the lists of what is above it now. */
export async function followSection(tools: Tools, id: string): Promise<void> {
  const changed = await placeAnew(tools.db, id);
  if (changed.length > 0) await tools.announce({ event: 'stories.placed', facts: { section: id }, tags: ['front', 'latest', ...changed.map((one) => `section:${one}`)] });
}

async function refusal(tools: Tools, { story, name, at }: { story: Story; name: TransitionName; at: Date }): Promise<ReturnType<typeof mayNot> | ReturnType<typeof lacking>> {
  return mayNot(story, name, at) ?? lacking(await whatIsMissing(tools.db, { story, content: story.working, by: tools.by }));
}

/** As its working copy stands. */
async function makeOnePublic(tools: Tools, { story, significant, act }: Pick<Publishing, 'story' | 'significant' | 'act'>): Promise<Written> {
  await makePublic(tools, [{ story, content: story.working, workingVersion: story.working_version, significant, act }]);
  return { id: story.id, version: story.working_version };
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
