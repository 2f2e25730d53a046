/** What an import asks and writes. */
import { sql } from 'kysely';
import '../tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inOrder } from '../deciding-store.ts';
import type { ArrivingState } from './arriving.ts';
import type { StoryName } from './threads.ts';

/** Every story that one of these traces names. */
export async function selectStoriesByTrace(db: Db, { ends, headlines }: { ends: readonly string[]; headlines: readonly string[] }): Promise<StoryName[]> {
  const { rows } = await sql<StoryName>`
    select s.id, coalesce(nullif(s.working->>'slug', ''), p.teaser->>'slug', '') as slug, s.headline
    from stories as s left join public_stories as p on p.story_id = s.id
    where s.standing <> 'discarded' and (s.id = any(${ends}::text[]) or s.working->>'slug' = any(${ends}::text[]) or p.teaser->>'slug' = any(${ends}::text[]) or s.headline = any(${headlines}::text[]))`.execute(db);
  return rows;
}

/** Those of these stories that there are, with their languages. */
export async function selectLanguages(db: Db, stories: readonly string[]): Promise<Map<string, string>> {
  if (stories.length === 0) return new Map();
  const rows = await db.selectFrom('stories').select(['id', 'language']).where('id', 'in', [...stories]).execute();
  return new Map(rows.map(({ id, language }) => [id, language]));
}

/** Ours by their names in the other system. */
export async function selectArrived(db: Db, keys: readonly string[]): Promise<Map<string, { id: string; parent: string | null; story: string }>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('comments').select(['came_from', 'id', 'parent_id', 'story_id']).where('came_from', 'in', [...keys]).execute();
  return new Map(rows.map((row) => [row.came_from!, { id: row.id, parent: row.parent_id, story: row.story_id }]));
}

export interface ImportedRow {
  readonly id: string;
  readonly story: string;
  readonly parent: string | null;
  readonly answers: string | null;
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly state: ArrivingState;
  readonly at: Date;
  readonly key: string;
}

/** Keeps what is not there yet; answers how many that were. */
export async function insertImported(tx: Tx, rows: readonly ImportedRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const inserted = await tx.insertInto('comments').values(rows.map((row) => ({
    id: row.id, story_id: row.story, parent_id: row.parent, answers_id: row.answers, writer_name: row.name, text: row.text, language: row.language,
    state: row.state, created_at: row.at, state_at: row.at, came_from: row.key,
  }))).onConflict((conflict) => conflict.column('came_from').doNothing()).executeTakeFirst();
  return Number(inserted.numInsertedOrUpdatedRows ?? 0n);
}

/** The numbers of these stories' discussions counted anew. */
export async function countAnew(tx: Tx, stories: readonly string[], now: Date): Promise<void> {
  if (stories.length === 0) return;
  await sql`
    with counted as (
      select parent_id, count(*)::integer as n from comments where story_id = any(${stories}::text[]) and parent_id is not null and state = 'approved' group by parent_id),
    held as materialized (select id from comments where id in (select parent_id from counted) ${inOrder} for no key update)
    update comments as c set replies = counted.n from counted join held on held.id = counted.parent_id where c.id = held.id and c.replies <> counted.n`.execute(tx);
  await sql`
    insert into comment_threads (story_id, version, approved, changed_at)
    select story_id, 0, count(*)::integer, ${now} from comments where story_id = any(${stories}::text[]) and state = 'approved' group by story_id order by story_id collate "C"
    on conflict (story_id) do update set approved = excluded.approved`.execute(tx);
}
