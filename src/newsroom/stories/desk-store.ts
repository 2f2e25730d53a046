/** What the desk reads of stories, and the small things beside them: who is there, previews, corrections. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Phase, Standing } from './story.ts';

export interface LineRow {
  id: string;
  phase: Phase;
  standing: Standing;
  headline: string;
  kicker: string;
  section_id: string;
  language: string;
  changed_at: Date;
  changed_by: string;
  changed_by_name: string;
  created_by: string;
  assigned: string[];
  authors: string[];
  picture: string | null;
  slug: string;
  working_version: number;
  published_working_version: number | null;
  scheduled_working_version: number | null;
  scheduled_at: Date | null;
  embargo_until: Date | null;
  first_published_at: Date | null;
  sense_changed_at: Date | null;
  published_at: Date | null;
}

const lineColumns = [
  'id', 'phase', 'standing', 'headline', 'section_id', 'language', 'changed_at', 'changed_by', 'changed_by_name', 'created_by', 'assigned',
  'working_version', 'published_working_version', 'scheduled_working_version', 'scheduled_at', 'embargo_until', 'first_published_at', 'sense_changed_at', 'published_at',
] as const;

const fromWorking = [
  sql<string>`coalesce(working->>'kicker', '')`.as('kicker'), sql<string[]>`coalesce(working->'authors', '[]')`.as('authors'),
  sql<string | null>`working->'picture'->>'id'`.as('picture'), sql<string>`coalesce(working->>'slug', '')`.as('slug'),
];

export type StateFilter = 'draft' | 'submitted' | 'scheduled' | 'public' | 'withdrawn' | 'discarded';

export interface LineWish {
  readonly state?: StateFilter;
  readonly section?: string;
  readonly author?: string;
  /** Only those that show this, as `gallery:k3f9bcdf`. */
  readonly uses?: string;
  readonly language?: string;
  /** Stories of this person only: written or assigned. */
  readonly of?: string;
  /** Words in the headline or kicker, as typed. */
  readonly words?: string;
  readonly before?: { readonly changedAt: Date; readonly id: string };
  readonly limit: number;
}

/** The newest change first. */
export async function selectLines(db: Db, wish: LineWish): Promise<LineRow[]> {
  let query = db.selectFrom('stories').select([...lineColumns, ...fromWorking]).orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(wish.limit);
  query = wish.state === 'discarded' ? query.where('standing', '=', 'discarded') : query.where('standing', '<>', 'discarded');
  if (wish.state === 'submitted' || wish.state === 'scheduled') query = query.where('phase', '=', wish.state);
  if (wish.state === 'draft') query = query.where('phase', '=', 'draft').where('standing', '=', 'unpublished');
  if (wish.state === 'public' || wish.state === 'withdrawn') query = query.where('standing', '=', wish.state);
  if (wish.section !== undefined) query = query.where('section_id', '=', wish.section);
  if (wish.language !== undefined) query = query.where('language', '=', wish.language);
  if (wish.author !== undefined) query = query.where(sql<boolean>`working->'authors' ? ${wish.author}`);
  const { of, uses, words } = wish;
  if (uses !== undefined) {
    const [kind = '', id = ''] = uses.split(':');
    query = query.where('id', 'in', db.selectFrom('story_uses').select('story_id').where('kind', '=', kind).where('thing_id', '=', id));
  }
  if (of !== undefined) query = query.where((where) => where.or([where('created_by', '=', of), sql<boolean>`assigned @> array[${of}]`]));
  for (const word of (words ?? '').split(/\s+/u).filter(Boolean).slice(0, 8)) query = query.where(sql<boolean>`strpos(lower(headline || ' ' || coalesce(working->>'kicker', '')), lower(${word})) > 0`);
  if (wish.before !== undefined) query = query.where(sql<boolean>`(changed_at, id) < (${wish.before.changedAt}, ${wish.before.id})`);
  return query.execute();
}

export async function selectLinesById(db: Db, ids: readonly string[]): Promise<LineRow[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('stories').select([...lineColumns, ...fromWorking]).where('id', 'in', [...ids]).execute();
}

/** The stories of a translation group, but for this one. */
export async function selectGroup(db: Db, group: string, except: string) {
  return db.selectFrom('stories').select(['id', 'headline', 'language', 'phase', 'standing', 'created_by', 'assigned'])
    .where((where) => where.or([where('id', '=', group), sql<boolean>`working->>'translationGroup' = ${group}`]))
    .where('id', '<>', except).where('standing', '<>', 'discarded').limit(20).execute();
}

export interface Presence {
  readonly storyId: string;
  readonly tab: string;
  readonly id: string;
  readonly name: string;
}

/** Says that somebody has the story open; true when nobody knew it yet. */
export async function touchPresence(tx: Tx, { storyId, tab, id, name }: Presence, now: Date): Promise<boolean> {
  const row = await sql<{ fresh: boolean }>`
    insert into story_presence (story_id, tab, staff_id, staff_name, seen_at) values (${storyId}, ${tab}, ${id}, ${name}, ${now})
    on conflict (story_id, tab) do update set seen_at = excluded.seen_at returning (xmax = 0) as fresh`.execute(tx);
  return row.rows[0]?.fresh ?? false;
}

/** True where this person had it open there. */
export async function removePresence(tx: Tx, { storyId, tab, id }: Omit<Presence, 'name'>): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('story_presence').where('story_id', '=', storyId).where('tab', '=', tab).where('staff_id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function forgetPresence(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('story_presence').where('seen_at', '<', before).execute();
}

/** Who has which of these stories open, each person once per tab. */
export async function selectPresence(db: Db, storyIds: readonly string[], since: Date): Promise<Presence[]> {
  if (storyIds.length === 0) return [];
  const rows = await db.selectFrom('story_presence').select(['story_id', 'tab', 'staff_id', 'staff_name']).where('story_id', 'in', [...storyIds]).where('seen_at', '>=', since).orderBy('seen_at').execute();
  return rows.map((row) => ({ storyId: row.story_id, tab: row.tab, id: row.staff_id, name: row.staff_name }));
}

export async function insertPreview(tx: Tx, { hash, storyId, endsAt, by }: { hash: string; storyId: string; endsAt: Date; by: string }): Promise<void> {
  await tx.insertInto('story_previews').values({ token_hash: hash, story_id: storyId, ends_at: endsAt, created_by: by }).execute();
}

/** What somebody was shown in secret ends with the story. */
export async function endPreviews(tx: Tx, storyId: string): Promise<void> {
  await tx.deleteFrom('story_previews').where('story_id', '=', storyId).execute();
}

/** The story that a secret preview shows, while it lasts. */
export async function previewedStory(db: Db, hash: string, now: Date): Promise<string | null> {
  const row = await db.selectFrom('story_previews').select('story_id').where('token_hash', '=', hash).where('ends_at', '>', now).executeTakeFirst();
  return row?.story_id ?? null;
}

export interface Correction {
  readonly id: string;
  readonly storyId: string;
  readonly at: Date;
  readonly text: string;
  readonly byName: string;
}

export async function insertCorrection(tx: Tx, correction: Correction & { byId: string }): Promise<void> {
  const { id, storyId, at, text, byId, byName } = correction;
  await tx.insertInto('story_corrections').values({ id, story_id: storyId, at, text, by_id: byId, by_name: byName }).execute();
}

export async function deleteCorrection(tx: Tx, storyId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('story_corrections').where('story_id', '=', storyId).where('id', '=', id).executeTakeFirst();
  return numDeletedRows > 0n;
}

export async function correctionsOf(db: Db, storyId: string): Promise<Correction[]> {
  const rows = await db.selectFrom('story_corrections').selectAll().where('story_id', '=', storyId).orderBy('at').execute();
  return rows.map((row) => ({ id: row.id, storyId: row.story_id, at: row.at, text: row.text, byName: row.by_name }));
}

/** Corrections of public stories, the newest first. */
export async function newestCorrections(db: Db, limit: number): Promise<Correction[]> {
  const rows = await db.selectFrom('story_corrections as c').innerJoin('public_stories as p', 'p.story_id', 'c.story_id').selectAll('c').orderBy('c.at', 'desc').limit(limit).execute();
  return rows.map((row) => ({ id: row.id, storyId: row.story_id, at: row.at, text: row.text, byName: row.by_name }));
}
