/**
 * The scripts of readers' pages: every `<name>.client.ts`, wherever it stands, bundled and minified, at an address that
 * carries the hash of its content. Made when the program starts; what was made once is kept beside the libraries. A page
 * loads the ones that its parts ask for (`design/script.tsx`), whoever makes the page.
 */
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What browsers of the last three years understand. */
const target = 'es2022';

export interface ClientScript {
  readonly name: string;
  readonly code: string;
  /** `/assets/scripts/gallery.3f9c2a71d0.js` */
  readonly address: string;
}

/** Every script, by name. */
export const clientScripts: ReadonlyMap<string, ClientScript> = new Map(await Promise.all(sources().map(async (file) => {
  const name = basename(file, '.client.ts');
  const code = await built(join(root, file));
  return [name, { name, code, address: `/assets/scripts/${name}.${hashOf(code).slice(0, 10)}.js` }] as const;
})));

export function scriptAddress(name: string): string {
  const script = clientScripts.get(name);
  if (script === undefined) throw new Error(`there is no script ${name}.client.ts`);
  return script.address;
}

function sources(): string[] {
  const files = globSync('src/**/*.client.ts', { cwd: root }).toSorted();
  const names = files.map((file) => basename(file));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`two scripts are called ${twice}`);
  return files;
}

/** The bundle, from what an earlier start kept where the sources are the same; rolldown, 20 MB, is loaded only for a miss. */
async function built(file: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache/broadsheet/scripts');
  const kept = join(folder, `${hashOf(sourcesBeside(file)).slice(0, 32)}.js`);
  return read(kept) ?? keep(folder, kept, await bundle(file));
}

async function bundle(file: string): Promise<string> {
  const { rolldown } = await import('rolldown');
  const made = await rolldown({ input: file, platform: 'browser', transform: { target }, logLevel: 'warn' });
  const { output } = await made.generate({ format: 'esm', minify: true, comments: false });
  await made.close();
  if (output.length !== 1) throw new Error(`${file} is more than one script`);
  const other = output[0].moduleIds.find((id) => !id.endsWith('.client.ts') && !id.startsWith('\0'));
  if (other !== undefined) throw new Error(`${file} imports ${other}: scripts import scripts and types`);
  return output[0].code.trim();
}

/** All that the bundle can be made of, and what makes it. */
function sourcesBeside(file: string): string {
  const beside = globSync('src/**/*.client.ts', { cwd: root }).toSorted().map((one) => readFileSync(join(root, one), 'utf8'));
  return [target, file, readFileSync(file, 'utf8'), ...beside, readFileSync(join(root, 'package-lock.json'), 'utf8')].join('\n');
}

/** Whole or not at all, since another process may do the same; a disk that cannot be written costs the next start some time. */
function keep(folder: string, path: string, code: string): string {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // nothing is lost
  }
  return code;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
