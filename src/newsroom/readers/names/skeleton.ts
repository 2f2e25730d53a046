/**
 * What texts that look the same have in common: the skeleton of Unicode Technical Standard 39, section 4, over the
 * letters that a name may hold. Pure.
 */
import table from './confusables.json' with { type: 'json' };

const targets = new Map<string, string>();
for (const [target, sources] of Object.entries(table.confusables)) for (const source of sources) targets.set(source, target);

/** For comparing only, never shown: it is not the same in the next version of the table. */
export function skeleton(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(plain, (letter) => targets.get(letter) ?? letter).join('').normalize('NFD');
}

/**
 * The key by which two readers' names are one: `Anna Keller`, `anna-keller`, `Аnna Keller` with a Cyrillic А, `AnnaKe11er`.
 * Capital I, small l, 1 and i are one letter here, whichever typeface shows them.
 */
export function nameKey(name: string): string {
  const folded = skeleton(skeleton(name).toLowerCase()).toLowerCase();
  return folded.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '').replaceAll(/[i1|]/gu, 'l').replaceAll('0', 'o').normalize('NFC');
}

/** The key without accents: for what nobody may imitate, however they dot it. */
export function plainKey(name: string): string {
  return nameKey(name).normalize('NFD').replaceAll(/\p{M}/gu, '');
}
