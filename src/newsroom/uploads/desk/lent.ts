/** What uploads lend to the desks of features below: send files, and show which are on their way. */
export { cancel, send } from './queue.ts';
export { UploadTray } from './tray.tsx';
