/** What pictures lends to the desks of features below it: parts and hooks. Apart from its place in the app, so that who needs one loads just that. */
export { DropField } from './drop-field.tsx';
export { PictureChooser, PictureGrid } from './picture-chooser.tsx';
export { PictureForm } from './picture-form.tsx';
export { renditionNear } from './types.ts';
export { useFollowPicture, usePicture, useUpload } from './use-pictures.ts';
