/** What videos lends to the desks of features below it: parts and hooks. Apart from its place in the app, so that who needs one loads just that. */
export { VideoCard } from './video-card.tsx';
export { VideoInsert } from './video-insert.tsx';
