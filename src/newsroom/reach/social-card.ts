/**
 * The picture that other sites show of a story without one: its headline, its section and the publication, drawn of
 * the headline face's outlines, so that every machine draws the same. Pure.
 */
import { readableAccent } from '../../design/colour.ts';
import outlines from '../../design/fonts/outlines.json' with { type: 'json' };
import { light } from '../../design/tokens.ts';
import { socialSize } from './social-size.ts';

export interface CardWords {
  readonly headline: string;
  readonly section: string;
  readonly publication: string;
  readonly accent: string;
}

/** The SVG; null where our face lacks a letter of the headline: half a headline says something else. */
export function socialCard({ headline, section, publication, accent }: CardWords): string | null {
  const words = tidy(headline);
  if (words === '' || !isDrawable(words)) return null;
  const { size, lines } = fit(words);
  const top = 150 + (330 - lines.length * size * leading) / 2;
  const colour = readableAccent(accent, light.paper);
  const small = [tidy(section), tidy(publication)].map((text) => (isDrawable(text) ? text : ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${socialSize.width} ${socialSize.height}" width="${socialSize.width}" height="${socialSize.height}">`
    + `<path d="M0 0h1200v630H0z" fill="${light.paper}"/><path d="M0 0h1200v16H0zM${margin} 520h${measure}v2H${margin}z" fill="${colour}"/>`
    + line(small[0]!, { y: 112, size: 38, fill: colour })
    + lines.map((text, i) => line(text, { y: Math.round(top + (i + 0.8) * size * leading), size, fill: light.ink })).join('')
    + line(small[1]!, { y: 580, size: 40, fill: light.ink }) + '</svg>';
}

const margin = 80;
const measure = socialSize.width - 2 * margin;
const leading = 1.08;
/** Large enough to be read in a list on a telephone; the smallest holds the longest headline that anybody writes. */
const sizes = [96, 84, 72, 62, 54, 46];
/** Headlines are set close. */
const tracking = -0.015;

type Letter = readonly [advance: number, path: string];
const letters = outlines.letters as unknown as Readonly<Record<string, Letter>>;

/** Composed, of one line, with spaces that our face has. */
function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

function isDrawable(text: string): boolean {
  return [...text].every((letter) => letters[letter] !== undefined);
}

function fit(text: string): { size: number; lines: readonly string[] } {
  for (const size of sizes) {
    const lines = wrap(text, size);
    if (lines.length * size * leading <= 340) return { size, lines };
  }
  const size = sizes.at(-1)!;
  const most = Math.floor(340 / (size * leading));
  const lines = wrap(text, size).slice(0, most);
  return { size, lines: [...lines.slice(0, -1), `${lines.at(-1)!.slice(0, -2).trimEnd()} …`] };
}

function wrap(text: string, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    if (lines.length > 0 && widthOf(longer, size) <= measure) lines[lines.length - 1] = longer;
    else lines.push(...broken(word, size));
  }
  return lines;
}

/** A word that no line holds is broken where it must be. */
function broken(word: string, size: number): string[] {
  const parts = [''];
  for (const letter of word) {
    if (widthOf(`${parts.at(-1)!}${letter}-`, size) > measure) {
      parts[parts.length - 1] += '-';
      parts.push('');
    }
    parts[parts.length - 1] += letter;
  }
  return parts;
}

function widthOf(text: string, size: number): number {
  return [...text].reduce((width, letter) => width + advance(letter), 0) * size;
}

function advance(letter: string): number {
  return (letters[letter]?.[0] ?? 0) / outlines.em + tracking;
}

function line(text: string, { y, size, fill }: { readonly y: number; readonly size: number; readonly fill: string }): string {
  let x = margin;
  const drawn = [...text].map((letter) => {
    const at = Math.round(x * 10) / 10;
    x += advance(letter) * size;
    const path = letters[letter]?.[1] ?? '';
    return path === '' ? '' : `<path transform="translate(${at} ${y}) scale(${size / outlines.em})" d="${path}"/>`;
  });
  return text === '' ? '' : `<g fill="${fill}">${drawn.join('')}</g>`;
}
