/** What stories lends to the desks of features below it: parts and hooks. Apart from its place in the app, so that who needs one loads just that. */
export { Body } from './body/body.tsx';
export { PictureDialog } from './facts/picture-dialog.tsx';
export { StoryPicker } from './facts/story-picker.tsx';
export { findStories } from './find-stories.ts';
export { InstantField } from './publish/instant-field.tsx';
export { StateMark } from './state-mark.tsx';
export type { StoryLine } from '../told.ts';
