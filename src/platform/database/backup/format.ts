/**
 * One file: a line of magic, then frames of one byte for the kind, four for the length (big-endian) and the content.
 * The last frame holds the SHA-256 of everything before it, so that a torn or altered file is known before a row of
 * it is used.
 */
import { z } from 'zod';

export const MAGIC = 'BROADSHEET BACKUP 1\n';

/** Greater frames are not written, so a reader need not believe a damaged length. */
export const LARGEST_FRAME = 8 * 1024 * 1024;

export const kinds = {
  /** JSON: `Header`. Always the first. */
  header: 'H',
  /** JSON: `TableHead`. The rows that follow are of this table. */
  table: 'T',
  /** Rows as Postgres's COPY writes them as text, gzipped; cut anywhere. */
  rows: 'R',
  /** JSON: a list of `WaitingJob`. */
  jobs: 'J',
  /** JSON: `ObjectHead`. The bytes that follow are of this object. */
  object: 'O',
  bytes: 'B',
  /** JSON: `Trailer`. Always the last. */
  trailer: 'E',
} as const;
export type Kind = (typeof kinds)[keyof typeof kinds];

export interface Frame {
  readonly kind: Kind;
  readonly content: Buffer;
}

export const headerForm = z.object({
  /** ISO 8601, by the newsroom's clock. */
  made: z.iso.datetime(),
  publicUrl: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Where each table's own numbering stands. */
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
});
export type Header = z.infer<typeof headerForm>;

export const tableHeadForm = z.object({ name: z.string(), columns: z.array(z.string()).min(1) });
export type TableHead = z.infer<typeof tableHeadForm>;

export const objectHeadForm = z.object({ address: z.string().regex(/^[0-9a-f]{64}$/u), size: z.number().int().nonnegative() });
export type ObjectHead = z.infer<typeof objectHeadForm>;

/** Work that was still to be done; written anew on restoring, since its own tables belong to the library that does it. */
export const waitingJobForm = z.object({
  name: z.string(), facts: z.record(z.string(), z.unknown()), priority: z.number(), key: z.string().nullable(), startAfter: z.iso.datetime(),
});
export type WaitingJob = z.infer<typeof waitingJobForm>;

export const trailerForm = z.object({ tables: z.number(), objects: z.number(), sha256: z.string() });
export type Trailer = z.infer<typeof trailerForm>;

/** What a restored newsroom must not bring back: who was signed in, and links that sign in. */
export function isLeftOut(table: string): boolean {
  return /_(?:sessions|attempts|presence)$/u.test(table) || table === 'staff_links' || table === 'reader_links' || table === 'migrations';
}
