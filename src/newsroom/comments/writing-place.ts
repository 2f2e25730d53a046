/** Where somebody is about to write: the story, its discussion, and the language in which both speak. */
import type { House } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import type { Values } from '../../platform/words/translate.ts';
import { readPublication } from '../publication/publication.ts';
import { writeInstant } from '../../design/type.ts';
import { teasersById } from '../stories/stories.ts';
import type { Thread } from './settings-store.ts';
import { readThread } from './settings-store.ts';
import type { Speaking } from './views/speaking.ts';
import { speakingIn } from './views/speaking.ts';
import type { About } from './views/write.tsx';

export interface Place {
  readonly story: About;
  readonly thread: Thread;
  readonly speaking: Speaking;
}

/** Null where readers see no such story. */
export async function placeToWrite({ db, clock }: Pick<House, 'db' | 'clock'>, story: string): Promise<Place | null> {
  if (!idPattern.test(story)) return null;
  const [teasers, thread, publication] = await Promise.all([teasersById(db, [story]), readThread(db, story), readPublication(db)]);
  const teaser = teasers.get(story);
  if (teaser === undefined || thread === null) return null;
  const speaking = speakingIn({ language: thread.language, timeZone: publication.timeZone, form: publication.addressForm, now: clock.now() });
  return { story: { id: story, headline: teaser.headline, url: teaser.url }, thread, speaking };
}

/** A refusal as the sentence that a reader is told. */
export function refusalSentence({ t, writing }: Speaking, { refused, detail = {} }: Refused): string {
  const values = Object.entries(detail).map(([name, value]) => [name, value instanceof Date ? writeInstant(value, writing) : value]);
  return t(`refused.${refused}`, Object.fromEntries(values) as Values);
}
