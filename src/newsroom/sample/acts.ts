import { keepers } from '../staff/roles.ts';

export const sampleActs = { 'sample.remove': keepers } as const;
