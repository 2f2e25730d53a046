import { keepers } from '../staff/roles.ts';

export const publicationActs = { 'publication.edit': keepers } as const;
