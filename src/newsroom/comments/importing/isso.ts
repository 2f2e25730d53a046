/** Isso: its database (SQLite), or the plain JSON that its own import takes (`isso import -t generic`). */
import type { Arrived, ArrivingState, ArrivingThread, ExportFile } from './arriving.ts';
import { arrived, ExportBroken, instantOf } from './arriving.ts';
import { lines } from '../../../platform/text/plain.ts';
import type { JsonObject } from './json-documents.ts';
import { documentsOf, listIn, objectIn, textIn } from './json-documents.ts';

// Isso's `mode`: 1 accepted, 2 in the moderation queue, 4 deleted but answered to.
const states: Readonly<Record<number, ArrivingState>> = { 1: 'approved', 2: 'pending' };

export async function* readIsso(file: ExportFile): AsyncGenerator<Arrived> {
  if (await isDatabase(file)) yield* fromDatabase(file.path);
  else yield* fromJson(file);
}

async function isDatabase(file: ExportFile): Promise<boolean> {
  for await (const chunk of file.text()) return chunk.startsWith('SQLite format 3');
  return false;
}

async function* fromJson(file: ExportFile): AsyncGenerator<Arrived> {
  let known = false;
  for await (const found of documentsOf(file)) {
    if (typeof found['id'] !== 'string' || !Array.isArray(found['comments'])) continue;
    known = true;
    const thread = { link: found['id'], title: textIn(found['title']).replaceAll('+', ' ') };
    for (const [place, one] of listIn(found['comments']).entries()) yield plainComment(objectIn(one), thread, place);
  }
  if (!known) throw new ExportBroken('no thread of Isso is in it');
}

function plainComment(found: JsonObject, thread: ArrivingThread, place: number): Arrived {
  // The ids of this format are all 0: the place in the thread tells comments apart.
  return arrived({
    key: `isso:${thread.link}#${place}`, thread: { ...thread, title: decoded(thread.title) }, parent: null, name: textIn(found['author']),
    at: instantOf(textIn(found['created'])), text: lines(textIn(found['text'])), state: 'approved',
  });
}

async function* fromDatabase(path: string): AsyncGenerator<Arrived> {
  const { DatabaseSync } = await import('node:sqlite');
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare('select comments.id, comments.parent, comments.created, comments.mode, comments.text, comments.author, threads.uri, threads.title from comments join threads on threads.id = comments.tid order by comments.id');
    for (const row of rows.iterate()) yield rowComment(row);
  } catch (error) {
    throw new ExportBroken(error instanceof Error ? error.message : 'no database of Isso');
  } finally {
    database.close();
  }
}

function rowComment(row: Readonly<Record<string, unknown>>): Arrived {
  const key = `isso:${Number(row['id'])}`;
  const state = states[Number(row['mode'])];
  if (state === undefined) return { key, leftOut: 'deleted' };
  const said = (name: string) => (typeof row[name] === 'string' ? row[name] : '');
  return arrived({
    key, thread: { link: said('uri'), title: said('title') }, parent: row['parent'] == null ? null : `isso:${Number(row['parent'])}`,
    name: said('author'), at: instantOf(Number(row['created']) * 1_000), text: lines(said('text')), state,
  });
}

function decoded(title: string): string {
  try {
    return decodeURIComponent(title);
  } catch {
    return title;
  }
}
