/** Remark42: its backup (`remark42 backup`, packed or not), a comment a line; also the tree that its API answers. */
import type { Arrived, ExportFile } from './arriving.ts';
import { arrived, ExportBroken, instantOf } from './arriving.ts';
import { textOfHtml } from './html-text.ts';
import type { JsonObject } from './json-documents.ts';
import { documentsOf, listIn, objectIn, textIn } from './json-documents.ts';

export async function* readRemark42(file: ExportFile): AsyncGenerator<Arrived> {
  let known = false;
  for await (const found of documentsOf(file)) {
    // The first line of a backup: its version, users and settings of pages.
    known ||= found['version'] === 1 && found['users'] !== undefined;
    for (const one of commentsIn(found)) {
      known = true;
      yield comment(one);
    }
  }
  if (!known) throw new ExportBroken('no comment of Remark42 is in it (a document with «locator»)');
}

function* commentsIn(found: JsonObject): Generator<JsonObject> {
  if (found['locator'] !== undefined) yield found;
  if (found['comment'] !== undefined) yield* commentsIn(objectIn(found['comment']));
  for (const below of [...listIn(found['comments']), ...listIn(found['replies'])]) yield* commentsIn(objectIn(below));
}

function comment(found: JsonObject): Arrived {
  const locator = objectIn(found['locator']);
  const keyOf = (id: string) => `remark42:${textIn(locator['site'])}:${id}`;
  const key = keyOf(textIn(found['id']));
  if (found['delete'] === true) return { key, leftOut: 'deleted' };
  const parent = textIn(found['pid']);
  return arrived({
    key, thread: { link: textIn(locator['url']), title: textIn(found['title']) }, parent: parent === '' ? null : keyOf(parent),
    name: textIn(objectIn(found['user'])['name']), at: instantOf(textIn(found['time'])), text: textOfHtml(textIn(found['text'])), state: 'approved',
  });
}
