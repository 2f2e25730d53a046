/** The acts of this feature, with the roles that may. A reporter submits, an editor publishes. */
import { deciders, everyone, keepers, writers } from '../staff/roles.ts';

export const storyActs = {
  'story.read': everyone,
  'story.create': writers,
  'story.edit': writers,
  'story.share': writers,
  'story.submit': writers,
  'story.return': deciders,
  'story.publish': deciders,
  'story.schedule': deciders,
  'story.unschedule': deciders,
  'story.withdraw': deciders,
  'story.republish': deciders,
  'story.discard': writers,
  'story.correct': deciders,
  'seal.set': keepers.filter((role) => role === 'administrator'),
} as const;
