import { writers } from '../staff/roles.ts';

/** Who sends files at all; each kind has an act of its own besides. */
export const uploadActs = { 'upload.send': [...writers, 'picture-editor'] } as const;
