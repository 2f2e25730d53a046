import { deciders } from '../staff/roles.ts';

export const frontActs = { 'front.edit': deciders } as const;
