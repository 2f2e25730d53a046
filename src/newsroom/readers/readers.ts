/**
 * Who reads us and has an account: one for comments, contributions and newsletters. Apart from the staff: own tables,
 * own cookie, own sign-in.
 *
 * - A link by mail opens a page whose button signs in, and makes the account where there is none; password and passkey by choice.
 * - The display name imitates nobody (`names/`); an address is confirmed before anything of its owner appears.
 * - Everybody gets a copy of their data and can leave; what is unused goes by itself (`jobs.ts`).
 * - Other features keep what is theirs under the reader's id, and are asked through `accounts` on their doors.
 *
 * Announces `reader.verified {id}`, `reader.renamed {id}`, `reader.removed {id}`.
 */
import type { Feature, House } from '../../platform/feature.ts';
import { readerActs } from './acts.ts';
import { keepRetention } from './jobs.ts';
import { readerRoutes } from './routes.tsx';
import { words } from './words.ts';

export type { PublicReader, Reader, ReaderForDesk } from './reader.ts';
export { isReader } from './reader.ts';
export { actorOf, readerOf } from './who.ts';
export { readersById } from './store.ts';
export { readerEmail, readerForDesk } from './desk-view.ts';
export { beginSignIn } from './signing.ts';
export { notify } from './notices.ts';
export { readerPage, spokenFor } from './answers.tsx';

export const feature: Feature = {
  name: 'readers',
  acts: readerActs,
  words,
  routes: readerRoutes,
  async due(house: House) {
    await keepRetention(house);
    return null;
  },
};
