import { everyone, type Role } from './roles.ts';

/** Letting people and programs in is the administrators' alone: whoever gives roles could give themselves any. */
const administrators: readonly Role[] = ['administrator'];

export const staffActs = {
  'staff.invite': administrators,
  'staff.edit': administrators,
  'token.edit': administrators,
  'mail.read': administrators,
  'acts.read': ['publisher', 'administrator'],
  // What everybody does at the door and with their own account stands in the log under these names.
  'staff.sign-in': everyone,
  'staff.sign-out': everyone,
  'staff.join': everyone,
  'staff.edit-me': everyone,
  'staff.secure': everyone,
  'staff.end-session': everyone,
} as const satisfies Record<string, readonly Role[]>;
