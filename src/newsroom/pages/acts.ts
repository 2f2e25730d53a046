import { deciders } from '../staff/roles.ts';

export const pageActs = { 'page.edit': deciders } as const;
