/** Colour, type and space, by name. Parts use these and no values of their own. */
import { readableAccent } from './colour.ts';
import { families } from './fonts.ts';

interface Palette {
  /** The page. */
  readonly paper: string;
  /** Boxes, bands, the ground behind pictures. */
  readonly tint: string;
  readonly ink: string;
  /** Second voice: captions, stamps. At least 4.5 to 1 on paper and on tint. */
  readonly soft: string;
  readonly line: string;
  /** Lines that part what belongs to different things, and edges of fields: at least 3 to 1. */
  readonly edge: string;
}

export const light: Palette = { paper: '#ffffff', tint: '#f5f2ec', ink: '#16140f', soft: '#5f594e', line: '#dcd6ca', edge: '#857d6f' };
export const dark: Palette = { paper: '#131210', tint: '#1f1d19', ink: '#ece7dc', soft: '#aba393', line: '#37332c', edge: '#857d6f' };

/**
 * The custom properties of a publication. Its accent keeps its hue and is made lighter or darker until it can be
 * read on paper and on tint, in both modes.
 */
export function tokens(accent: string): string {
  return (
    `:root{color-scheme:light dark;${colours(light, accent)}--display:${families.display};--text:${families.text};--sans:${families.sans}}` +
    `@media(prefers-color-scheme:dark){:root{${colours(dark, accent)}}}`
  );
}

function colours(palette: Palette, accent: string): string {
  const names = Object.entries(palette).map(([name, value]) => `--${name}:${value};`);
  return `${names.join('')}--accent:${readableAccent(accent, palette.tint)};`;
}
