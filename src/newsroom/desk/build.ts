/**
 * The journalists' app is built when its sources changed: from a fresh clone with the first start, afterwards never.
 * The build runs in a process of its own, so that readers are served meanwhile and its memory is given back.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, constants, mkdir, readFile, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const unusedFor = 7 * 24 * 60 * 60_000;
const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface BuildRequest {
  /** Where the build is kept when the program's own folder cannot be written. */
  readonly dataDir: string;
}

/** Answers with the folder of the finished build. Throws with what the build said when it failed. */
export async function buildDesk({ dataDir }: BuildRequest): Promise<string> {
  const name = `desk-${await sourcesHash()}`;
  const places = [join(root, 'node_modules/.cache/broadsheet'), join(dataDir, 'cache')];
  for (const place of places) if (await isBuilt(join(place, name))) return join(place, name);
  const place = await writable(places);
  await runBuild(join(place, name));
  await sweep(place);
  return join(place, name);
}

/** Changes with every source that the browser could see, and with every version of a library. */
export async function sourcesHash(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await browserFiles(join(root, 'src'))).sort();
  for (const file of [...files, join(root, 'package-lock.json')]) {
    hash.update(relative(root, file));
    hash.update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Pure files of the features go into the app too: everything but tests counts, and a change too many only builds anew. */
async function browserFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(tsx?|css|json)$/u.test(entry.name) && !/\.test\.tsx?$|^(store|actions|api|routes|jobs|tables)\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Whoever finds a build marks it as used. */
function isBuilt(folder: string): Promise<boolean> {
  const now = new Date();
  const mark = join(folder, 'built.json');
  return stat(mark).then(() => utimes(mark, now, now).then(() => true, () => true), () => false);
}

async function writable(places: readonly string[]): Promise<string> {
  for (const place of places) {
    const usable = await mkdir(place, { recursive: true }).then(() => access(place, constants.W_OK)).then(() => true, () => false);
    if (usable) return place;
  }
  throw new Error(`the desk cannot be built: none of ${places.join(', ')} can be written`);
}

function runBuild(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('./build-process.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, folder], { cwd: root, env: { NODE_ENV: 'production' }, stdio: ['ignore', 'ignore', 'pipe'] });
    const said: Buffer[] = [];
    child.stderr.on('data', (part: Buffer) => said.push(part));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the desk was not built: ${Buffer.concat(said).toString('utf8').slice(0, 4_000)}`))));
  });
}

/** Builds that nobody started with for a week are of no more use; a process of before an upgrade may still serve from a younger one. */
async function sweep(place: string): Promise<void> {
  const now = Date.now();
  for (const entry of await readdir(place)) {
    if (!entry.startsWith('desk-')) continue;
    const used = await stat(join(place, entry, 'built.json')).catch(() => stat(join(place, entry)));
    if (now - used.mtimeMs > unusedFor) await rm(join(place, entry), { recursive: true, force: true });
  }
}
