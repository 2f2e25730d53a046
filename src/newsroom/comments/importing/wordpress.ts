/** WordPress: its eXtended RSS (WXR 1.0 to 1.2), the comments within each `item`. */
import { elementsOf, textOf, XmlBroken } from '../../../platform/xml/elements.ts';
import type { XmlElement } from '../../../platform/xml/elements.ts';
import type { Arrived, ArrivingState, ArrivingThread, ExportFile } from './arriving.ts';
import { arrived, ExportBroken, instantOf } from './arriving.ts';
import { textOfHtml } from './html-text.ts';

const read = new Set(['item', 'wp:wxr_version']);
// What `wp:comment_approved` says; what was in the trash or was spam stays behind.
const states: Readonly<Record<string, ArrivingState>> = { '1': 'approved', approve: 'approved', '0': 'pending', hold: 'pending' };

export async function* readWordpress(file: ExportFile): AsyncGenerator<Arrived> {
  let known = false;
  try {
    for await (const element of elementsOf(file.text(), read)) {
      known ||= element.name === 'wp:wxr_version' || element.children.some(({ name }) => name.startsWith('wp:'));
      const thread = { link: textOf(element, 'link') || textOf(element, 'guid'), title: textOf(element, 'title') };
      for (const child of element.children) if (child.name === 'wp:comment') yield comment(child, thread);
    }
  } catch (error) {
    throw error instanceof XmlBroken ? new ExportBroken(error.message) : error;
  }
  if (!known) throw new ExportBroken('it is XML, but no export of WordPress');
}

function comment(element: XmlElement, thread: ArrivingThread): Arrived {
  const key = keyOf(thread, textOf(element, 'wp:comment_id'));
  const kind = textOf(element, 'wp:comment_type');
  if (kind !== '' && kind !== 'comment') return { key, leftOut: 'not-a-comment' };
  const approved = textOf(element, 'wp:comment_approved');
  const state = states[approved];
  if (state === undefined) return { key, leftOut: approved === 'spam' ? 'spam' : 'deleted' };
  const parent = textOf(element, 'wp:comment_parent');
  return arrived({
    key, thread, parent: parent === '' || parent === '0' ? null : keyOf(thread, parent), name: textOf(element, 'wp:comment_author'),
    at: instantOf(textOf(element, 'wp:comment_date_gmt')) ?? instantOf(textOf(element, 'wp:comment_date')),
    // WordPress keeps line ends as they were typed and makes paragraphs of them when it shows them.
    text: textOfHtml(textOf(element, 'wp:comment_content').replaceAll(/\r?\n/gu, '<br>')), state,
  });
}

/** Comment ids are unique within a site; the host keeps two sites apart. */
function keyOf({ link }: ArrivingThread, id: string): string {
  return `wordpress:${URL.canParse(link) ? new URL(link).host : ''}:${id}`;
}
