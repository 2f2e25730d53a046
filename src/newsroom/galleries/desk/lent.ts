/** What galleries lends to the desks of features below it. */
export { GalleryCard } from './gallery-card.tsx';
export { GalleryInsert } from './gallery-insert.tsx';
