/** Whether the bucket that is set can be used, in words for the person at the terminal. */
import { s3Place } from '../platform/objects/open.ts';
import type { BucketTrouble } from '../platform/objects/s3.ts';
import { whatIsWrong } from '../platform/objects/s3.ts';
import { refuse } from '../platform/result.ts';
import type { Settings } from '../settings.ts';
import type { CommandRefusal } from './command.ts';

const sentences: Readonly<Record<BucketTrouble, { readonly about: string; readonly mend: string }>> = {
  refused: { about: 'refuses the key.', mend: 'Check S3_ACCESS_KEY, S3_SECRET_KEY and S3_REGION, and what that key may do there.' },
  'no-bucket': { about: 'does not exist.', mend: 'Make it, for the program alone, or check S3_BUCKET.' },
  'no-answer': { about: 'does not answer.', mend: 'Check S3_ENDPOINT, and whether a firewall keeps this machine from it.' },
  'not-writable': { about: 'can be read, but not written.', mend: 'Let the key of S3_ACCESS_KEY write and remove there.' },
};

export interface BucketState {
  /** `The bucket «bote» at https://…` */
  readonly name: string;
  /** Null where it can be read and written. */
  readonly trouble: { readonly kind: BucketTrouble; readonly about: string; readonly mend: string } | null;
}

/** Null where no bucket is set. */
export async function bucketState(settings: Settings): Promise<BucketState | null> {
  const place = s3Place(settings);
  if (place === null) return null;
  const kind = await whatIsWrong(place);
  return { name: `The bucket «${place.bucket}» at ${place.endpoint}`, trouble: kind === null ? null : { kind, ...sentences[kind] } };
}

/** For commands that need their objects: why not, or nothing. */
export async function bucketRefusal(settings: Settings): Promise<CommandRefusal | undefined> {
  const state = await bucketState(settings);
  return state === null || state.trouble === null ? undefined : refuse('bucket', { message: `${state.name} ${state.trouble.about} ${state.trouble.mend}` });
}
