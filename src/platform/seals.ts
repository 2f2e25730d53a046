/**
 * Seals: what the law made us remove. A row says that it happened, by whom and why; the feature that kept the content
 * takes it away. The rows stand a second time in the data folder, so that an older backup put back there, or an older
 * database under it, does not bring back what is gone.
 */
import { constants } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Generated } from 'kysely';
import { z } from 'zod';
import type { Db, Tx } from './database/database.ts';
import type { House } from './feature.ts';

/** `version`: a version of a text; `object`: bytes in the object store. */
export type SealKind = 'version' | 'object';

export interface Seal {
  readonly kind: SealKind;
  /** What is sealed, in the words of the feature that kept it; of an object its address. */
  readonly reference: string;
  readonly at: Date;
  readonly byName: string;
  readonly reason: string;
}

export type SealOrder = Pick<Seal, 'kind' | 'reference' | 'reason'>;

export interface SealRow {
  id: Generated<number>;
  kind: SealKind;
  reference: string;
  sealed_at: Date;
  by_name: string;
  reason: string;
}

declare module './database/database.ts' {
  interface Tables {
    seals: SealRow;
  }
}

/** Keeps the row; of two seals of one thing the first counts. */
export async function writeSeal(tx: Tx, { kind, reference, at, byName, reason }: Seal): Promise<void> {
  await tx.insertInto('seals').values({ kind, reference, sealed_at: at, by_name: byName, reason })
    .onConflict((same) => same.columns(['kind', 'reference']).doNothing()).execute();
}

export async function isSealed(db: Db, kind: SealKind, reference: string): Promise<boolean> {
  return (await db.selectFrom('seals').select('id').where('kind', '=', kind).where('reference', '=', reference).executeTakeFirst()) !== undefined;
}

/** In the order in which they were set. */
export async function readSeals(db: Db): Promise<Seal[]> {
  const rows = await db.selectFrom('seals').selectAll().orderBy('id').execute();
  return rows.map((row) => ({ kind: row.kind, reference: row.reference, at: row.sealed_at, byName: row.by_name, reason: row.reason }));
}

/**
 * Makes the rows and the file of the data folder one, and has every feature take away again what has come back.
 * Repeatable; at every start, and after a restore, before anybody can read.
 */
export async function replaySeals(house: House): Promise<readonly Seal[]> {
  const { dataDir } = house.settings;
  const [rows, lines] = await Promise.all([readSeals(house.db), readSealsFile(dataDir)]);
  const [inRows, inLines] = [new Set(rows.map(nameOf)), new Set(lines.map(nameOf))];
  const unknown = lines.filter((seal) => !inRows.has(nameOf(seal)));
  if (unknown.length > 0) await house.db.transaction().execute(async (tx) => { for (const seal of unknown) await writeSeal(tx, seal); });
  await appendSeals(dataDir, rows.filter((seal) => !inLines.has(nameOf(seal))));
  const seals = [...rows, ...unknown];
  if (seals.length > 0) for (const feature of house.features) await feature.takeAwaySealed?.(house, seals);
  return seals;
}

/**
 * Adds a line each to the data folder's file, on the disk before it returns. Written before the transaction commits: a
 * crash in between leaves a line without a row, and the next start carries out what was ordered.
 */
export async function appendSeals(dataDir: string, seals: readonly Seal[]): Promise<void> {
  if (seals.length === 0) return;
  // A database of elsewhere may come to a machine that has no data folder yet.
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = await open(pathIn(dataDir), constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
  try {
    // A line that a crash cut off ends here, and is not read.
    await file.writeFile(seals.map((seal) => `\n${JSON.stringify({ ...seal, at: seal.at.toISOString() })}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(pathIn(dataDir)), constants.O_RDONLY);
  await folder.sync().finally(() => folder.close());
}

/** What the data folder knows of; lines that were cut off are absent. */
export async function readSealsFile(dataDir: string): Promise<Seal[]> {
  const text = await readFile(pathIn(dataDir), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').flatMap((line) => {
    const read = lineForm.safeParse(line);
    return read.success ? [read.data] : [];
  });
}

const lineForm = z.string().transform((line, context) => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
}).pipe(z.object({ kind: z.enum(['version', 'object']), reference: z.string(), at: z.iso.datetime().transform((at) => new Date(at)), byName: z.string(), reason: z.string() }));

const pathIn = (dataDir: string): string => join(dataDir, 'seals.jsonl');

const nameOf = ({ kind, reference }: Seal): string => `${kind} ${reference}`;
