import { deciders } from '../staff/roles.ts';

// A story's topics make new ones by themselves; renaming one changes many stories.
export const topicActs = { 'topic.edit': deciders } as const;
