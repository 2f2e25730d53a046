/** Somebody who works in the newsroom, and how they stand to it. */
import type { Language } from '../../platform/words/words.ts';
import type { Role } from './roles.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly language: Language;
  /** False for the people of the sample: they are names only. */
  readonly maySignIn: boolean;
  readonly invitedAt: Date;
  readonly joinedAt: Date | null;
  readonly suspendedAt: Date | null;
}

export type Standing = 'invited' | 'active' | 'suspended' | 'name-only';

export function standing(person: Person): Standing {
  if (!person.maySignIn) return 'name-only';
  if (person.suspendedAt !== null) return 'suspended';
  return person.joinedAt === null ? 'invited' : 'active';
}

/** Who may open the desk today. */
export function mayEnter(person: Person): boolean {
  return standing(person) === 'active';
}

/** A program that acts for the newsroom: a role of its own, perhaps an end. */
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly endsAt: Date | null;
  readonly lastUsedAt: Date | null;
}
