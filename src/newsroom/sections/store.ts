import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTreeOrder } from './section.ts';
import type { Section } from './section.ts';
import type { SectionRow } from './tables.ts';

/** Every section, parents before their children, in the order that readers see. */
export async function sectionTree(db: Db): Promise<Section[]> {
  const rows = await db.selectFrom('sections').selectAll().execute();
  return inTreeOrder(rows.map(toSection));
}

/** The section that stands at this path now. */
export async function sectionByPath(db: Db, path: string): Promise<Section | null> {
  const row = await db.selectFrom('sections').selectAll().where('path', '=', path).executeTakeFirst();
  return row === undefined ? null : toSection(row);
}

/** Sections by id; ids that nothing has are absent. */
export async function sectionsById(db: Db, ids: readonly string[]): Promise<Map<string, Section>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('sections').selectAll().where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, toSection(row)]));
}

/** From the root of the tree down to the section itself; empty where there is none. */
export async function sectionChain(db: Db, id: string): Promise<Section[]> {
  return (await sectionChains(db, [id])).get(id) ?? [];
}

/** The same for several sections, by their ids, in one query; ids that nothing has are absent. */
export async function sectionChains(db: Db, ids: readonly string[]): Promise<Map<string, Section[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('sections as own')
    .innerJoin('sections as above', (join) => join.on(sql<boolean>`above.path = own.path or starts_with(own.path, above.path || '/')`))
    .selectAll('above').select('own.id as of').where('own.id', '=', sql<string>`any(${[...new Set(ids)]})`).orderBy(sql`length(above.path)`).execute();
  return new Map([...Map.groupBy(rows, (row) => row.of)].map(([of, chain]) => [of, chain.map(toSection)]));
}

/** Where the section that had this path before stands now, however often it moved; null where no section had it. */
export async function formerPath(db: Db, path: string): Promise<string | null> {
  const row = await db.selectFrom('section_paths').innerJoin('sections', 'sections.id', 'section_paths.section_id')
    .select('sections.path').where('section_paths.path', '=', path).executeTakeFirst();
  return row?.path ?? null;
}

/** Two changes of the tree wait for each other until the transaction ends; reading it and writing stories goes on. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`lock table sections in share row exclusive mode`.execute(tx);
}

/** Keeps a new section. Its path is no longer the former one of another. */
export async function insertSection(tx: Tx, section: Section): Promise<void> {
  await tx.deleteFrom('section_paths').where('path', '=', section.path).execute();
  await tx.insertInto('sections').values({
    id: section.id, path: section.path, parent_id: section.parent, names: JSON.stringify(section.names), language: section.language,
    position: section.position, defaults: JSON.stringify(section.defaults), version: section.version, created_at: section.createdAt,
  }).execute();
}

/** Keeps what is said of a section, apart from where it stands. */
export async function updateSection(tx: Tx, section: Section): Promise<void> {
  await tx.updateTable('sections').where('id', '=', section.id).set({
    names: JSON.stringify(section.names), language: section.language, position: section.position,
    defaults: JSON.stringify(section.defaults), version: section.version,
  }).execute();
}

/** Moves sections and remembers where they stood. The new paths are no longer former ones of anybody. */
export async function moveSections(tx: Tx, moves: readonly { id: string; from: string; to: string }[], now: Date): Promise<void> {
  for (const { id, from, to } of moves) {
    await tx.updateTable('sections').where('id', '=', id).set({ path: to, version: sql<number>`version + 1` }).execute();
    await tx.insertInto('section_paths').values({ path: from, section_id: id, left_at: now }).execute();
  }
  await tx.deleteFrom('section_paths').where('path', 'in', moves.map(({ to }) => to)).execute();
}

export async function putBelow(tx: Tx, id: string, parent: string | null): Promise<void> {
  await tx.updateTable('sections').where('id', '=', id).set({ parent_id: parent }).execute();
}

/** Removes a section with its former addresses; false where a story has come to stand in it a moment ago. */
export async function deleteSection(tx: Tx, id: string): Promise<boolean> {
  await tx.deleteFrom('section_paths').where('section_id', '=', id).execute();
  try {
    await tx.deleteFrom('sections').where('id', '=', id).execute();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === foreignKeyViolation) return false;
    throw error;
  }
}

const foreignKeyViolation = '23503';

/**
 * How many stories have each section as their first, discarded drafts not counted; sections without are absent.
 * This and `isUsed` are the only places where the feature looks at a later one's tables: it only counts, so that
 * nobody removes a section from under a story.
 */
export async function countStories(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ section: string; stories: number }>`
    select section_id as section, count(*)::int as stories from stories where standing <> 'discarded' group by section_id`.execute(db);
  return new Map(rows.map(({ section, stories }) => [section, stories]));
}

/** Whether any story needs the section, a discarded one included: its row refers to it for ever. */
export async function isUsed(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from stories where section_id = ${id} or working -> 'furtherSections' ? ${id}
    union all select from public_stories where section_id = ${id} or content -> 'furtherSections' ? ${id} limit 1`.execute(db);
  return rows.length > 0;
}

function toSection(row: Selectable<SectionRow>): Section {
  return {
    id: row.id, path: row.path, parent: row.parent_id, names: row.names, language: row.language, position: row.position,
    defaults: row.defaults, version: row.version, createdAt: row.created_at,
  };
}
