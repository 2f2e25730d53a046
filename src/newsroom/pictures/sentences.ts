import type { Refused } from '../../platform/result.ts';
import type { Translate, Values } from '../../platform/words/translate.ts';
import de from './words/de.json' with { type: 'json' };

/** The sentence that tells a person why; of a kind that says more about itself, that one. */
export function sentenceOf({ refused, detail }: Refused, t: Translate): string {
  const ofKind = `refused.${refused}.${String(detail?.['kind'])}`;
  return t(ofKind in de ? ofKind : `refused.${refused}`, detail as Values | undefined);
}
