/** What people do with the working copy of a story. Publishing is in publishing.ts. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { FieldRefusal, StoryFields } from './fields.ts';
import type { Story } from './store.ts';
import type { StoryContent } from './story.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { sectionsById } from '../sections/sections.ts';
import { withFields } from './fields.ts';
import { stable } from './merge.ts';
import { concernsPictures, tellPictures } from './pictures-shown.ts';
import { keepsAfter, keepsBefore, maySee, pictureIds, previewHours } from './rules.ts';
import { insertStory, insertVersion, lastVersion, lockStory, readVersion, updateWorking } from './store.ts';
import { insertPreview } from './desk-store.ts';
import { emptyContent } from './story.ts';
import { hashOf, newSecret } from '../../platform/text/secret.ts';

export interface Written {
  readonly id: string;
  readonly version: number;
}

export type NotThere = Refused<'no-such-story'>;
export type Stale = Refused<'changed-meanwhile'>;

/** A new story, in one section; who writes it sees it even as a freelancer. */
export async function createStory(tools: Tools, { section, ...fields }: StoryFields & { readonly section: string }): Promise<Written | FieldRefusal> {
  const placed = await withFields(tools, emptyContent('', 'de'), { section });
  if (isRefused(placed)) return placed;
  const begun = await asSectionBegins(tools, placed);
  const content = await withFields(tools, begun, { language: begun.language, ...fields });
  if (isRefused(content)) return content;
  const id = newId();
  await insertStory(tools.db, { id, content, now: tools.now, by: tools.by });
  if (pictureIds(content).length > 0) await tellPictures(tools, [id]);
  await tools.record({ act: 'story.create', subject: `story:${id}`, detail: { version: 1 } });
  await tools.announce({ event: 'story.created', facts: { id, by: tools.by.id, byName: tools.by.name } });
  return { id, version: 1 };
}

/** A section gives its stories their language, and perhaps a label. */
async function asSectionBegins(tools: Tools, content: StoryContent): Promise<StoryContent> {
  const section = (await sectionsById(tools.db, [content.section])).get(content.section);
  return section === undefined ? content : { ...content, language: section.language, label: section.defaults.label ?? null };
}

export interface Save {
  readonly id: string;
  /** The working version that the change was made on; null only for the house itself. */
  readonly expected: number | null;
  readonly fields: StoryFields;
  readonly reason: 'save' | 'autosave';
  readonly embargoUntil?: Date | null;
  readonly assigned?: readonly string[];
}

/** Changes the working copy only; readers see nothing of it. */
export async function saveStory(tools: Tools, save: Save): Promise<Written | NotThere | Stale | FieldRefusal> {
  const story = await storyToChange(tools, save.id);
  if (isRefused(story)) return story;
  if (save.expected !== null && save.expected !== story.working_version) return refuse('changed-meanwhile', { version: story.working_version });
  const content = await withFields(tools, story.working, save.fields);
  if (isRefused(content)) return content;
  return writeWorking(tools, { story, content, save });
}

async function writeWorking(tools: Tools, { story, content, save }: { story: Story; content: StoryContent; save: Save }): Promise<Written> {
  const last = await lastVersion(tools.db, story.id);
  const facts = { workingVersion: story.working_version, lastVersion: last, changedBy: story.changed_by };
  const asBefore = stable(content) === stable(story.working) && save.embargoUntil === undefined && save.assigned === undefined;
  if (asBefore && save.reason === 'autosave') return { id: story.id, version: story.working_version };
  if (!asBefore && keepsBefore(facts, tools.by.id)) {
    await insertVersion(tools.db, { story, content: story.working, workingVersion: story.working_version, reason: 'author', now: tools.now, by: { id: story.changed_by, name: story.changed_by_name } });
  }
  const version = asBefore ? story.working_version : await updateWorking(tools.db, { story, content, now: tools.now, by: tools.by, ...(save.embargoUntil !== undefined && { embargoUntil: save.embargoUntil }), ...(save.assigned !== undefined && { assigned: save.assigned }) });
  if (concernsPictures(story.working, content)) await tellPictures(tools, [story.id]);
  if (keepsAfter(facts, save.reason, tools.now) && !(asBefore && last?.workingVersion === version)) {
    await insertVersion(tools.db, { story, content, workingVersion: version, reason: save.reason, now: tools.now, by: tools.by });
  }
  // Autosave is no act of anybody: the log would drown in it. What was saved is in the versions.
  if (save.reason === 'save') await tools.record({ act: 'story.save', subject: `story:${story.id}`, detail: { version } });
  if (!asBefore) await tools.announce({ event: 'story.saved', facts: { id: story.id, version, by: tools.by.id, byName: tools.by.name } });
  return { id: story.id, version };
}

/** An older version becomes the working copy; what was there is kept as a version before. */
export async function restoreVersion(tools: Tools, { id, number, expected }: { id: string; number: number; expected: number | null }): Promise<Written | NotThere | Stale | Refused<'no-such-version' | 'sealed'>> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  if (expected !== null && expected !== story.working_version) return refuse('changed-meanwhile', { version: story.working_version });
  const version = await readVersion(tools.db, id, number);
  if (version === null) return refuse('no-such-version');
  if (version.sealed) return refuse('sealed');
  const last = await lastVersion(tools.db, id);
  if (last?.workingVersion !== story.working_version) {
    await insertVersion(tools.db, { story, content: story.working, workingVersion: story.working_version, reason: 'author', now: tools.now, by: { id: story.changed_by, name: story.changed_by_name } });
  }
  const working = await updateWorking(tools.db, { story, content: version.content, now: tools.now, by: tools.by });
  await insertVersion(tools.db, { story, content: version.content, workingVersion: working, reason: 'restore', now: tools.now, by: tools.by });
  await tellPictures(tools, [id]);
  await tools.record({ act: 'story.restore', subject: `story:${id}`, detail: { from: number, version: working } });
  await tools.announce({ event: 'story.saved', facts: { id, version: working, by: tools.by.id, byName: tools.by.name } });
  return { id, version: working };
}

/** A secret address under which anybody may read the working copy until it ends. The secret is told once and kept as its hash. */
export async function sharePreview(tools: Tools, { id, hours = previewHours.default }: { id: string; hours?: number }): Promise<{ secret: string; endsAt: Date } | NotThere> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const secret = newSecret();
  const endsAt = new Date(tools.now.getTime() + Math.min(hours, previewHours.greatest) * 3_600_000);
  await insertPreview(tools.db, { hash: hashOf(secret), storyId: id, endsAt, by: tools.by.id });
  await tools.record({ act: 'story.share', subject: `story:${id}`, detail: { endsAt: endsAt.toISOString() } });
  return { secret, endsAt };
}

/** The story, locked, if this person may see it: to others it is not there. */
export async function storyToChange(tools: Tools, id: string): Promise<Story | NotThere> {
  const story = await lockStory(tools.db, id);
  if (story === null) return refuse('no-such-story');
  return maySee(tools.by, { createdBy: story.created_by, assigned: story.assigned }) ? story : refuse('no-such-story');
}
