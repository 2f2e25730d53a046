/** What the newsroom has decided about files on their way in. */
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';

/** `coming`: bytes are missing. `arrived`: whole, being read. `kept`: something came of it. `refused`: nothing did. */
export const uploadStates = ['coming', 'arrived', 'kept', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];

const minute = 60_000;
const day = 24 * 60 * minute;

/** A folder of a whole day may lie half sent when a train enters a tunnel; more is a program that forgets its own. */
export const mostUnfinished = 50;

/** What nobody went on with for a day, nobody will; and what came of an upload is asked for at once or never. */
export const forgottenAfter = day;

/** Whole for so long and still not read: the process that should have done it may be gone. */
export const readAgainAfter = minute;

export interface Beginning {
  readonly bytes: number;
  readonly greatest: number;
  /** How many others of the same sender are under way. */
  readonly unfinished: number;
  /** Room where the files arrive, in bytes. */
  readonly free: number;
}

/** Why an upload cannot begin; null where it can. Better said before the first byte than after the last. */
export function whyNotBegin({ bytes, greatest, unfinished, free }: Beginning): Refused<'too-large' | 'too-many-unfinished' | 'store-full'> | null {
  if (bytes > greatest) return refuse('too-large', { bytes, most: greatest });
  if (unfinished >= mostUnfinished) return refuse('too-many-unfinished', { most: mostUnfinished });
  // Once on its way in, once where it is kept.
  if (free < 2 * bytes) return refuse('store-full');
  return null;
}

/** Refused for a reason that passes: its bytes stay for a day, and it can be read again without being sent again. */
export function mayReadAgain(refusal: Refused): boolean {
  return refusal.refused === 'store-full';
}
