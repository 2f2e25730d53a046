import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrationsFolder } from './migrate.ts';
import { printSchema } from './print-schema.ts';
import { testDatabase } from './testing.ts';

const { url, close } = await testDatabase();
afterAll(close);

test('schema.sql says what the migrations make («bin/broadsheet schema» writes it anew)', async () => {
  expect(await printSchema(url)).toBe(readFileSync(join(migrationsFolder, '..', 'schema.sql'), 'utf8'));
});
