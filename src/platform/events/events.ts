/**
 * What happened, told to every process: one NOTIFY per announcement, in the transaction of the action, so that
 * nobody hears of what was rolled back and everybody hears of what was committed.
 */
import { sql } from 'kysely';
import type { Tx } from '../database/database.ts';
import type { Announcement } from '../feature.ts';

export const channel = 'broadsheet';

/** What goes over the wire between processes. */
export interface Heard {
  readonly event: string;
  readonly facts: Announcement['facts'];
  readonly tags: readonly string[];
}

// A NOTIFY holds at most 8,000 bytes; ids and tags are ASCII, but nobody promises it: leave room.
const greatestPayload = 7_000;

export async function notify(tx: Tx, announcements: readonly Announcement[]): Promise<void> {
  const payloads = announcements.flatMap(({ event, facts, tags = [] }) => inPieces(tags).map((some) => JSON.stringify({ event, facts, tags: some })));
  if (payloads.length > 0) await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`.execute(tx);
}

function inPieces(tags: readonly string[]): (readonly string[])[] {
  const pieces: string[][] = [[]];
  let bytes = 0;
  for (const tag of tags) {
    const size = Buffer.byteLength(tag) + 4;
    if (bytes + size > greatestPayload - 1_500) {
      pieces.push([]);
      bytes = 0;
    }
    pieces.at(-1)!.push(tag);
    bytes += size;
  }
  return pieces;
}

export function readHeard(payload: string): Heard | null {
  try {
    const { event, facts, tags } = JSON.parse(payload) as Heard;
    return typeof event === 'string' && Array.isArray(tags) ? { event, facts: facts ?? {}, tags } : null;
  } catch {
    return null;
  }
}

type Ear = (heard: Heard) => void;

/** The ears of this process. */
export class Events {
  readonly #ears = new Set<Ear>();

  /** Calls the ear for everything that is heard from now on; the answer stops it. */
  listen(ear: Ear): () => void {
    this.#ears.add(ear);
    return () => void this.#ears.delete(ear);
  }

  hear(heard: Heard): void {
    for (const ear of this.#ears) ear(heard);
  }
}
