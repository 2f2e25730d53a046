/** What uploads lend to the desks of features below: send files, and show which are on their way. */
export { cancel, send, underWay } from './queue.ts';
export type { ForAll, Item } from './queue.ts';
export { UploadTray } from './tray.tsx';
