import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Agency } from './agency.ts';
import type { AgencyRow } from './tables.ts';

/** Every agency by name; a newsroom has some dozens. */
export async function allAgencies(db: Db): Promise<Agency[]> {
  const rows = await db.selectFrom('agencies').selectAll().orderBy(sql`lower(name)`).orderBy('id').execute();
  return rows.map(toAgency);
}

/** Agencies by id; ids that nothing has are absent. */
export async function agenciesById(db: Db, ids: readonly string[]): Promise<Map<string, Agency>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('agencies').selectAll().where('id', 'in', [...new Set(ids)]).execute();
  return new Map(rows.map((row) => [row.id, toAgency(row)]));
}

export async function agencyBySlug(db: Db, slug: string): Promise<Agency | null> {
  const row = await db.selectFrom('agencies').selectAll().where('slug', '=', slug).executeTakeFirst();
  return row === undefined ? null : toAgency(row);
}

/** Two changes of the list wait for each other until the transaction ends; reading goes on. */
export async function lockAgencies(tx: Tx): Promise<void> {
  await sql`lock table agencies in share row exclusive mode`.execute(tx);
}

export async function insertAgency(tx: Tx, agency: Agency): Promise<void> {
  await tx.insertInto('agencies').values({ id: agency.id, slug: agency.slug, created_at: agency.createdAt, ...columns(agency) }).execute();
}

export async function updateAgency(tx: Tx, agency: Agency): Promise<void> {
  await tx.updateTable('agencies').where('id', '=', agency.id).set(columns(agency)).execute();
}

export async function deleteAgency(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('agencies').where('id', '=', id).execute();
}

/** Whether any story names the agency, as written or as public. Looks at a later feature's tables only for this. */
export async function isCredited(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from stories where working -> 'credits' ? ${id}
    union all select from story_places where kind = 'agency' and place_id = ${id} limit 1`.execute(db);
  return rows.length > 0;
}

function columns({ name, shortName, credit, about, url, version }: Agency) {
  return { name, short_name: shortName, credit, about, url, version };
}

function toAgency(row: Selectable<AgencyRow>): Agency {
  return {
    id: row.id, slug: row.slug, name: row.name, shortName: row.short_name, credit: row.credit, about: row.about, url: row.url,
    version: row.version, createdAt: row.created_at,
  };
}
