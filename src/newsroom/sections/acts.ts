import { deciders } from '../staff/roles.ts';

export const sectionActs = { 'section.edit': deciders } as const;
