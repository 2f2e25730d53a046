/** What moderators read: the queue, one comment with everything around it, and how fast the work goes. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import '../tables.ts';
import './tables.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { CommentState } from '../comment.ts';
import { isHeld } from './holds-store.ts';

export interface QueueWish {
  readonly state: CommentState;
  readonly story?: string | undefined;
  /** A section's path: what stands in it or below. */
  readonly section?: string | undefined;
  readonly reader?: string | undefined;
  readonly finding?: string | undefined;
  readonly language?: string | undefined;
  /** A part of the text or of the writer's name. */
  readonly words?: string | undefined;
  readonly order: 'oldest' | 'newest';
  /** The last of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface QueueRow {
  readonly id: string;
  readonly state: CommentState;
  readonly text: string;
  readonly language: string;
  readonly name: string;
  readonly reader: string | null;
  readonly staff: boolean;
  readonly created_at: Date;
  readonly state_at: Date;
  readonly edited_at: Date | null;
  readonly findings: readonly string[];
  readonly chosen: boolean;
  readonly pinned: boolean;
  readonly recommendations: number;
  readonly replies: number;
  readonly parent: string | null;
  readonly answers_name: string | null;
  readonly story: string;
  readonly headline: string;
  readonly story_public: boolean;
  readonly section_path: string;
  readonly holder_id: string | null;
  readonly holder_name: string | null;
}

const columns = sql`
  c.id, c.state, c.text, c.language, c.writer_name as name, c.reader_id as reader, c.staff_id is not null as staff, c.created_at, c.state_at, c.edited_at, c.findings,
  c.chosen_at is not null as chosen, c.pinned_at is not null as pinned, c.recommendations, c.replies, c.parent_id as parent, answered.writer_name as answers_name,
  s.id as story, s.headline, s.standing = 'public' as story_public, own.path as section_path, h.holder_id, h.holder_name`;

const joined = (now: Date) => sql`
  join stories as s on s.id = c.story_id join sections as own on own.id = s.section_id
  left join comments as answered on answered.id = coalesce(c.answers_id, c.parent_id)
  left join comment_holds as h on h.comment_id = c.id and ${isHeld(sql.ref('h.ends_at'), now)}`;

/** A page of comments in one state, through the index of that state's order. */
export async function selectQueue(db: Db, wish: QueueWish, now: Date): Promise<QueueRow[]> {
  const direction = wish.order === 'oldest' ? { sign: sql`>`, words: sql`asc` } : { sign: sql`<`, words: sql`desc` };
  const filters: RawBuilder<unknown>[] = [sql`c.state = ${sql.lit(wish.state)}`, ...filtersOf(wish)];
  if (wish.after !== undefined) filters.push(sql`(c.created_at, c.id) ${direction.sign} (select created_at, id from comments where id = ${wish.after})`);
  // Found first, dressed after: the joins are made for one page of rows only.
  const { rows } = await sql<QueueRow>`
    with found as (
      select c.* from comments as c where ${sql.join(filters, sql` and `)} order by c.created_at ${direction.words}, c.id ${direction.words} limit ${wish.limit})
    select ${columns} from found as c ${joined(now)} order by c.created_at ${direction.words}, c.id ${direction.words}`.execute(db);
  return rows;
}

function filtersOf({ story, section, reader, finding, language, words }: QueueWish): RawBuilder<unknown>[] {
  return [
    ...(story === undefined ? [] : [sql`c.story_id = ${story}`]),
    ...(section === undefined ? [] : [standsIn(section)]),
    ...(reader === undefined ? [] : [sql`c.reader_id = ${reader}`]),
    ...(finding === undefined ? [] : [sql`${finding} = any(c.findings)`]),
    ...(language === undefined ? [] : [sql`left(c.language, 2) = ${language}`]),
    ...(words === undefined ? [] : [sql`(c.text ilike ${like(words)} or c.writer_name ilike ${like(words)})`]),
  ];
}

/** Asked comment by comment, in their order: a join would dress everything that waits before it gives the first page. */
function standsIn(section: string): RawBuilder<unknown> {
  return sql`(select s.section_id from stories as s where s.id = c.story_id) = any(array(select id from sections where path = ${section} or starts_with(path, ${`${section}/`})))`;
}

function like(words: string): string {
  return `%${words.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}

export async function selectComment(db: Db, id: string, now: Date): Promise<QueueRow | null> {
  const { rows: [row] } = await sql<QueueRow>`select ${columns} from comments as c ${joined(now)} where c.id = ${id}`.execute(db);
  return row ?? null;
}

/** The thread above a comment: its first, and the last public answers before it. Oldest first. */
export async function selectAbove(db: Db, { id, parent }: { id: string; parent: string | null }, now: Date): Promise<QueueRow[]> {
  if (parent === null) return [];
  const { rows } = await sql<QueueRow>`
    with around as (
      (select c.* from comments as c where c.id = ${parent})
      union all
      (select c.* from comments as c, comments as own where own.id = ${id} and c.parent_id = ${parent} and c.id <> ${id} and c.state <> 'refused'
        and (c.created_at, c.id) < (own.created_at, own.id) order by c.created_at desc, c.id desc limit 6))
    select ${columns} from around as c ${joined(now)} order by c.parent_id nulls first, c.created_at, c.id`.execute(db);
  return rows;
}

export interface QueueNumbers {
  readonly waiting: number;
  /** When the one that waits longest was written. */
  readonly oldest: Date | null;
  readonly arrivedInHour: number;
  readonly decidedInHour: number;
  readonly byMeInHour: number;
  /** Seconds from writing to decision, the median of the last hour; null where nothing was decided. */
  readonly medianWait: number | null;
  /** Reports and objections that wait for an answer, and when the first is due. */
  readonly affected: number;
  readonly affectedDue: Date | null;
}

/** How the work goes. Every part walks an index over an hour or over what waits. */
export async function readNumbers(db: Db, by: string, now: Date): Promise<QueueNumbers> {
  const hourAgo = new Date(now.getTime() - 3_600_000);
  const { rows: [row] } = await sql<{ waiting: number; oldest: Date | null; arrived: number; decided: number; mine: number; median: number | null; affected: number; due: Date | null }>`
    select
      (select count(*)::integer from comments where state = 'pending') as waiting,
      (select created_at from comments where state = 'pending' order by created_at, id limit 1) as oldest,
      (select count(*)::integer from comments where network is not null and created_at > ${hourAgo}) as arrived,
      (select count(*)::integer from comment_reports where outcome is null) + (select count(*)::integer from comment_objections where outcome is null) as affected,
      least((select min(due_at) from comment_reports where outcome is null), (select min(due_at) from comment_objections where outcome is null)) as due,
      count(*)::integer as decided, (count(*) filter (where d.by_id = ${by}))::integer as mine,
      percentile_cont(0.5) within group (order by extract(epoch from d.at - c.created_at)) as median
    from comment_decisions as d join comments as c on c.id = d.comment_id
    where d.at > ${hourAgo} and d.decision in ('approve', 'refuse') and d.from_state = 'pending'
      and not exists (select from comment_decisions as undone where undone.undoes = d.id)`.execute(db);
  return {
    waiting: row!.waiting, oldest: row!.oldest, arrivedInHour: row!.arrived, decidedInHour: row!.decided, byMeInHour: row!.mine,
    medianWait: row!.median === null ? null : Math.round(row!.median), affected: row!.affected, affectedDue: row!.due,
  };
}
