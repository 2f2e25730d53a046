import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { printSchema } from './print-schema.ts';
import { emptyDatabase } from './testing.ts';

const { url, close } = await emptyDatabase();
afterAll(close);

const STEP = `
  create table orte (id bigint generated always as identity primary key, name text collate "C" not null, grösse integer default 1 check (grösse > 0), klein text generated always as (lower(name)) stored);
  create table menschen (id text primary key, ort_id bigint references orte (id) on delete cascade, wann timestamptz);
  create unique index menschen_nach_wann on menschen (wann desc) where wann is not null;
  create function nie() returns trigger language plpgsql as $$ begin raise exception 'nie'; end $$;
  create trigger menschen_nie before delete on menschen for each row execute function nie();
  create text search configuration suche (copy = german);`;

test('tables, keys, checks, indexes, triggers and functions are printed in a fixed order', async () => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(STEP);
  await client.end();
  const text = await printSchema(url);
  expect(text).toContain(`create table menschen (
  id text not null,
  ort_id bigint,
  wann timestamp with time zone,
  constraint menschen_pkey PRIMARY KEY (id),
  constraint menschen_ort_id_fkey FOREIGN KEY (ort_id) REFERENCES orte(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX menschen_nach_wann ON menschen USING btree (wann DESC) WHERE (wann IS NOT NULL);
CREATE TRIGGER menschen_nie BEFORE DELETE ON menschen FOR EACH ROW EXECUTE FUNCTION nie();
`);
  expect(text).toContain(`create table orte (
  id bigint generated always as identity not null,
  name text collate "C" not null,
  "grösse" integer default 1,
  klein text generated always as (lower(name)) stored,
  constraint orte_pkey PRIMARY KEY (id),
  constraint "orte_grösse_check" CHECK (("grösse" > 0))
);`);
  expect(text).toContain('CREATE OR REPLACE FUNCTION nie()');
  expect(text).toContain('create text search configuration suche (parser = "default");\n-- asciihword: german_stem');
  expect(await printSchema(url)).toBe(text);
});
