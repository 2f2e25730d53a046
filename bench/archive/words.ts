/**
 * A language of some 60,000 words that look like German and are as frequent as words are: the second half as often as
 * the first, the third a third as often (Zipf's law). The most frequent are the small words of German itself, then
 * words of the news, then invented ones, many of them compounds of others.
 */
import { Chance } from './chance.ts';

export const vocabularySize = 60_000;

const small = 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei diese dieser wieder keine seiner worden will zwischen immer was sagte gibt alle seit muss doch jetzt drei denn ihren beim wegen anderen ohne ihrer ihm damit da ihr wo sowie bereits selbst viele mich mir dies weil dort unser dein ins etwa etwas nun ob während'.split(' ');
const news = 'Gemeinde Kanton Regierung Zürich Franken Prozent Menschen Land Stadt Kommission Wasser Strasse Wahl Gesetz Bundesrat Schule Polizei Unternehmen Bahn Partei Vorlage Verwaltung Wirtschaft Parlament Gericht Kinder Arbeit Projekt Bericht Betrieb Haus Wald Energie Spital Woche Abstimmung Kosten Zukunft Frage Verfahren Markt Verband Preis Fluss Gletscher Brücke Bergbahn Versicherung Bevölkerung Entscheid Initiative Umwelt Strom Verkehr Wohnung Bauern Museum Fest Spiel Mannschaft Trainer Wetter Sturm Schnee Lawine Forschung Universität Medizin Studie Klima'.split(' ');
const onsets = 'b d f g h k l m n p r s t w z br dr fl fr gr kl kr pf pl schl schm schn schw sp spr st str tr zw'.split(' ');
const vowels = 'a e i o u ä ö ü au ei eu ie'.split(' ');
const codas = ' l n r s t ch ck ft ld lt mm nd ng nk nt rg rk rm rt ss st tz'.split(' ');
const endings = 'ung heit keit schaft er lich isch en e el ig bar nis tum ling'.split(' ').concat('', '', '', '');

export interface Vocabulary {
  /** By rank, the most frequent first. */
  readonly words: readonly string[];
  /** Rank of the first word that is no small word of the language. */
  readonly firstOfMeaning: number;
  /** A word as often as it is used. */
  any(chance: Chance): string;
  /** The same without small words: for headlines and names of topics. */
  ofMeaning(chance: Chance): string;
}

export function makeVocabulary(): Vocabulary {
  const chance = new Chance(1789);
  const seen = new Set([...small, ...news].map((word) => word.toLowerCase()));
  const words = [...small, ...news];
  while (words.length < vocabularySize) {
    // The rarer a word, the more often it is a compound.
    const compound = words.length > 1_500 && chance.next() < 0.2 + 0.4 * (words.length / vocabularySize);
    const word = compound ? compoundOf(words, chance) : invented(chance);
    if (word.length < 3 || word.length > 40 || seen.has(word.toLowerCase())) continue;
    seen.add(word.toLowerCase());
    words.push(word);
  }
  const share = sharesByRank(words.length);
  const before = share[small.length - 1]!;
  return {
    words, firstOfMeaning: small.length,
    any: (one) => words[rankAt(share, one.next() * share.at(-1)!)]!,
    ofMeaning: (one) => words[rankAt(share, before + one.next() * (share.at(-1)! - before))]!,
  };
}

function invented(chance: Chance): string {
  const syllables = Array.from({ length: chance.whole(1, 2) }, () => chance.one(onsets) + chance.one(vowels) + chance.one(codas)).join('');
  const word = syllables + chance.one(endings);
  return chance.next() < 0.6 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function compoundOf(words: readonly string[], chance: Chance): string {
  const part = () => words[chance.whole(small.length, Math.min(words.length, 4_000) - 1)]!;
  return part() + chance.one(['', '', 's', 'en']) + part().toLowerCase();
}

/** Running sums of 1/rank. */
function sharesByRank(size: number): Float64Array {
  const shares = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank++) shares[rank] = sum += 1 / (rank + 1);
  return shares;
}

function rankAt(shares: Float64Array, share: number): number {
  let [low, high] = [0, shares.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (shares[middle]! <= share) low = middle + 1;
    else high = middle;
  }
  return low;
}
