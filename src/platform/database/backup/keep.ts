import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeBackup } from './write.ts';

/** How many of these are kept; the objects they name are never changed and need no copy. */
const KEPT = 3;

export interface KeepOrder {
  readonly address: string;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly pending: readonly string[];
  readonly now: Date;
}

/** A backup of the rows in the data folder before the schema changes under them. */
export async function keepBeforeMigrating({ address, dataDir, publicUrl, pending, now }: KeepOrder): Promise<void> {
  const folder = join(dataDir, 'backups');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const stamp = now.toISOString().replaceAll(/[-:]|\.\d+/gu, '');
  await writeBackup({ address, publicUrl, now, path: join(folder, `${stamp}-before-${pending[0]}.backup`) });
  const kept = (await readdir(folder)).filter((name) => /^\d{8}T\d{6}Z-before-.*\.backup$/u.test(name)).sort();
  for (const name of kept.slice(0, -KEPT)) await rm(join(folder, name), { force: true });
}
