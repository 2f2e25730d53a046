import { refuse, type Refused } from '../../platform/result.ts';
import { mayEnter, type Person } from './person.ts';
import { roles, type Role } from './roles.ts';

/** A name on a byline, with every given name and title, fits. */
export const longestName = 120;
/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets with its brackets. */
export const longestEmail = 254;
/** Somebody must be able to let people in: the house never loses its last administrator. */
const leastAdministrators = 1;

export type WrongEntry = Refused<'name-missing' | 'name-long' | 'email-wrong' | 'role-unknown'>;

/** The name as it will be written: without line breaks or double spaces. */
export function tidyName(name: string): string {
  return name.normalize('NFC').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

export function judgeName(name: string): WrongEntry | null {
  if (tidyName(name) === '') return refuse('name-missing');
  return tidyName(name).length > longestName ? refuse('name-long', { most: longestName }) : null;
}

/** An address that a mail can go to; whether it arrives is for the mail to find out. */
export function judgeEmail(email: string): WrongEntry | null {
  const formed = /^[^\s\p{C}<>()[\]\\,;:"@]+@[^\s\p{C}<>()[\]\\,;:"@.]+(?:\.[^\s\p{C}<>()[\]\\,;:"@.]+)+$/u.test(email);
  return formed && email.length <= longestEmail ? null : refuse('email-wrong');
}

export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** What a change would make of a person. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly suspended?: boolean | undefined;
}

export type ChangeRefusal = WrongEntry | Refused<'last-administrator' | 'name-only'>;

/** Whether the person may be changed so. `administrators`: how many may enter today, this person included. */
export function mayChange(person: Person, change: PersonChange, administrators: number): ChangeRefusal | null {
  if (!person.maySignIn && (change.role ?? change.suspended) !== undefined) return refuse('name-only');
  const wrong = change.name === undefined ? null : judgeName(change.name);
  if (wrong !== null) return wrong;
  const isOne = person.role === 'administrator' && mayEnter(person);
  const stays = (change.role ?? person.role) === 'administrator' && change.suspended !== true;
  return isOne && !stays && administrators <= leastAdministrators ? refuse('last-administrator') : null;
}

/** A token's end lies ahead, or it has none. */
export function judgeTokenEnd(endsAt: Date | null, now: Date): Refused<'end-past'> | null {
  return endsAt !== null && endsAt <= now ? refuse('end-past') : null;
}

export function tokenHasEnded(endsAt: Date | null, now: Date): boolean {
  return endsAt !== null && endsAt <= now;
}
