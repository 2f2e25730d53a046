/**
 * Who works in the newsroom, how they sign in, what they may, and the programs that act for it.
 *
 * - The first administrator comes by the link of an empty house, everybody else by invitation.
 * - One signs in by password (and the code of an app) or by a link in a mail; every sign-in is a session that can be ended.
 * - Each feature's door lists its acts with the roles that may; the table of roles is printed from the doors.
 * - The house never loses its last administrator; a suspension counts at once.
 * - The log of acts and the mails are read here too.
 *
 * Announces `staff.changed {id}`.
 */
import type { Feature, House } from '../../platform/feature.ts';
import { beginSendingMails } from '../../platform/mail/send.ts';
import { staffActs } from './acts.ts';
import { staffApi } from './api.ts';
import { signinSweep } from './jobs.ts';
import { staffRoutes } from './routes.tsx';
import { words } from './words.ts';

export type { Person } from './person.ts';
export { standing } from './person.ts';
export { rolesTable } from './roles-table.ts';
export { whoIs, whoIsNow } from './who.ts';
export { firstAdministratorLink } from './joining.ts';
export { addNameOnly, removeNameOnly } from './keeping.ts';
export { listPeople } from './store.ts';

export const feature: Feature = {
  name: 'staff',
  acts: staffActs,
  words,
  api: staffApi,
  routes: staffRoutes,
  async due(house: House) {
    beginSendingMails(house);
    await signinSweep(house);
    return null;
  },
};
