/** What readers are told of what other houses show. */
import type { Catalogue } from '../../../platform/words/words.ts';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import it from './words/it.json' with { type: 'json' };

export const embedWords: Catalogue = { de, fr, it, en };
