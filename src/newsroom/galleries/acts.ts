/** Who may do what with galleries: those who write and those who answer for pictures. */
import { everyone, writers } from '../staff/roles.ts';

export const galleryActs = {
  'gallery.read': everyone,
  'gallery.create': [...writers, 'picture-editor'],
  'gallery.edit': [...writers, 'picture-editor'],
  'gallery.discard': [...writers, 'picture-editor'],
} as const;
