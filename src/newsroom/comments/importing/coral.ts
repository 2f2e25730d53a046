/**
 * Coral: what `mongoexport` writes of its collections `stories`, `users` and `comments`, one after the other in one
 * file. A document is known by its fields, so their order does not matter; comments wait until all is read.
 */
import type { Arrived, ArrivingState, ArrivingThread, ExportFile } from './arriving.ts';
import { arrived, ExportBroken, instantOf } from './arriving.ts';
import { textOfHtml } from './html-text.ts';
import type { Json, JsonObject } from './json-documents.ts';
import { documentsOf, listIn, objectIn, textIn } from './json-documents.ts';

// Coral's `GQLCOMMENT_STATUS`. NONE is what was published without anybody looking.
const states: Readonly<Record<string, ArrivingState>> = { APPROVED: 'approved', NONE: 'approved', PREMOD: 'pending', SYSTEM_WITHHELD: 'pending', REJECTED: 'refused' };

export async function* readCoral(file: ExportFile): AsyncGenerator<Arrived> {
  const threads = new Map<string, ArrivingThread>();
  const names = new Map<string, string>();
  const comments: JsonObject[] = [];
  for await (const found of documentsOf(file)) {
    const id = textIn(found['id']);
    if (found['storyID'] !== undefined) comments.push(found);
    else if (found['url'] !== undefined) threads.set(id, { link: textIn(found['url']), title: textIn(objectIn(found['metadata'])['title']) });
    else if (found['username'] !== undefined || found['profiles'] !== undefined) names.set(id, textIn(found['username']));
  }
  if (comments.length === 0) throw new ExportBroken('no comment of Coral is in it (a document with «storyID»)');
  for (const found of comments) yield comment(found, threads, names);
}

function comment(found: JsonObject, threads: ReadonlyMap<string, ArrivingThread>, names: ReadonlyMap<string, string>): Arrived {
  const key = keyOf(textIn(found['id']));
  if (found['deletedAt'] != null) return { key, leftOut: 'deleted' };
  const state = states[textIn(found['status'])];
  if (state === undefined) return { key, leftOut: 'not-a-comment' };
  const thread = threads.get(textIn(found['storyID']));
  if (thread === undefined) return { key, leftOut: 'no-thread' };
  const parent = textIn(found['parentID']);
  const body = textIn(objectIn(listIn(found['revisions']).at(-1))['body']);
  return arrived({
    key, thread, parent: parent === '' ? null : keyOf(parent), name: names.get(textIn(found['authorID'])) ?? '',
    at: mongoInstant(found['createdAt']), text: textOfHtml(body), state,
  });
}

/** MongoDB Extended JSON v2: `{"$date": "2021-…Z"}` or `{"$date": {"$numberLong": "1614…"}}`. */
function mongoInstant(value: Json | undefined): Date | null {
  const date = objectIn(value)['$date'];
  const long = objectIn(date)['$numberLong'];
  return instantOf(typeof long === 'string' ? Number(long) : (date ?? value));
}

const keyOf = (id: string) => `coral:${id}`;
