import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPatched } from '../../platform/runtime/versions.cjs';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import type { Given } from '../command.ts';
import { fine, mind, wrong, type Finding } from './finding.ts';

const LITTLE_SPACE = 1_000_000_000;
const NO_SPACE = 200_000_000;

/** The runtime and the data folder. */
export async function checkMachine({ settings }: Given): Promise<Finding[]> {
  return [checkNode(), checkFolder(settings.dataDir), checkPrivacy(settings.dataDir), checkSpace(settings.dataDir), checkMemory(), await checkFfmpeg()].filter((finding) => finding !== null);
}

function checkNode(): Finding {
  if (isPatched(process.versions.node)) return fine(`Node ${process.version} has the security fixes of 2026-10-21.`);
  return mind(
    `Node ${process.version} lacks the security fixes of 2026-10-21 (a Brotli decoder that hostile answers can break, and others in TLS and DNS). The program never decodes Brotli from outside with it.`,
    'Install Node 24.22.1 or later of that line, or 26.12.1 or later, on the PATH; it is found by itself.',
  );
}

function checkFolder(folder: string): Finding {
  const there = nearest(folder);
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return fine(existsSync(folder) ? `The data folder is ${folder}.` : `The data folder ${folder} will be made by the first start.`);
  } catch {
    return wrong(`The data folder ${folder} cannot be written.`, `Give it to the user who runs the program (chown), or name another with DATA_DIR.`);
  }
}

function checkPrivacy(folder: string): Finding | null {
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o007) === 0 || ((mode & 0o007) === 1 && process.getuid?.() === 0)) return null;
  return mind(`Other users of this machine can look into ${folder}.`, `chmod o-rwx ${folder}`);
}

function checkSpace(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearest(folder));
  const free = bavail * bsize;
  const about = `${(free / 1_000_000_000).toFixed(1)} GB are free in the data folder.`;
  if (free < NO_SPACE) return wrong(about, 'Make room at once: without any the database stops.');
  return free < LITTLE_SPACE ? mind(about, 'Make room, or move the data folder to a larger disk while the program is stopped.') : fine(about);
}

function checkMemory(): Finding | null {
  try {
    const available = Number(/^MemAvailable:\s+(\d+)/mu.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) * 1024;
    return available < 300_000_000 ? mind(`Only ${Math.round(available / 1_000_000)} MB of memory are free.`, 'The program takes up to 200 MB and its Postgres 50 MB: give the machine more, or lower PAGE_CACHE_MB.') : null;
  } catch {
    return null;
  }
}

async function checkFfmpeg(): Promise<Finding> {
  const version = await ffmpegVersion();
  if (version !== null) return fine(`ffmpeg ${version} is there: videos become several qualities.`);
  return mind('ffmpeg is not on the PATH, or writes no H.264 and AAC: videos are shown as they came, MOV and HEVC are refused.', 'Install ffmpeg (Debian: apt-get install ffmpeg) and start the program again.');
}

function nearest(path: string): string {
  return existsSync(path) ? path : nearest(dirname(path));
}
