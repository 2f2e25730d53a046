/**
 * `comments inspect FILE...` says what an export holds, without a database; `comments import FILE` takes it in.
 * Both print JSON lines. Import names every record that it does not take, and ends with one line for the file.
 */
import { readFile } from 'node:fs/promises';
import type { Command, CommandRefusal, Given } from '../../commands/command.ts';
import { actFromTerminal } from '../../commands/terminal.ts';
import type { OpenDatabase } from '../../platform/database/open.ts';
import type { Db } from '../../platform/database/database.ts';
import type { Actor } from '../../platform/feature.ts';
import { complain, say } from '../../platform/log/say.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { idInPath } from '../stories/stories.ts';
import type { Arrived, ArrivingComment, Format, LeftOut } from './importing/arriving.ts';
import { ExportBroken, formats } from './importing/arriving.ts';
import { formatOf, isFormat, readExport } from './importing/export-file.ts';
import type { Placed } from './importing/import.ts';
import { batchSize, importBatch, inOrder } from './importing/import.ts';
import { selectLanguages, selectStoriesByTrace } from './importing/import-store.ts';
import type { SaidThreads } from './importing/threads.ts';
import { pathOf, storyOf, threadKey, traces } from './importing/threads.ts';

const importer: Actor = { kind: 'program', id: 'comments.import', name: 'Broadsheet', role: null };

interface Export {
  readonly format: Format;
  readonly comments: readonly ArrivingComment[];
  readonly leftOut: readonly LeftOut[];
}

type ReadRefusal = Refused<'no-such-file' | 'unknown-export' | 'unknown-format' | 'broken-export'>;

export const inspectComments: Command = {
  name: 'comments inspect',
  usage: 'FILE... [--format FORMAT]',
  about: `Print what exports of other systems hold (${formats.join(', ')}): one JSON line for each file, in the order given.`,
  options: { format: { type: 'string' } },
  words: [1, Number.MAX_SAFE_INTEGER],
  async run({ args, options }) {
    let missing: CommandRefusal | undefined;
    for (const file of args) {
      const read = await readWhole(file, options['format']);
      if (isRefused(read) && read.refused === 'no-such-file') missing ??= read;
      say(JSON.stringify(isRefused(read) ? { file, refused: { name: read.refused, message: read.detail?.['message'] } } : { file, ...countsOf(read) }));
    }
    return missing;
  },
};

export const importComments: Command = {
  name: 'comments import',
  usage: 'FILE [--format FORMAT] [--map FILE] [--dry-run]',
  about: 'Take in comments of another system. Twice is as good as once. --map: lines «old address,story or its address» for what is not found by slug or headline.',
  options: { format: { type: 'string' }, map: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  words: [1, 1],
  async run(given) {
    const [file = ''] = given.args;
    const read = await readWhole(file, given.options['format']);
    if (isRefused(read)) return read;
    const said = await readMap(given.options['map']);
    if (isRefused(said)) return said;
    return given.withDatabase(async (opened) => {
      const { placed, unplaced } = await place(opened.db, read.comments, said);
      for (const { key, leftOut } of read.leftOut) say(JSON.stringify({ key, leftOut }));
      for (const one of unplaced) say(JSON.stringify({ key: one.key, leftOut: 'no-story', thread: threadKey(one.thread) }));
      const dry = given.options['dry-run'] === true;
      const done = dry ? { taken: 0, known: 0 } : await keep(given, opened, placed);
      say(JSON.stringify({ file, format: read.format, ...(dry ? { dryRun: true, wouldTake: placed.length } : done), leftOut: read.leftOut.length + unplaced.length }));
      return undefined;
    });
  },
};

async function readWhole(file: string, asked: unknown): Promise<Export | ReadRefusal> {
  if (typeof asked === 'string' && !isFormat(asked)) return refuse('unknown-format', { message: `«${asked}» is no format. There are: ${formats.join(', ')}.` });
  try {
    const format = typeof asked === 'string' && isFormat(asked) ? asked : await formatOf(file);
    if (format === null) return refuse('unknown-export', { message: `«${file}» is no export of ${formats.join(', ')}. With --format it is read as one all the same.` });
    const all: Arrived[] = [];
    for await (const one of readExport(file, format)) all.push(one);
    return { format, comments: all.filter((one) => 'text' in one), leftOut: all.filter((one) => 'leftOut' in one) };
  } catch (error) {
    if (error instanceof ExportBroken) return refuse('broken-export', { message: `«${file}» cannot be read to its end (${error.message}). Nothing of it was taken.` });
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return refuse('no-such-file', { message: `There is no file «${file}» that can be read.` });
    throw error;
  }
}

function countsOf({ format, comments, leftOut }: Export): object {
  const counts: Record<string, number> = {};
  for (const { state } of comments) counts[state] = (counts[state] ?? 0) + 1;
  const reasons: Record<string, number> = {};
  for (const one of leftOut) reasons[one.leftOut] = (reasons[one.leftOut] ?? 0) + 1;
  return { format, comments: comments.length, threads: new Set(comments.map(({ thread }) => threadKey(thread))).size, ...counts, leftOut: reasons };
}

/** Lines of «old address,story»: the story by its id, or by an address that ends with it. */
async function readMap(path: unknown): Promise<SaidThreads | Refused<'no-such-file' | 'broken-map'>> {
  if (typeof path !== 'string') return new Map();
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return refuse('no-such-file', { message: `There is no file «${path}» that can be read.` });
  const said = new Map<string, string>();
  for (const [number, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const comma = line.lastIndexOf(',');
    const story = idInPath(pathOf(line.slice(comma + 1).trim()));
    if (comma < 1 || story === null) return refuse('broken-map', { message: `Line ${number + 1} of «${path}» is not «old address,story».` });
    said.set(line.slice(0, comma).trim(), story);
  }
  return said;
}

async function place(db: Db, comments: readonly ArrivingComment[], said: SaidThreads): Promise<{ placed: Placed[]; unplaced: ArrivingComment[] }> {
  const threads = [...new Map(comments.map(({ thread }) => [threadKey(thread), thread])).values()];
  const stories = await selectStoriesByTrace(db, traces(threads));
  const found = new Map(threads.map((thread) => [threadKey(thread), storyOf(thread, { said, stories })]));
  const languages = await selectLanguages(db, [...found.values()].filter((story) => story !== null));
  const placed: Placed[] = [];
  const unplaced: ArrivingComment[] = [];
  for (const comment of inOrder(comments)) {
    const story = found.get(threadKey(comment.thread)) ?? null;
    const language = story === null ? undefined : languages.get(story);
    if (story === null || language === undefined) unplaced.push(comment);
    else placed.push({ ...comment, story, language });
  }
  return { placed, unplaced };
}

async function keep(given: Given, opened: OpenDatabase, placed: readonly Placed[]): Promise<{ taken: number; known: number }> {
  const act = actFromTerminal(given, opened);
  const sum = { taken: 0, known: 0 };
  for (let at = 0; at < placed.length; at += batchSize) {
    const done = await act(importer, (tools) => importBatch(tools, placed.slice(at, at + batchSize)));
    sum.taken += done.taken;
    sum.known += done.known;
    if (process.stderr.isTTY) complain(`${Math.min(at + batchSize, placed.length)} of ${placed.length}`);
  }
  return sum;
}
