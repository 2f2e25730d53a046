/** The roles of a newsroom. Each feature's door lists its acts with the roles that may. */
export const roles = ['freelancer', 'reporter', 'editor', 'picture-editor', 'moderator', 'fundraiser', 'publisher', 'administrator'] as const;
export type Role = (typeof roles)[number];

/** Everybody who works in the newsroom. */
export const everyone: readonly Role[] = roles;
/** Those who write. */
export const writers: readonly Role[] = ['freelancer', 'reporter', 'editor', 'publisher', 'administrator'];
/** Those who decide what readers see. */
export const deciders: readonly Role[] = ['editor', 'publisher', 'administrator'];
/** Those who run the house. */
export const keepers: readonly Role[] = ['publisher', 'administrator'];
