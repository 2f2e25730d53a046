/** Who may do what with films. Those who write may edit their own; rules.ts says which. */
import { deciders, everyone, writers } from '../staff/roles.ts';

export const videoActs = {
  'video.upload': [...writers, 'picture-editor'],
  'video.edit': [...writers, 'picture-editor'],
  'video.block': [...deciders, 'picture-editor'],
  'video.seal': ['administrator'],
  'video.read': everyone,
} as const;
