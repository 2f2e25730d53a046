/** Who may do what with pictures. Those who write may edit their own; rules.ts says which. */
import { deciders, everyone, writers } from '../staff/roles.ts';

export const pictureActs = {
  'picture.upload': [...writers, 'picture-editor'],
  'picture.edit': [...writers, 'picture-editor'],
  'picture.block': [...deciders, 'picture-editor'],
  'picture.seal': ['administrator'],
  'picture.replace': [...writers, 'picture-editor'],
  'picture.collect': [...writers, 'picture-editor'],
  'picture.read': everyone,
} as const;
