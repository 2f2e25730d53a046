/** What staff lends to the desks of features below it: parts and hooks. Apart from its place in the app, so that who needs one loads just that. */
export { MeProvider, meQuery, useChangeMe, useMay, useMe } from './me.tsx';
export type { Me } from './me.tsx';
export { usePeople } from './use-people.ts';
