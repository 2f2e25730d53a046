/** Where stories are kept: the working copy and its versions. What readers find is in public-store.ts. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { StoryContent, StoryFacts, VersionReason } from './story.ts';
import type { StoryRow } from './tables.ts';

export type Story = Selectable<StoryRow>;

/** The story, for as long as the transaction lasts ours alone; null where there is none. */
export async function lockStory(tx: Tx, id: string): Promise<Story | null> {
  return (await tx.selectFrom('stories').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function readStory(db: Db, id: string): Promise<Story | null> {
  return (await db.selectFrom('stories').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export function factsOf(story: Story): StoryFacts {
  return {
    id: story.id, phase: story.phase, standing: story.standing, workingVersion: story.working_version,
    publishedWorkingVersion: story.published_working_version, scheduledWorkingVersion: story.scheduled_working_version,
    createdBy: story.created_by, assigned: story.assigned, embargoUntil: story.embargo_until,
    scheduledAt: story.scheduled_at, firstPublishedAt: story.first_published_at,
  };
}

export interface NewStory {
  readonly id: string;
  readonly content: StoryContent;
  readonly now: Date;
  readonly by: { readonly id: string; readonly name: string };
}

export async function insertStory(tx: Tx, { id, content, now, by }: NewStory): Promise<void> {
  await tx.insertInto('stories').values({
    id, working: JSON.stringify(content), section_id: content.section, headline: content.headline, language: content.language,
    created_at: now, created_by: by.id, changed_at: now, changed_by: by.id, changed_by_name: by.name,
  }).execute();
}

export interface WorkingChange {
  readonly story: Story;
  readonly content: StoryContent;
  readonly now: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly embargoUntil?: Date | null;
  readonly assigned?: readonly string[];
}

/** The new working copy; answers its version. */
export async function updateWorking(tx: Tx, { story, content, now, by, embargoUntil, assigned }: WorkingChange): Promise<number> {
  const version = story.working_version + 1;
  await tx.updateTable('stories').set({
    working: JSON.stringify(content), working_version: version, section_id: content.section, headline: content.headline,
    language: content.language, changed_at: now, changed_by: by.id, changed_by_name: by.name,
    ...(embargoUntil !== undefined && { embargo_until: embargoUntil }),
    ...(assigned !== undefined && { assigned: [...assigned] }),
  }).where('id', '=', story.id).execute();
  return version;
}

export type Move = Partial<Pick<Story, 'phase' | 'standing' | 'note' | 'scheduled_at' | 'scheduled_significant' | 'scheduled_by' | 'scheduled_version' | 'scheduled_working_version' | 'public_version' | 'published_working_version' | 'first_published_at' | 'sense_changed_at' | 'published_at' | 'withdrawn_at' | 'withdrawn_notice'>>;

export async function moveStory(tx: Tx, id: string, move: Move): Promise<void> {
  await tx.updateTable('stories').set(move).where('id', '=', id).execute();
}

export interface NewVersion {
  readonly story: Story;
  readonly content: StoryContent;
  readonly workingVersion: number;
  readonly reason: VersionReason;
  readonly now: Date;
  readonly by: { readonly id: string; readonly name: string };
}

/** Keeps a version and answers its number; numbers count up without gaps under the story's lock. */
export async function insertVersion(tx: Tx, { story, content, workingVersion, reason, now, by }: NewVersion): Promise<number> {
  const { number } = await tx.insertInto('story_versions').values((values) => ({
    story_id: story.id,
    number: values.selectFrom('story_versions').select(sql<number>`coalesce(max(number), 0) + 1`.as('next')).where('story_id', '=', story.id),
    content: JSON.stringify(content), reason, at: now, by_id: by.id, by_name: by.name, working_version: workingVersion,
  })).returning('number').executeTakeFirstOrThrow();
  return number;
}

export async function lastVersion(db: Db, storyId: string): Promise<{ number: number; workingVersion: number; at: Date } | null> {
  const row = await db.selectFrom('story_versions').select(['number', 'working_version', 'at']).where('story_id', '=', storyId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : { number: row.number, workingVersion: row.working_version, at: row.at };
}

export async function readVersion(db: Db, storyId: string, number: number) {
  return (await db.selectFrom('story_versions').selectAll().where('story_id', '=', storyId).where('number', '=', number).executeTakeFirst()) ?? null;
}

/** The newest first, without their text. */
export async function listVersions(db: Db, storyId: string) {
  return db.selectFrom('story_versions')
    .select(['number', 'reason', 'at', 'by_id', 'by_name', 'working_version', 'sealed', sql<string>`content->>'headline'`.as('headline')])
    .where('story_id', '=', storyId).orderBy('number', 'desc').limit(500).execute();
}

/** A sealed version keeps its place and loses its content. */
export async function sealVersions(tx: Tx, storyId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length === 0) return;
  await tx.updateTable('story_versions').set({ content: JSON.stringify({}), sealed: true }).where('story_id', '=', storyId).where('number', 'in', [...numbers]).execute();
}

/** Every version that still has its content, with it. */
export async function unsealedVersions(db: Db, storyId: string) {
  return db.selectFrom('story_versions').select(['number', 'content']).where('story_id', '=', storyId).where('sealed', '=', false).orderBy('number').execute();
}

/**
 * The next story that is due, locked for this transaction; one that another process holds is passed over.
 * Guarded: who publishes it moves it out of the phase, so that it is published once.
 */
export async function lockDueStory(tx: Tx, now: Date): Promise<Story | null> {
  return (await tx.selectFrom('stories').selectAll().where('phase', '=', 'scheduled').where('scheduled_at', '<=', now)
    .orderBy('scheduled_at').limit(1).forUpdate().skipLocked().executeTakeFirst()) ?? null;
}

export async function nextDue(db: Db): Promise<Date | null> {
  const row = await db.selectFrom('stories').select('scheduled_at').where('phase', '=', 'scheduled').orderBy('scheduled_at').limit(1).executeTakeFirst();
  return row?.scheduled_at ?? null;
}

/** With all that belongs to them: versions, corrections, previews, what readers find. */
export async function deleteStories(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('stories').where('id', 'in', [...ids]).execute();
}

export async function storyExists(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom('stories').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}

/** The translation group of a story, or null where it has none. */
export async function groupOf(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('stories').select(sql<string | null>`working->>'translationGroup'`.as('group')).where('id', '=', id).executeTakeFirst();
  return row?.group ?? null;
}
