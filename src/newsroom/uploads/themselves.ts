import type { Actor } from '../../platform/feature.ts';

/** The program, where it looks after files on their way by itself. */
export const uploadsThemselves: Actor = { kind: 'program', id: 'uploads', name: 'Broadsheet', role: null };
