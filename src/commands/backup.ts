import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { writeBackup } from '../platform/database/backup/write.ts';
import { openObjects } from '../platform/objects/open.ts';
import { say } from '../platform/log/say.ts';
import { isRefused, refuse } from '../platform/result.ts';
import { bucketRefusal } from './bucket.ts';
import type { Command } from './command.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'FILE',
  about: 'Writes everything into one file that only you can read: rows and pictures, no sessions. The program may run.',
  words: [1, 1],
  async run({ args: [file = ''], settings, now, withDatabase }) {
    const path = resolve(file);
    const trouble = await bucketRefusal(settings);
    if (trouble !== undefined) return trouble;
    const objects = openObjects(settings);
    try {
      const written = await withDatabase(({ address }) => writeBackup({ address, objects, path, publicUrl: settings.publicUrl, now }));
      if (isRefused(written)) return written;
      say(`${path}: ${written.tables} tables, ${written.objects} objects, ${megabytes(statSync(path).size)}.`);
      return undefined;
    } catch (error) {
      const reason = whyNotWritten(error, path);
      if (reason === null) throw error;
      return refuse('not-written', { message: `${reason} No backup was written; what was there before is untouched.` });
    }
  },
};

function whyNotWritten(error: unknown, path: string): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return `The disk of ${path} is full.`;
  if (code === 'EROFS' || code === 'EACCES') return `${path} cannot be written here (${code}).`;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `The folder of ${path} does not exist.`;
  if (code === 'EISDIR') return `${path} is a folder.`;
  return null;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
