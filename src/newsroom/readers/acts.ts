import type { Role } from '../staff/roles.ts';

/** Who of the newsroom sees what of a reader. What readers do with their own account stands in the log under the other names. */
export const readerActs = {
  'reader.read': ['moderator', 'publisher', 'administrator'],
  /** An address is needed to write to somebody, not to judge what they wrote. */
  'reader.read-email': ['administrator'],
  'reader.join': [],
  'reader.rename': [],
  'reader.secure': [],
  'reader.change-email': [],
  'reader.take-copy': [],
  'reader.leave': [],
  'reader.expire': [],
} as const satisfies Record<string, readonly Role[]>;
