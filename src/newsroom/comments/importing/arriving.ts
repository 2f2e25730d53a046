/** What comes out of another comment system, before anything of it is kept. Pure. */

export const formats = ['disqus', 'wordpress', 'coral', 'remark42', 'isso'] as const;
export type Format = (typeof formats)[number];

export type ArrivingState = 'approved' | 'pending' | 'refused';

/** The page that comments stood below, as the other system knew it. */
export interface ArrivingThread {
  /** Its address, absolute or a path; empty where the system kept none. */
  readonly link: string;
  readonly title: string;
}

export interface ArrivingComment {
  /** Its name for ever, such as `disqus:299619020`: by it a second import knows what it has. */
  readonly key: string;
  readonly thread: ArrivingThread;
  /** The key of the comment that it answers. */
  readonly parent: string | null;
  readonly name: string;
  readonly at: Date;
  /** Plain, with line breaks. */
  readonly text: string;
  readonly state: ArrivingState;
}

/** Why a record is not taken; each record that is not is named. */
export type LeftOutReason = 'deleted' | 'spam' | 'not-a-comment' | 'no-text' | 'no-date' | 'no-thread';

export interface LeftOut {
  readonly key: string;
  readonly leftOut: LeftOutReason;
}

export type Arrived = ArrivingComment | LeftOut;

/** Reads an export of one system. Throws `ExportBroken` where the file cannot be read to its end. */
export type ExportReader = (file: ExportFile) => AsyncIterable<Arrived>;

export interface ExportFile {
  readonly path: string;
  /** Its text, in pieces; unpacked where it is packed. */
  text(): AsyncIterable<string>;
}

/** The file is not an export of this system, or is cut off. Its message says where. */
export class ExportBroken extends Error {}

/** A comment as it was found; what it lacks decides whether it is one. */
export function arrived(found: Omit<ArrivingComment, 'at'> & { readonly at: Date | null }): Arrived {
  const { key, at } = found;
  if (at === null) return { key, leftOut: 'no-date' };
  if (found.text === '') return { key, leftOut: 'no-text' };
  if (found.thread.link === '' && found.thread.title === '') return { key, leftOut: 'no-thread' };
  return { ...found, at };
}

/** An instant as exports write them; without a zone it is UTC, as all five systems keep it. Null where it is none. */
export function instantOf(written: unknown): Date | null {
  if (typeof written !== 'string' && typeof written !== 'number') return null;
  const date = new Date(typeof written === 'string' ? withZone(written.trim()) : written);
  // Comment systems are younger than this; 0000-00-00 is how MySQL says that it does not know.
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1990 ? null : date;
}

function withZone(written: string): string {
  return /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+)?)?$/u.test(written) ? `${written.replace(' ', 'T')}Z` : written;
}
