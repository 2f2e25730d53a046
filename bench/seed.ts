/**
 * A newsroom with an archive of public stories, made once and kept: 300 to 800 words each, words as frequent as in real
 * texts, over sections, authors, topics, agencies and five years.
 *
 *     node bin/run bench/seed.ts [STORIES]
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { connect } from '../src/platform/database/connect.ts';
import { startEngine } from '../src/platform/database/engine.ts';
import { addressOf } from '../src/platform/database/engine/role.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { silentLog } from '../src/platform/log/json-log.ts';
import { isRefused } from '../src/platform/result.ts';
import { fillArchive } from './archive/fill.ts';
import { makeNewsroom } from './archive/newsroom.ts';
import { makeVocabulary } from './archive/words.ts';

const root = join(import.meta.dirname, '..');

/** The data folder of an archive of so many stories; made if it is not there. Read it, do not write to it. */
export async function archiveFolder(size: number): Promise<string> {
  const folder = join(tmpdir(), `broadsheet-archive-${size}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}.making`;
  rmSync(making, { recursive: true, force: true });
  await make(making, size);
  renameSync(making, folder);
  return folder;
}

async function make(folder: string, size: number): Promise<void> {
  const began = performance.now();
  const engine = await startEngine({ dataDir: folder, doing: 'seed', log: silentLog, quick: true });
  if (isRefused(engine)) throw new Error(JSON.stringify(engine));
  const address = addressOf(engine.access);
  const migrated = await migrate({ address, now: new Date() });
  if (isRefused(migrated)) throw new Error(JSON.stringify(migrated));
  const { db, close } = connect({ address, log: silentLog });
  try {
    const vocabulary = makeVocabulary();
    const newsroom = makeNewsroom(vocabulary, Math.ceil(Math.min(size * 0.6, 5_000)));
    let next = 0;
    await fillArchive(db, { vocabulary, newsroom, size }, (done) => {
      if (done < next) return;
      next = done + Math.max(1_000, size / 20);
      process.stdout.write(`\rmaking an archive of ${size}: ${done}, ${((performance.now() - began) / 1_000).toFixed(0)} s `);
    });
    // As autovacuum leaves it after some minutes: statistics taken, pending index entries merged.
    await sql`vacuum analyze`.execute(db);
    process.stdout.write(`\rmade an archive of ${size} in ${((performance.now() - began) / 1_000).toFixed(0)} s\n`);
  } finally {
    await close();
    await engine.stop();
  }
}

/** Another schema or another way of making it makes another archive. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['migrations', 'bench/archive']) {
    for (const name of readdirSync(join(root, folder)).toSorted()) hash.update(name).update(readFileSync(join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}

if (import.meta.main) process.stdout.write(`${await archiveFolder(Number(process.argv[2] ?? 100_000))}\n`);
