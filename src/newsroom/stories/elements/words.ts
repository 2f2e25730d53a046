/** The sentences of features that bring elements: what the server says of them to journalists. */
import type { Catalogue } from '../../../platform/words/words.ts';
import { words as embedWords } from '../../embeds/words.ts';
import { words as galleryWords } from '../../galleries/words.ts';
import { words as videoWords } from '../../videos/words.ts';

export const elementWords: readonly Catalogue[] = [galleryWords, videoWords, embedWords];
