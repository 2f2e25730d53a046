/** The plain text of a comment in parts: words and addresses of the web. Pure. */

export interface Segment {
  readonly text: string;
  /** Where the words are an address. Always http or https, as `URL` writes it. */
  readonly href: string | null;
}

// What people type as an address: a scheme or www, then no white space and nothing that quotes it.
const addressPattern = /\b(?:https?:\/\/|www\.)[^\s<>"'«»“”‹›`|\\^{}]+/giu;

/** The parts of one line, in order; joined they are the line again. */
export function segmentsOf(line: string): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const match of line.matchAll(addressPattern)) {
    const typed = withoutTail(match[0]);
    const href = hrefOf(typed);
    if (href === null) continue;
    if (match.index > end) segments.push({ text: line.slice(end, match.index), href: null });
    segments.push({ text: typed, href });
    end = match.index + typed.length;
  }
  if (end < line.length) segments.push({ text: line.slice(end), href: null });
  return segments;
}

/** How many addresses a text names. */
export function countLinks(text: string): number {
  return [...text.matchAll(addressPattern)].filter((match) => hrefOf(withoutTail(match[0])) !== null).length;
}

/** What ends a sentence ends no address; a bracket does only where it was opened inside. */
function withoutTail(typed: string): string {
  let text = typed;
  for (;;) {
    const last = text.at(-1) ?? '';
    const opened = { ')': '(', ']': '[' }[last];
    const isTail = opened === undefined ? /[.,;:!?…*_~'’]/u.test(last) : text.split(last).length > text.split(opened).length;
    if (!isTail) return text;
    text = text.slice(0, -1);
  }
}

function hrefOf(typed: string): string | null {
  const url = URL.parse(/^www\./iu.test(typed) ? `https://${typed}` : typed);
  // A name before the host (`https://bank.ch@elsewhere.example`) is there to mislead.
  if (url === null || !/^https?:$/u.test(url.protocol) || url.username !== '' || url.password !== '' || !url.hostname.includes('.')) return null;
  return url.href;
}
