import { deciders } from '../staff/roles.ts';

export const agencyActs = { 'agency.edit': deciders } as const;
