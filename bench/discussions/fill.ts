/** A newsroom's discussions of years, made in the database: rows as posting, deciding and reporting leave them. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db } from '../../src/platform/database/database.ts';

export interface Size {
  readonly stories: number;
  readonly readers: number;
  readonly comments: number;
  /** Of them, the newest. */
  readonly waiting: number;
  /** Below the first story, beside its share of the others. */
  readonly longest: number;
  readonly reports: number;
}

/** Fills the tables from one public story, which becomes many; answers the id of the one with the longest discussion. */
export async function fillDiscussions(db: Db, { story, now, size }: { story: string; now: Date; size: Size }): Promise<string> {
  const filling = { db, story, now, size };
  await inParts(size.stories, (part) => makeStories(filling, part));
  await inParts(size.readers, (part) => makeReaders(filling, part));
  await inParts(size.comments, (part) => makeComments(filling, part));
  await sql`insert into comment_threads (story_id, approved, told, changed_at) select story_id, count(*), count(*), ${now} from comments where state = 'approved' group by story_id`.execute(db);
  await inParts(size.comments, (part) => makeDecisions(filling, part));
  await inParts(size.comments, (part) => makeRecommendations(filling, part));
  await makeReports(filling);
  for (const table of ['stories', 'public_stories', 'readers', 'comments', 'comment_decisions', 'comment_recommendations', 'comment_reports', 'comment_statements', 'comment_threads']) await sql`analyze ${sql.table(table)}`.execute(db);
  const { rows } = await sql<{ id: string }>`select ${idOf(sql`1`)} as id`.execute(db);
  return rows[0]!.id;
}

interface Filling {
  readonly db: Db;
  readonly story: string;
  readonly now: Date;
  readonly size: Size;
}

/** The first and the last number. */
type Part = readonly [from: number, to: number];

/** A million rows in one sentence take longer than any sentence of a newsroom may. */
async function inParts(count: number, fill: (part: Part) => Promise<void>): Promise<void> {
  const most = 30_000;
  for (let from = 1; from <= count; from += most) await fill([from, Math.min(count, from + most - 1)]);
}

const numbersOf = ([from, to]: Part) => sql`generate_series(${sql.lit(from)}, ${sql.lit(to)}) as i`;
/** Ids stand in the order of their numbers. */
const within = (id: RawBuilder<unknown>, [from, to]: Part) => sql`${id} between ${idOf(sql.lit(from))} and ${idOf(sql.lit(to))}`;
/** Eight letters of the house's alphabet. */
const idOf = (number: RawBuilder<unknown>) => sql`translate(lpad(to_hex((${number})::bigint), 8, '0'), '0123456789abcdef', '23456789bcdfghjk')`;
/** Of a reader: apart from those that other parts let in. */
const readerId = (number: RawBuilder<unknown>) => idOf(sql`268435456 + ${number}`);
/** Even between 0 and 1, the same in every run. */
const chance = (number: RawBuilder<unknown>, kind: string) => sql`(abs(hashint8extended((${number})::bigint, ${sql.lit(kind.length * 7919)})) % 1000000 / 1000000.0)`;
const i = sql`i`;

async function makeStories({ db, story, now }: Filling, part: Part): Promise<void> {
  const at = sql`${now}::timestamptz - (i - 1) * interval '20 minutes'`;
  const copy = (table: string, key: string, more: RawBuilder<unknown>) => sql`
    insert into ${sql.table(table)} select made.* from ${numbersOf(part)}, ${sql.table(table)} as one,
      lateral jsonb_populate_record(one, jsonb_build_object(${sql.lit(key)}, ${idOf(i)}) || ${more}) as made where one.${sql.ref(key)} = ${story}`.execute(db);
  await copy('stories', 'id', sql`jsonb_build_object('headline', 'Föhn über Zürich ' || i, 'changed_at', ${at}, 'first_published_at', ${at}, 'published_at', ${at})`);
  await copy('public_stories', 'story_id', sql`jsonb_build_object('headline', 'Föhn über Zürich ' || i, 'published_at', ${at}, 'changed_at', ${at}, 'translation_group', 'g' || i)`);
  await copy('story_places', 'story_id', sql`jsonb_build_object('published_at', ${at})`);
}

async function makeReaders({ db, now }: Filling, part: Part): Promise<void> {
  await sql`
    insert into readers (id, email, name, name_key, language, created_at, verified_at, seen_at, notice_key)
    select ${readerId(i)}, 'leserin' || i || '@leser.example', 'Leserin ' || i, 'leserin' || i, 'de', at, at, ${now}::timestamptz - ${chance(i, 'seen')} * interval '2 years', 'x'
    from ${numbersOf(part)}, lateral (select ${now}::timestamptz - (3 + ${chance(i, 'made')}) * interval '300 days' as at) as t`.execute(db);
}

/** The newest wait; of the others one in twenty-five was refused, one in a hundred taken back. Six after each other stand below
 * one story, two of them answers. Few write much. */
async function makeComments({ db, now, size }: Filling, part: Part): Promise<void> {
  const { comments, waiting, longest, stories, readers } = size;
  const oldFrom = comments - waiting;
  await sql`
    insert into comments (id, story_id, parent_id, reader_id, writer_name, text, language, state, created_at, state_at, findings, once_key, letters_key, sketch, network, recommendations)
    select ${idOf(i)}, ${idOf(sql`story`)}, case when i % 3 = 0 then ${idOf(sql`i - (i - 1) % 6`)} end, ${readerId(sql`reader`)}, 'Leserin ' || reader,
      (array['Ich wohne seit vierzig Jahren am See und habe so etwas noch nie gesehen.', 'Die Gemeinde hätte das viel früher prüfen müssen, die Berichte liegen seit Jahren vor.', 'Danke für den genauen Bericht, so etwas liest man selten.', 'Wer zahlt am Ende die Schäden an den Dächern und Leitungen?'])[1 + i % 4]
        || ' ' || (array['Im November ist das in unserem Tal nichts Besonderes.', 'Für die Kleinen bleibt wie immer nichts übrig.', 'Mein Vater hat noch am Wehr gearbeitet, er sagte immer: Wasser vergisst nicht.'])[1 + i % 3] || ' Nummer ' || i || '.',
      'de', state, at, at + interval '20 minutes', case when state = 'pending' then string_to_array((array['first-comment', 'links', 'first-comment,capitals', ''])[1 + i % 4], ',') else array[]::text[] end,
      'k' || i, 'l' || i, array[hashint8(i), hashint8(i + 1)], case when at > ${now}::timestamptz - interval '7 days' then 'n' || reader % 5000 end, case when i % 7 = 0 then (${chance(i, 'liked by')} * 60)::int else 0 end
    from ${numbersOf(part)},
      lateral (select case when i <= ${sql.lit(longest)} then 1 else 1 + floor(${sql.lit(stories)} * power(${chance(sql`(i - 1) / 6`, 'story')}, 2))::int end as story,
        1 + floor(${sql.lit(readers)} * power(${chance(i, 'reader!')}, 3))::int as reader,
        case when i > ${sql.lit(oldFrom)} then 'pending' when i % 25 = 7 then 'refused' when i % 100 = 9 then 'deleted' else 'approved' end as state,
        case when i > ${sql.lit(oldFrom)} then ${now}::timestamptz - (${sql.lit(comments)} - i) * interval '1 second' else ${now}::timestamptz - interval '1 day' - (${sql.lit(oldFrom)} - i) * interval '150 seconds' end as at) as t`.execute(db);
  await sql`update comments as c set replies = n from (select parent_id, count(*)::int as n from comments where ${within(sql.ref('parent_id'), part)} and state = 'approved' group by parent_id) as r where c.id = r.parent_id`.execute(db);
}

async function makeDecisions({ db }: Filling, part: Part): Promise<void> {
  await sql`
    insert into comment_decisions (comment_id, at, by_kind, by_id, by_name, decision, from_state, to_state, reason, words, after)
    select id, state_at, 'staff', 'mara', 'Mara Gantenbein', case state when 'approved' then 'approve' when 'refused' then 'refuse' else 'delete' end, 'pending', state,
      case state when 'refused' then 'insult' else '' end, '', case state when 'deleted' then 'writer' else 'queue' end
    from comments where ${within(sql.ref('id'), part)} and state <> 'pending' order by state_at`.execute(db);
  await sql`
    insert into comment_statements (id, decision_id, comment_id, reader_id, grounds, law, found_by_machine, reported, created_at)
    select 's' || d.id, d.id, d.comment_id, c.reader_id, 'rules', '', false, false, d.at from comment_decisions as d join comments as c on c.id = d.comment_id where ${within(sql.ref('c.id'), part)} and d.decision = 'refuse'`.execute(db);
}

async function makeRecommendations({ db, size }: Filling, part: Part): Promise<void> {
  await sql`
    insert into comment_recommendations (comment_id, reader_id, at, counts, counted)
    select c.id, ${readerId(sql`1 + ((hashtext(c.id)::bigint & 1048575) + n * 7) % ${sql.lit(size.readers)}`)}, c.created_at + interval '1 hour', true, true from comments as c, generate_series(1, 3) as n where ${within(sql.ref('c.id'), part)} and c.recommendations > 0
    on conflict do nothing`.execute(db);
}

async function makeReports({ db, now, size }: Filling): Promise<void> {
  await sql`
    insert into comment_reports (id, comment_id, grounds, law, words, name, email, language, created_at, due_at, once_key, outcome, answer, decided_at, decided_by, decided_by_name)
    select 'r' || i, id, 'rules', '', 'Das greift jemanden an.', '', 'melderin' || i || '@leser.example', 'de', state_at, state_at + interval '3 days', 'o' || i, outcome, '',
      case when outcome is null then null else least(state_at + interval '1 day', ${now}::timestamptz) end, 'mara', 'Mara Gantenbein'
    from (select row_number() over (order by created_at desc) as i, c.* from comments as c where state = 'approved' limit ${sql.lit(size.reports)}) as c,
      lateral (select case when i <= ${sql.lit(Math.ceil(size.reports / 20))} then null else 'kept' end as outcome) as o`.execute(db);
}
