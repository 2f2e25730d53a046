/**
 * The two faces of the house: Newsreader (headlines and reading) and Libre Franklin (everything that guides).
 * Addresses carry the hash of their file, so that browsers may keep them for ever. Pure: a test compares with the files.
 */
export interface FontFile {
  /** Beside this file, or in an npm package. */
  readonly file: string;
  /** First ten digits of its SHA-256. */
  readonly hash: string;
  readonly family: string;
  readonly weight: string;
  readonly style: 'normal' | 'italic';
  readonly range: string;
}

const ours = 'U+20-7E,U+A0-FF,U+106-107,U+10C-10D,U+110-111,U+131,U+141-142,U+152-153,U+160-161,U+178,U+17D-17E,U+2009-203A,U+20AC,U+2122,U+2212';
const further = 'U+100-2FF,U+1E00-1EFF,U+20A0-20C0,U+2C60-2C7F';

const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-ext-wght';
const franklin = '@fontsource-variable/libre-franklin/files/libre-franklin-latin-ext-wght-normal.woff2';

/** Of two faces for one character the later counts: the further letters stand first and load only where ours lack one. */
export const fontFiles: readonly FontFile[] = [
  { file: `${newsreader}-normal.woff2`, hash: 'ac6fa9ed53', family: 'Newsreader Display', weight: '530', style: 'normal', range: further },
  { file: `${newsreader}-normal.woff2`, hash: 'ac6fa9ed53', family: 'Newsreader', weight: '400 680', style: 'normal', range: further },
  { file: `${newsreader}-italic.woff2`, hash: 'd8c263970d', family: 'Newsreader', weight: '400', style: 'italic', range: further },
  { file: franklin, hash: '61216d8e3e', family: 'Libre Franklin', weight: '400 700', style: 'normal', range: further },
  { file: 'newsreader-display.woff2', hash: '223391b1e4', family: 'Newsreader Display', weight: '530', style: 'normal', range: ours },
  { file: 'newsreader-text.woff2', hash: '01705cd5df', family: 'Newsreader', weight: '400', style: 'normal', range: ours },
  { file: 'newsreader-text-bold.woff2', hash: 'fd879cd7f1', family: 'Newsreader', weight: '680', style: 'normal', range: ours },
  { file: 'newsreader-text-italic.woff2', hash: '8fa9dcb2c5', family: 'Newsreader', weight: '400', style: 'italic', range: ours },
  { file: 'libre-franklin.woff2', hash: 'db0dc6054f', family: 'Libre Franklin', weight: '400 700', style: 'normal', range: ours },
];

/** The one that the headline needs. */
export const preloadedFont = fontAddress({ file: 'newsreader-display.woff2', hash: '223391b1e4' });

/** `/assets/fonts/newsreader-text.01705cd5df.woff2` */
export function fontAddress({ file, hash }: Pick<FontFile, 'file' | 'hash'>): string {
  return `/assets/fonts/${fontName(file).replace('.woff2', `.${hash}.woff2`)}`;
}

export function fontName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/**
 * Average width of a letter, ascent and descent, each as a part of the em. Widths are measured in Chromium over the
 * same headlines and leads in four languages, kerning included; Libre Franklin's lies between its weights.
 */
const metrics = {
  display: { width: 0.4544, ascent: 0.735, descent: 0.265 },
  text: { width: 0.4393, ascent: 0.735, descent: 0.265 },
  franklin: { width: 0.479, ascent: 0.966, descent: 0.246 },
};

/**
 * What a reader's machine shows until our face is there. Times and Arial are measured through Liberation, which has
 * their widths; the others follow from them by the proportions that capsize publishes.
 */
const stands = {
  georgia: { width: 0.4609, local: ['Georgia'] },
  times: { width: 0.4201, local: ['Times New Roman', 'Liberation Serif', 'Tinos'] },
  noto: { width: 0.4974, local: ['Noto Serif'] },
  arial: { width: 0.4588, local: ['Arial', 'Liberation Sans', 'Arimo'] },
  roboto: { width: 0.4578, local: ['Roboto'] },
};

const fallbacks = [
  { of: metrics.display, name: 'D', by: ['georgia', 'noto', 'times'] },
  { of: metrics.text, name: 'T', by: ['georgia', 'noto', 'times'] },
  { of: metrics.franklin, name: 'F', by: ['arial', 'roboto'] },
] as const;

/** Family lists for the tokens: our face, then the system's faces stretched to its measure. */
export const families = {
  display: `"Newsreader Display",${stacked('D', fallbacks[0].by)},serif`,
  text: `Newsreader,${stacked('T', fallbacks[1].by)},serif`,
  sans: `"Libre Franklin",${stacked('F', fallbacks[2].by)},sans-serif`,
};

/** Every `@font-face` rule: ours, and the fallbacks that keep the layout still while ours arrive. */
export function fontFaces(): string {
  const own = fontFiles.map(
    (face) =>
      `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};font-display:swap;` +
      `src:url(${fontAddress(face)})format("woff2");unicode-range:${face.range}}`,
  );
  const system = fallbacks.flatMap(({ of, name, by }) => by.map((stand) => fallbackFace(`${name}-${stand}`, of, stands[stand])));
  return [...own, ...system].join('');
}

interface Measure {
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
}

/** `size-adjust` makes lines as long, the overrides (relative to the adjusted size) make them as high. */
function fallbackFace(name: string, of: Measure, stand: { readonly width: number; readonly local: readonly string[] }): string {
  const scale = of.width / stand.width;
  const percent = (part: number) => `${(part * 100).toFixed(1)}%`;
  const sources = stand.local.map((local) => `local("${local}")`).join(',');
  return (
    `@font-face{font-family:${name};src:${sources};size-adjust:${percent(scale)};ascent-override:${percent(of.ascent / scale)};` +
    `descent-override:${percent(of.descent / scale)};line-gap-override:0%}`
  );
}

function stacked(name: string, by: readonly string[]): string {
  return by.map((stand) => `${name}-${stand}`).join(',');
}
