/**
 * Cuts the kept font files from their npm packages: one optical size, the characters of our languages, the features
 * that a page uses. Run by hand when a package changes (`node src/design/fonts/cut.ts`), then correct `fonts.ts` with
 * what it prints; a test compares both. The SIL Open Font License, kept beside the files, allows this.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

type Subset = (font: Buffer, text: string, options: Readonly<Record<string, unknown>>) => Promise<Buffer>;
const require = createRequire(import.meta.url);
const subset = require('subset-font') as Subset;

const features = ['kern', 'liga', 'mark', 'mkmk', 'ccmp', 'locl', 'lnum', 'onum', 'tnum', 'pnum', 'rlig', 'calt'];

const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin-opsz';
const franklin = '@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2';

/** What is cut from what. Optical sizes: 44 for headlines, 16 for reading. */
export const cuts = [
  { name: 'newsreader-display', from: `${newsreader}-normal.woff2`, axes: { opsz: 44, wght: 530 } },
  { name: 'newsreader-text', from: `${newsreader}-normal.woff2`, axes: { opsz: 16, wght: 400 } },
  { name: 'newsreader-text-bold', from: `${newsreader}-normal.woff2`, axes: { opsz: 16, wght: 680 } },
  { name: 'newsreader-text-italic', from: `${newsreader}-italic.woff2`, axes: { opsz: 16, wght: 400 } },
  { name: 'libre-franklin', from: franklin, axes: { wght: { min: 400, max: 700 } } },
] as const;

/** The characters of a cut: Basic Latin, Latin-1, the letters and signs of our neighbours and of typography. */
export function characters(): string {
  const ranges = [[0x20, 0x7e], [0xa0, 0xff], [0x2018, 0x201a], [0x201c, 0x201e], [0x2013, 0x2014], [0x2032, 0x2033]] as const;
  const singles = 'ıŒœŠšŸŽžČčĆćŁłĐđ\u2009\u200a\u202f\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212';
  const spans = ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)));
  return spans.join('') + singles;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const cut of cuts) {
    const original = await readFile(require.resolve(cut.from));
    const file = await subset(original, characters(), { targetFormat: 'woff2', noHinting: true, keepFeatures: features, variationAxes: cut.axes });
    await writeFile(new URL(`${cut.name}.woff2`, import.meta.url), file);
    process.stdout.write(`${cut.name} ${file.length} bytes, ${createHash('sha256').update(file).digest('hex').slice(0, 10)}\n`);
  }
}
