/** Disqus: its XML export (help.disqus.com, «Comments Export»). Threads come first, posts name theirs by `dsq:id`. */
import { childOf, elementsOf, textOf, XmlBroken } from '../../../platform/xml/elements.ts';
import type { XmlElement } from '../../../platform/xml/elements.ts';
import type { Arrived, ArrivingThread, ExportFile } from './arriving.ts';
import { arrived, ExportBroken, instantOf } from './arriving.ts';
import { textOfHtml } from './html-text.ts';

const read = new Set(['thread', 'post', 'category']);

export async function* readDisqus(file: ExportFile): AsyncGenerator<Arrived> {
  const threads = new Map<string, ArrivingThread>();
  let known = false;
  try {
    for await (const element of elementsOf(file.text(), read)) {
      known ||= element.attributes['dsq:id'] !== undefined;
      if (element.name === 'thread') threads.set(idOf(element), { link: textOf(element, 'link'), title: textOf(element, 'title') });
      else if (element.name === 'post') yield post(element, threads);
    }
  } catch (error) {
    throw error instanceof XmlBroken ? new ExportBroken(error.message) : error;
  }
  if (!known) throw new ExportBroken('no thread and no post of Disqus is in it');
}

function post(element: XmlElement, threads: ReadonlyMap<string, ArrivingThread>): Arrived {
  const key = keyOf(idOf(element));
  if (textOf(element, 'isSpam') === 'true') return { key, leftOut: 'spam' };
  if (textOf(element, 'isDeleted') === 'true') return { key, leftOut: 'deleted' };
  const thread = threads.get(idOf(childOf(element, 'thread')));
  if (thread === undefined) return { key, leftOut: 'no-thread' };
  const author = childOf(element, 'author');
  const parent = childOf(element, 'parent');
  return arrived({
    key, thread, parent: parent === undefined ? null : keyOf(idOf(parent)), name: author === undefined ? '' : textOf(author, 'name') || textOf(author, 'username'),
    at: instantOf(textOf(element, 'createdAt')), text: textOfHtml(textOf(element, 'message')), state: textOf(element, 'isApproved') === 'false' ? 'pending' : 'approved',
  });
}

const keyOf = (id: string) => `disqus:${id}`;
const idOf = (element: XmlElement | undefined) => element?.attributes['dsq:id'] ?? '';
