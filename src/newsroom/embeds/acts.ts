/** Who may do what with embeds. The list is the administrator's: it decides who may learn of our readers. */
import { everyone, writers } from '../staff/roles.ts';

export const embedActs = {
  'embed.edit': [...writers, 'picture-editor'],
  'embed.read': everyone,
  'embed.provide': ['administrator'],
} as const;
