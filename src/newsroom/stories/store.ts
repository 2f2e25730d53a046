/** Where stories are kept: the working copy and its versions. What readers find is in public-store.ts. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { stable } from './merge.ts';
import { elementUses } from './elements/elements.ts';
import { writeUses } from './uses-store.ts';
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

export async function readStories(db: Db, ids: readonly string[]): Promise<Story[]> {
  return ids.length === 0 ? [] : db.selectFrom('stories').selectAll().where('id', 'in', [...ids]).execute();
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
  await writeUses(tx, [{ id, content }], 'working');
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
  if (stable(elementUses(content.body)) !== stable(elementUses(story.working.body))) await writeUses(tx, [{ id: story.id, content }], 'working');
  return version;
}

export type Move = Partial<Pick<Story, 'phase' | 'standing' | 'note' | 'scheduled_at' | 'scheduled_significant' | 'scheduled_by' | 'scheduled_version' | 'scheduled_working_version' | 'public_version' | 'published_working_version' | 'first_published_at' | 'sense_changed_at' | 'published_at' | 'withdrawn_at' | 'withdrawn_notice'>>;

export async function moveStory(tx: Tx, id: string, move: Move): Promise<void> {
  await tx.updateTable('stories').set(move).where('id', '=', id).execute();
}

export interface NowPublic {
  readonly id: string;
  readonly version: number;
  readonly workingVersion: number;
  readonly first: Date;
  readonly sense: Date | null;
}

/** These stories are public now, whatever they were: nothing is scheduled or withdrawn any more. */
export async function movePublic(tx: Tx, stories: readonly NowPublic[], { to, now }: { to: Move; now: Date }): Promise<void> {
  await tx.updateTable('stories').from(
    sql<{ id: string; version: number; working: number; first: Date; sense: Date | null }>`(values ${sql.join(stories.map(({ id, version, workingVersion, first, sense }) =>
      sql`(${id}::text, ${version}::int, ${workingVersion}::int, ${first}::timestamptz, ${sense}::timestamptz)`))})`.as<'shown'>(sql`shown (id, version, working, first, sense)`),
  ).set((row) => ({
    ...to, note: '', public_version: row.ref('shown.version'), published_working_version: row.ref('shown.working'), first_published_at: row.ref('shown.first'),
    sense_changed_at: row.ref('shown.sense'), published_at: now, withdrawn_at: null, withdrawn_notice: null,
  })).whereRef('stories.id', '=', 'shown.id').execute();
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
export async function insertVersion(tx: Tx, version: NewVersion): Promise<number> {
  return (await insertVersions(tx, [version])).get(version.story.id)!;
}

/** The same for several stories at once, one version of each; the numbers by story. */
export async function insertVersions(tx: Tx, versions: readonly NewVersion[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ story_id: string; number: number }>`
    insert into story_versions (story_id, number, content, reason, at, by_id, by_name, working_version)
    select new.story_id, coalesce((select max(number) from story_versions as old where old.story_id = new.story_id), 0) + 1, new.content, new.reason, new.at, new.by_id, new.by_name, new.working_version
    from (values ${sql.join(versions.map(({ story, content, workingVersion, reason, now, by }) =>
      sql`(${story.id}::text, ${JSON.stringify(content)}::jsonb, ${reason}::text, ${now}::timestamptz, ${by.id}::text, ${by.name}::text, ${workingVersion}::int)`))}
    ) as new (story_id, content, reason, at, by_id, by_name, working_version)
    returning story_id, number`.execute(tx);
  return new Map(rows.map((row) => [row.story_id, row.number]));
}

export async function lastVersion(db: Db, storyId: string): Promise<{ number: number; workingVersion: number; at: Date } | null> {
  const row = await db.selectFrom('story_versions').select(['number', 'working_version', 'at']).where('story_id', '=', storyId).orderBy('number', 'desc').limit(1).executeTakeFirst();
  return row === undefined ? null : { number: row.number, workingVersion: row.working_version, at: row.at };
}

export async function readVersion(db: Db, storyId: string, number: number) {
  return (await db.selectFrom('story_versions').selectAll().where('story_id', '=', storyId).where('number', '=', number).executeTakeFirst()) ?? null;
}

/** Versions of several stories, one of each, by story. */
export async function readVersions(db: Db, wanted: readonly { readonly id: string; readonly number: number }[]) {
  if (wanted.length === 0) return new Map<string, never>();
  const rows = await db.selectFrom('story_versions').selectAll()
    .where(sql<boolean>`(story_id, number) in (select * from unnest(${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ number }) => number)}::int[]))`).execute();
  return new Map(rows.map((row) => [row.story_id, row]));
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
 * Stories that are due, locked for this transaction; those that another process holds are passed over, and those to
 * leave alone. Guarded: who publishes one moves it out of the phase, so that it is published once.
 */
export async function lockDueStories(tx: Tx, now: Date, { most, except }: { most: number; except: readonly string[] }): Promise<Story[]> {
  return tx.selectFrom('stories').selectAll().where('phase', '=', 'scheduled').where('scheduled_at', '<=', now).where('id', '<>', sql<string>`all(${[...except]}::text[])`)
    .orderBy('scheduled_at').orderBy('id').limit(most).forUpdate().skipLocked().execute();
}

/** When the next of them is due. */
export async function nextDue(db: Db, except: readonly string[]): Promise<Date | null> {
  const row = await db.selectFrom('stories').select('scheduled_at').where('phase', '=', 'scheduled').where('id', '<>', sql<string>`all(${[...except]}::text[])`).orderBy('scheduled_at').limit(1).executeTakeFirst();
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
