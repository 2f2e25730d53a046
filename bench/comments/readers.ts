/** Readers with sessions, and discussions that are long already. */
import type pg from 'pg';
import { readerCookieName } from '../../test/readers.ts';
import { hashOf, newSecret } from '../../src/platform/text/secret.ts';

const letters = '23456789bcdfghjkmnpqrstvwxyz';

/** So many verified readers, signed in; answers the cookie of each. They have had accounts for a while. */
export async function letReadersIn(database: pg.Client, url: string, count: number): Promise<string[]> {
  const secrets = Array.from({ length: count }, () => newSecret());
  const ids = secrets.map((_, i) => idOf(i));
  await database.query(
    `insert into readers (id, email, name, name_key, language, created_at, verified_at, seen_at, notice_key)
     select id, id || '@leser.example', 'Leserin ' || id, id, 'de', $2::timestamptz - interval '90 days', $2::timestamptz - interval '90 days', $2, 'x' from unnest($1::text[]) as id`,
    [ids, new Date()],
  );
  await database.query(
    `insert into reader_sessions (id, token_hash, account_id, second_due, created_at, seen_at, ends_at, agent)
     select account, token, account, false, $3, $3, $3::timestamptz + interval '1 day', '' from unnest($1::text[], $2::text[]) as new(account, token)`,
    [ids, secrets.map(hashOf), new Date()],
  );
  return secrets.map((secret) => `${readerCookieName(url)}=${secret}`);
}

/** So many approved comments, a third of them answers, some recommended. */
export async function fillDiscussion(database: pg.Client, story: string, count: number): Promise<void> {
  const now = Date.now();
  const rows = Array.from({ length: count }, (_, i) => ({
    id: idOf(1_000_000 + i), story_id: story, parent_id: i % 3 === 2 ? idOf(1_000_000 + Math.floor(i / 30) * 30) : null, writer_name: `Leserin ${i}`, language: 'de', state: 'approved',
    text: `Ich wohne seit vierzig Jahren am See und habe so etwas noch nie gesehen. Nummer ${i}.`, created_at: new Date(now - (count - i) * 1_000), state_at: new Date(now), recommendations: (i * 7919) % 60,
  }));
  await database.query(
    `insert into comments (id, story_id, parent_id, writer_name, language, state, text, created_at, state_at, recommendations)
     select id, story_id, parent_id, writer_name, language, state, text, created_at, state_at, recommendations from json_populate_recordset(null::comments, $1)`,
    [JSON.stringify(rows)],
  );
  await database.query('update comments as c set replies = (select count(*) from comments as r where r.parent_id = c.id) where story_id = $1', [story]);
  await database.query('insert into comment_threads (story_id, approved, changed_at) values ($1, $2, $3)', [story, count, new Date()]);
  await database.query('analyze comments');
}

/** Eight letters of the house's alphabet, in order. */
export function idOf(number: number): string {
  return Array.from({ length: 8 }, (_, i) => letters[Math.floor(number / letters.length ** (7 - i)) % letters.length]).join('');
}
