/** What agencies lends to the desks of features below it: parts and hooks. Apart from its place in the app, so that who needs one loads just that. */
export { useAgencies } from './use-agencies.ts';
