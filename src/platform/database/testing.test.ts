import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './testing.ts';

const one = await testDatabase();
const other = await testDatabase();
afterAll(async () => {
  await one.close();
  await other.close();
});

test('two test files never see each other’s rows', async () => {
  await sql`insert into migrations (name, checksum, at) values ('9999-zürich', 'x', '2026-01-01')`.execute(one.db);
  const { rows } = await sql`select 1 from migrations where name = '9999-zürich'`.execute(other.db);
  expect(rows).toEqual([]);
});

test('the program’s role is no superuser and makes neither roles nor databases', async () => {
  const { rows } = await sql`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user`.execute(one.db);
  expect(rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }]);
});
