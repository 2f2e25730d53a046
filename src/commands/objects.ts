/** `bin/broadsheet objects move`: pictures and films from the data folder into the bucket that is set, or back. */
import { join } from 'node:path';
import { say } from '../platform/log/say.ts';
import { folderStore } from '../platform/objects/folder.ts';
import type { Moved, Progress } from '../platform/objects/move.ts';
import { moveObjects } from '../platform/objects/move.ts';
import { s3Place } from '../platform/objects/open.ts';
import { s3Store } from '../platform/objects/s3.ts';
import { refuse } from '../platform/result.ts';
import { bucketRefusal } from './bucket.ts';
import type { Command, CommandRefusal } from './command.ts';

export const moveObjectsCommand: Command = {
  name: 'objects move',
  usage: '--to s3|files [--remove]',
  about: 'Copies all pictures and films from the data folder into the bucket of S3_ENDPOINT, or back. Run it while the program runs without these settings, start the program with them, and run it once more. It may be stopped and run again; every object is read back and weighed. With --remove it removes them from where they were, once all are there.',
  options: { to: { type: 'string' }, remove: { type: 'boolean' } },
  async run({ settings, options }) {
    const place = s3Place(settings);
    if (options['to'] !== 's3' && options['to'] !== 'files') return refuse('wrong-use', { message: 'Usage: bin/broadsheet objects move --to s3|files [--remove]' });
    if (place === null) return refuse('no-bucket-set', { message: 'No bucket is set: S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY say which («bin/broadsheet help settings»).' });
    const trouble = await bucketRefusal(settings);
    if (trouble !== undefined) return trouble;
    const [files, bucket] = [folderStore(join(settings.dataDir, 'objects')), s3Store(place)];
    const [from, to] = options['to'] === 's3' ? [files, bucket] : [bucket, files];
    const stop = toldToStop();
    const moved = await moveObjects({ from, to, scratch: join(settings.dataDir, 'moving'), remove: options['remove'] === true, progress: showProgress(), stopped: stop.told });
    stop.end();
    return outcome(moved, options['remove'] === true);
  },
};

function outcome({ all, sent, there, bytes, damaged, removed, stopped }: Moved, remove: boolean): CommandRefusal | undefined {
  const sum = `${sent} objects sent (${megabytes(bytes)}), ${there} were there already`;
  if (stopped) {
    say(`${sum}, ${all - sent - there - damaged.length} not looked at. Run it again to go on.`);
    return undefined;
  }
  if (damaged.length > 0) return refuse('damaged', { message: `${sum}. ${damaged.length} are damaged where they lie and were not sent: ${damaged.slice(0, 20).join(', ')}. Nothing was removed. «bin/broadsheet doctor --mend» names what lacks them; a backup may hold them whole.` });
  say(`${sum}: all ${all} are there.${remove ? ` ${removed} were removed from where they were.` : ''}`);
  return undefined;
}

/** On a terminal a line that moves; else a line for every tenth part. */
function showProgress(): (soFar: Progress) => void {
  let told = 0;
  return ({ all, done, bytes }) => {
    const text = `${done} of ${all}, ${megabytes(bytes)} sent`;
    const tenth = Math.floor((10 * done) / all);
    if (process.stderr.isTTY) process.stderr.write(`\r${text}${done === all ? '\n' : ''}`);
    else if (tenth > told) process.stderr.write(`${text}\n`);
    told = tenth;
  };
}

/** The first Ctrl-C lets the object at hand arrive. */
function toldToStop(): { told(): boolean; end(): void } {
  let told = false;
  const hear = () => void (told = true);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, hear);
  return { told: () => told, end: () => ['SIGINT', 'SIGTERM'].forEach((signal) => process.off(signal, hear)) };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
