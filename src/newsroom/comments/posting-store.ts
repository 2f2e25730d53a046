/** What posting asks and keeps, for many comments in one sentence each: a rush is a few sentences, not thousands. */
import { sql } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { CommentState, Policy, ThreadFacts, Trust } from './comment.ts';
import type { LayerRow } from './settings-store.ts';
import { layersOf, policyLayersOf, settingsLayers } from './settings-store.ts';
import { policyOf } from './rules.ts';

export interface Question {
  readonly story: string;
  readonly answers: string | null;
  readonly reader: string;
  readonly onceKey: string;
  readonly lettersKey: string;
  /** What the word list of the story's language is asked; the text as it stands and as it reads. */
  readonly words: string;
}

export interface StoryThread {
  readonly language: string;
  readonly policy: Policy;
  readonly facts: ThreadFacts;
}

export interface Writer {
  readonly trust: Trust;
  readonly suspendedUntil: Date | null;
  readonly banned: boolean;
  readonly known: boolean;
  readonly warned: boolean;
  readonly last: readonly Date[];
}

export interface Answered {
  readonly id: string;
  readonly story: string;
  readonly state: CommentState;
  readonly parent: string | null;
}

export interface PostingFacts {
  readonly threads: ReadonlyMap<string, StoryThread>;
  readonly writers: ReadonlyMap<string, Writer>;
  readonly answered: ReadonlyMap<string, Answered>;
  /** By once key: what is there already. */
  readonly there: ReadonlyMap<string, { readonly id: string; readonly state: CommentState }>;
  readonly sentBefore: ReadonlySet<string>;
  readonly refusedSketches: readonly (readonly number[])[];
  /** By the question's place in the list. */
  readonly listed: ReadonlyMap<number, readonly string[]>;
  readonly houseNames: readonly string[];
}

/** How far back it is looked. In milliseconds. */
export interface Since {
  readonly pace: number;
  readonly warnings: number;
  readonly copies: number;
  readonly refusals: number;
}

const mostSketches = 100;
const mostPaces = 30;

/** Everything that the rules and the screening of these posts ask, in one sentence. */
export async function readPostingFacts(db: Db, questions: readonly Question[], { now, since }: { now: Date; since: Since }): Promise<PostingFacts> {
  const stories = [...new Set(questions.map(({ story }) => story))];
  const readers = [...new Set(questions.map(({ reader }) => reader))];
  const answers = questions.flatMap((question) => question.answers ?? []);
  const letters = [...new Set(questions.map(({ lettersKey }) => lettersKey).filter((key) => key !== ''))];
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  const { rows: [row] } = await sql<Answer>`
    select
      (select json_agg(t) from (
        select p.story_id, p.language, p.published_at, t.openness, t.hours, t.mode, t.closed_at, t.open_until, ${settingsLayers(sql.ref('own.path'))} as layers
        from public_stories as p join sections as own on own.id = p.section_id left join comment_threads as t on t.story_id = p.story_id
        where p.story_id = any(${stories}::text[])) as t) as threads,
      (select json_agg(w) from (
        select wanted.id, s.trust, s.suspended_until, s.banned_at,
          exists (select from comments as c where c.reader_id = wanted.id and c.state = 'approved') as known,
          exists (select from commenter_marks as m where m.reader_id = wanted.id and m.kind in ('warning', 'suspension') and m.at > ${ago(since.warnings)}) as warned,
          array(select c.created_at from comments as c where c.reader_id = wanted.id and c.created_at > ${ago(since.pace)} order by c.created_at desc limit ${sql.lit(mostPaces)}) as last
        from unnest(${readers}::text[]) as wanted(id) left join commenter_standings as s on s.reader_id = wanted.id) as w) as writers,
      (select json_agg(json_build_object('id', c.id, 'story', c.story_id, 'state', c.state, 'parent', c.parent_id)) from comments as c where c.id = any(${answers}::text[])) as answered,
      (select json_agg(json_build_object('key', c.once_key, 'id', c.id, 'state', c.state)) from comments as c where c.once_key = any(${questions.map(({ onceKey }) => onceKey)}::text[])) as there,
      array(select key from unnest(${letters}::text[]) as key where exists (select from comments as c where c.letters_key = key and c.letters_key <> '' and c.created_at > ${ago(since.copies)})) as sent_before,
      (select json_agg(r.sketch) from (
        select c.sketch from comments as c where c.state = 'refused' and c.state_at > ${ago(since.refusals)} and c.sketch <> '{}' order by c.state_at desc limit ${sql.lit(mostSketches)}) as r) as sketches,
      (select json_agg(json_build_object('place', asked.place, 'word', w.word)) from (
        select place, language, to_tsvector(('words_' || language)::regconfig, words) as words
        from unnest(${questions.map(({ words }) => words)}::text[], ${questions.map(({ story }) => story)}::text[]) with ordinality as given(words, story, place)
        join lateral (select left(p.language, 2) as language from public_stories as p where p.story_id = given.story) as l on true
        where exists (select from comment_words as any_word where any_word.language = l.language)
        offset 0) as asked
        join comment_words as w on w.language = asked.language and asked.words @@ w.stems) as listed,
      array(select name from staff) as house_names`.execute(db);
  return factsFrom(row!);
}

interface Answer {
  threads: (LayerRow & { story_id: string; language: string; published_at: string; closed_at: string | null; open_until: string | null; layers: readonly LayerRow[] | null })[] | null;
  writers: { id: string; trust: Trust | null; suspended_until: string | null; banned_at: string | null; known: boolean; warned: boolean; last: string[] }[] | null;
  answered: Answered[] | null;
  there: { key: string; id: string; state: CommentState }[] | null;
  sent_before: string[];
  sketches: number[][] | null;
  listed: { place: number; word: string }[] | null;
  house_names: string[];
}

function factsFrom(answer: Answer): PostingFacts {
  const listed = Map.groupBy(answer.listed ?? [], ({ place }) => place - 1);
  return {
    threads: new Map((answer.threads ?? []).map((row) => {
      const policy = policyOf(policyLayersOf(layersOf(row.layers), row));
      const facts = { openness: policy.openness, hours: policy.hours, firstPublishedAt: new Date(row.published_at), closedAt: instant(row.closed_at), openUntil: instant(row.open_until) };
      return [row.story_id, { language: row.language, policy, facts }];
    })),
    writers: new Map((answer.writers ?? []).map(({ id, trust, suspended_until, banned_at, known, warned, last }) => [id, {
      trust: trust ?? 'usual', suspendedUntil: instant(suspended_until), banned: banned_at !== null, known, warned, last: last.map((at) => new Date(at)),
    }])),
    answered: new Map((answer.answered ?? []).map((one) => [one.id, one])),
    there: new Map((answer.there ?? []).map(({ key, id, state }) => [key, { id, state }])),
    sentBefore: new Set(answer.sent_before),
    refusedSketches: answer.sketches ?? [],
    listed: new Map([...listed].map(([place, found]) => [place, found.map(({ word }) => word)])),
    houseNames: answer.house_names,
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

export interface NewComment {
  readonly id: string;
  readonly story: string;
  readonly parent: string | null;
  readonly answers: string | null;
  readonly reader: string | null;
  readonly staff: string | null;
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly state: 'pending' | 'approved';
  readonly findings: readonly string[];
  readonly onceKey: string;
  readonly lettersKey: string;
  readonly sketch: readonly number[];
  readonly network: string | null;
  readonly at: Date;
}

/** Keeps comments; answers the ids of those that were not there yet. */
export async function insertComments(tx: Tx, comments: readonly NewComment[]): Promise<Set<string>> {
  const rows = comments.map((one) => ({
    id: one.id, story_id: one.story, parent_id: one.parent, answers_id: one.answers, reader_id: one.reader, staff_id: one.staff, writer_name: one.name, text: one.text, language: one.language,
    state: one.state, findings: one.findings, once_key: one.onceKey, letters_key: one.lettersKey, sketch: one.sketch, network: one.network, at: one.at,
  }));
  const inserted = await sql<{ id: string }>`
    insert into comments (id, story_id, parent_id, answers_id, reader_id, staff_id, writer_name, text, language, state, created_at, state_at, findings, once_key, letters_key, sketch, network)
    select id, story_id, parent_id, answers_id, reader_id, staff_id, writer_name, text, language, state, at, at, findings, once_key, letters_key, sketch, network
    from json_to_recordset(${JSON.stringify(rows)}::json) as new(id text, story_id text, parent_id text, answers_id text, reader_id text, staff_id text, writer_name text, text text,
      language text, state text, findings text[], once_key text, letters_key text, sketch integer[], network text, at timestamptz)
    on conflict do nothing returning id`.execute(tx);
  return new Set(inserted.rows.map(({ id }) => id));
}

/** A comment that nobody posts here: brought along, with its own name for ever. */
export interface BroughtComment {
  readonly id: string;
  readonly key: string;
  readonly story: string;
  readonly parent: string | null;
  readonly answers: string | null;
  readonly staff: string | null;
  readonly name: string;
  readonly text: string;
  readonly language: string;
  readonly state: 'pending' | 'approved';
  readonly findings: readonly string[];
  readonly chosen: boolean;
  readonly at: Date;
}

export async function insertBrought(tx: Tx, comments: readonly BroughtComment[]): Promise<void> {
  if (comments.length === 0) return;
  await tx.insertInto('comments').values(comments.map((one) => ({
    id: one.id, story_id: one.story, parent_id: one.parent, answers_id: one.answers, staff_id: one.staff, writer_name: one.name, text: one.text, language: one.language, state: one.state,
    created_at: one.at, state_at: one.at, findings: [...one.findings], came_from: one.key, chosen_at: one.chosen ? one.at : null,
  }))).onConflict((conflict) => conflict.column('came_from').doNothing()).execute();
}

/** What stands under these keys. */
export async function readOnce(db: Db, keys: readonly string[]): Promise<Map<string, { id: string; state: CommentState }>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('comments').select(['once_key', 'id', 'state']).where('once_key', 'in', [...keys]).execute();
  return new Map(rows.map(({ once_key, id, state }) => [once_key!, { id, state }]));
}
