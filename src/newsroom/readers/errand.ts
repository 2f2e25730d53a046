/** What a link to sign in carries beside the account: where to go, how somebody new would like to be called, what waits for the proof. Pure. */
import { z } from 'zod';
import { home } from './rules.ts';

export interface Errand {
  readonly next: string;
  readonly name: string;
  /** `<feature>:<reference>`. */
  readonly errand: string | null;
}

export function packErrand(errand: Errand): string {
  return JSON.stringify(errand);
}

export function unpackErrand(detail: string | null): Errand {
  return form.parse(JSON.parse(detail ?? '{}'));
}

const form = z.object({ next: z.string().default(home), name: z.string().default(''), errand: z.string().nullable().default(null) });
