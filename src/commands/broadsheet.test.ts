import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { emptyDatabase } from '../platform/database/testing.ts';
import { commands } from './all.ts';

const execute = promisify(execFile);
const program = join(import.meta.dirname, '../../bin/broadsheet');
const place = mkdtempSync(join(tmpdir(), 'broadsheet-commands-'));
const database = await emptyDatabase();
const other = await emptyDatabase();
afterAll(async () => {
  rmSync(place, { recursive: true, force: true });
  await database.close();
  await other.close();
});

interface Answer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function broadsheet(words: readonly string[], settings: Record<string, string> = {}): Promise<Answer> {
  const env = { PATH: process.env['PATH'], DATA_DIR: join(place, 'daten'), DATABASE_URL: database.url, ...settings };
  const { stdout, stderr, code = 0 } = await execute(process.execPath, [program, ...words], { env }).catch((error: unknown) => error as Answer & { code: number }) as Answer;
  return { code, stdout, stderr };
}

test('help names every command and every setting', async () => {
  const { stdout } = await broadsheet(['help']);
  for (const { name, usage, about } of commands) expect(stdout).toContain(`
  ${`${name} ${usage}`.trim()}
      ${about}
`);
  expect((await broadsheet([])).stdout).toBe(stdout);
  expect((await broadsheet(['start', '--help'])).stdout).toBe(stdout);
  expect((await broadsheet(['help', 'settings'])).stdout).toContain('DATABASE_URL');
});

test('what is no command, or used wrongly, ends with 1 and says how it is used', async () => {
  expect(await broadsheet(['drucken'])).toMatchObject({ code: 1, stderr: expect.stringContaining('«drucken»') as unknown });
  expect(await broadsheet(['backup'])).toMatchObject({ code: 1, stderr: 'Usage: bin/broadsheet backup FILE\n' });
  expect(await broadsheet(['backup', 'a', '--replace'])).toMatchObject({ code: 1, stderr: expect.stringContaining('--replace') as unknown });
});

test('a wrong setting stops any command with one line that names it', async () => {
  expect(await broadsheet(['migrate'], { PORT: 'drei' })).toEqual({ code: 1, stdout: '', stderr: 'PORT is «drei»: it must be a number from 1 to 65535.\n' });
});

test('a database that is away is told in one line', async () => {
  for (const words of [['migrate'], ['backup', join(place, 'nie')], ['restore', join(place, 'nie')]]) {
    const { code, stderr } = await broadsheet(words, { DATABASE_URL: 'postgres://a:geheim@127.0.0.1:9/b' });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('geheim');
  }
  const wrong = await broadsheet(['migrate'], { DATABASE_URL: database.url.replace(/:[0-9a-f]{48}@/u, ':falsch@') });
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('lets nobody in') as unknown });
});

test('what was migrated is backed up, restored elsewhere and found well', async () => {
  const file = join(place, 'Sicherung «ü».backup');
  expect(await broadsheet(['migrate'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Done: 0001-house, /u) as unknown });
  expect(await broadsheet(['migrate'])).toMatchObject({ code: 0, stdout: 'The database is up to date.\n' });
  expect(await broadsheet(['backup', file])).toMatchObject({ code: 0, stderr: '' });
  expect(existsSync(file)).toBe(true);
  expect(await broadsheet(['restore', file], { DATABASE_URL: other.url })).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Restored as of /u) as unknown });
  const { code, stdout } = await broadsheet(['doctor'], { DATABASE_URL: other.url });
  expect(stdout).toContain('The schema is that of this version.');
  expect(code).toBe(0);
});
