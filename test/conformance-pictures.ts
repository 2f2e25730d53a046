/**
 * The pictures of a folder, on the way that every picture takes: each is read and made, or refused by name; the process
 * that decodes them survives them all, in bounded memory. Where exiftool is installed (Debian: libimage-exiftool-perl),
 * what was read of each is held against what it reads.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cutsOf } from '../src/newsroom/pictures/making.ts';
import { openDarkroom } from '../src/platform/images/darkroom.ts';
import type { Darkroom } from '../src/platform/images/darkroom.ts';
import type { PictureMetadata } from '../src/platform/images/metadata.ts';
import { isRefused } from '../src/platform/result.ts';
import { darkroomsOf, hasProcessMemory, memoryOf } from './process-memory.ts';

const endings = /\.(?:jpe?g|png|webp|avif|tiff?|gif|hei[cf]|jp2|jxl|bmp|psd)$/iu;

/** The greatest picture that is taken needs some 600 MB while it is decoded whole. */
const mostMemory = 900;

/** Files whose names say that they are pictures, in this folder and below it. */
export function picturesIn(folder: string): string[] {
  return allIn(folder).filter((path) => endings.test(path));
}

/** Judges every file of the folder, whatever it is called; prints a line, and one for each that failed. How many failed. */
export async function judgePictures(folder: string): Promise<number> {
  const darkroom = openDarkroom();
  const counts = { read: 0, refused: 0, failed: 0 };
  const read = new Map<string, PictureMetadata>();
  const refusals = new Map<string, number>();
  let most = 0;
  try {
    for (const path of allIn(folder)) {
      const judged = await judge(darkroom, path);
      for (const child of darkroomsOf(process.pid)) most = Math.max(most, memoryOf(child).most);
      if (judged.outcome === 'read') read.set(path, judged.metadata);
      else if (judged.outcome === 'refused') refusals.set(judged.name, (refusals.get(judged.name) ?? 0) + 1);
      else process.stdout.write(`  ${relative(folder, path)}: ${judged.why}\n`);
      counts[judged.outcome] += 1;
    }
  } finally {
    await darkroom.close();
  }
  const names = [...refusals].map(([name, count]) => `${name} ${count}`).join(', ');
  process.stdout.write(`pictures: ${counts.read} read and made, ${counts.refused} refused by name (${names}), ${counts.failed} failed; the darkroom took ${hasProcessMemory ? `${most} MB at most` : 'memory that is not measured here'}\n`);
  return counts.failed + (most > mostMemory ? 1 : 0) + compare(folder, read);
}

function allIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name)).sort();
}

type Judgement =
  | { readonly outcome: 'read'; readonly metadata: PictureMetadata }
  | { readonly outcome: 'refused'; readonly name: string }
  | { readonly outcome: 'failed'; readonly why: string };

async function judge(darkroom: Darkroom, path: string): Promise<Judgement> {
  try {
    const facts = await darkroom.check(path);
    if (isRefused(facts)) return told(facts.refused);
    const made = await darkroom.develop(path, { cuts: cutsOf(facts), focus: null, says: null });
    if (isRefused(made)) return told(made.refused);
    const whole = made.renditions.filter(({ shape }) => shape === 'whole');
    return whole.length > 0 ? { outcome: 'read', metadata: facts.metadata } : { outcome: 'failed', why: 'nothing was made of it' };
  } catch (error) {
    return { outcome: 'failed', why: String(error) };
  }
}

/** A process that ended says nothing of the file. */
function told(name: string): Judgement {
  return name === 'gave-up' ? { outcome: 'failed', why: 'the process that decodes it ended, or took too long' } : { outcome: 'refused', name };
}

/** What cameras write there is nobody's caption, so that we may leave it out. */
const words = 'IFD0:ImageDescription';

/** A longer text is cut here. */
const longestRead = 9_900;

/** What exiftool calls our fields, in the order in which we believe them. */
const fields: readonly (readonly [keyof PictureMetadata, readonly string[]])[] = [
  ['title', ['XMP-dc:Title', 'IPTC:ObjectName']],
  ['headline', ['XMP-photoshop:Headline', 'IPTC:Headline']],
  ['caption', ['XMP-dc:Description', 'IPTC:Caption-Abstract', words]],
  ['creators', ['XMP-dc:Creator', 'IPTC:By-line', 'IFD0:Artist']],
  ['creditLine', ['XMP-photoshop:Credit', 'IPTC:Credit']],
  ['source', ['XMP-photoshop:Source', 'IPTC:Source']],
  ['copyright', ['XMP-dc:Rights', 'IPTC:CopyrightNotice', 'IFD0:Copyright']],
  ['usageTerms', ['XMP-xmpRights:UsageTerms']],
  ['instructions', ['XMP-photoshop:Instructions', 'IPTC:SpecialInstructions']],
  ['keywords', ['XMP-dc:Subject', 'IPTC:Keywords']],
  ['city', ['XMP-photoshop:City', 'IPTC:City']],
  ['jobId', ['XMP-photoshop:TransmissionReference', 'IPTC:OriginalTransmissionReference']],
];

/** A file of IIM without a mark may be in any of these: exiftool is told one, we find it out. */
const characterSets = ['Latin', 'UTF8', 'MacRoman'] as const;

type Told = Readonly<Record<string, unknown>>;

/** How many files we read otherwise than exiftool. */
function compare(folder: string, read: ReadonlyMap<string, PictureMetadata>): number {
  if (spawnSync('exiftool', ['-ver']).error !== undefined) {
    process.stdout.write('skipped: exiftool is not installed (Debian: apt-get install libimage-exiftool-perl)\n');
    return 0;
  }
  const bySet = characterSets.map((set) => askExiftool([...read.keys()].filter((path) => !path.includes('\n')), set));
  let [fieldsRead, otherwise] = [0, 0];
  for (const [path, metadata] of read) {
    const differing = fields.filter(([field, names]) => {
      const ours = plain(metadata[field]);
      if (ours !== '') fieldsRead += 1;
      return !bySet.some((told) => isTheSame(ours, firstOf(told.get(path) ?? {}, names)) || isTheSame(ours, firstOf(told.get(path) ?? {}, names.filter((name) => name !== words))));
    });
    if (differing.length === 0) continue;
    otherwise += 1;
    for (const [field, names] of differing) process.stdout.write(`  ${relative(folder, path)}: ${field} is ${short(plain(metadata[field]))}, exiftool reads ${short(firstOf(bySet[0]!.get(path) ?? {}, names))}\n`);
  }
  process.stdout.write(`beside exiftool: ${fieldsRead} fields read, ${read.size - otherwise} of ${read.size} pictures the same\n`);
  return otherwise;
}

function isTheSame(ours: string, theirs: string): boolean {
  return ours === theirs || (ours.length > longestRead && theirs.startsWith(ours));
}

function askExiftool(paths: readonly string[], set: string): Map<string, Told> {
  if (paths.length === 0) return new Map();
  const said = execFileSync('exiftool', ['-j', '-G1', '-q', '-q', '-m', '-charset', `iptc=${set}`, '-@', '-'], {
    input: [...fields.flatMap(([, names]) => names.map((name) => `-${name}`)), ...paths].join('\n'), encoding: 'utf8', maxBuffer: 256 * 1024 * 1024, stdio: ['pipe', 'pipe', 'ignore'],
  });
  return new Map((JSON.parse(said === '' ? '[]' : said) as (Told & { SourceFile: string })[]).map((told) => [told.SourceFile, told]));
}

function firstOf(told: Told, names: readonly string[]): string {
  return names.map((name) => plain(told[name])).find((text) => text !== '') ?? '';
}

/** Without what either may write in another way: space, order of writing, what no text holds. */
function plain(value: unknown): string {
  const texts = [value ?? ''].flat().map((one) => String(one));
  return texts.map((text) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()).filter((text) => text !== '').join(' | ');
}

const short = (text: string) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
