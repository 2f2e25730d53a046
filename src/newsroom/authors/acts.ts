import { deciders } from '../staff/roles.ts';

// Whoever writes a byline may make an author by it; changing what readers learn of a person is for those who decide.
export const authorActs = { 'author.edit': deciders } as const;
