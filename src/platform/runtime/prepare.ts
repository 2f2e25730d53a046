/**
 * Imported before anything else of the program: what V8 made of the sources is kept between starts, `.tsx` is
 * understood, and a process whose launcher was killed does not live on with the port bound.
 */
import { mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { readTsx } from './tsx-hook.ts';

const cache = join(import.meta.dirname, '..', '..', '..', 'node_modules', '.cache', 'broadsheet');

delete process.env['BROADSHEET_NODE'];
enableCompileCache(join(cache, 'compiled'));
readTsx(writableFolder(join(cache, 'tsx')));
endWithLauncher();

/** Null where node_modules is read-only: then every start reads the sources anew. */
function writableFolder(folder: string): string | null {
  try {
    mkdirSync(folder, { recursive: true });
    return folder;
  } catch {
    return null;
  }
}

/**
 * An older Node stands before this one and cannot become it (launch.cjs): when it is killed outright, so is this
 * process, which counts as a crash and is safe as one.
 */
function endWithLauncher(): void {
  if (process.channel === undefined || process.channel === null) return;
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  process.channel.unref();
}
