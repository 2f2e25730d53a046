/** The sentences of features that bring elements: what the server says of them to journalists. */
import type { Catalogue } from '../../../platform/words/words.ts';
import { words as galleryWords } from '../../galleries/words.ts';

export const elementWords: readonly Catalogue[] = [galleryWords];
