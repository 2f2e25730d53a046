/**
 * Draws the outlines of the headline face, for pictures that the program draws: a machine without our fonts draws the
 * same. Run by hand when the package changes (`node bin/run src/design/fonts/outline.ts`); writes `outlines.json`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'opentype.js';
import { characters } from './cut.ts';

type Subset = (font: Buffer, text: string, options: Readonly<Record<string, unknown>>) => Promise<Buffer>;
const require = createRequire(import.meta.url);
const subset = require('subset-font') as Subset;

const from = '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2';

const file = await subset(await readFile(require.resolve(from)), characters(), { targetFormat: 'truetype', noHinting: true, variationAxes: { opsz: 44, wght: 530 } });
const font = parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
const letters = Object.fromEntries([...characters()].map((one) => {
  const glyph = font.charToGlyph(one);
  return [one, [Math.round(glyph.advanceWidth ?? 0), glyph.getPath(0, 0, font.unitsPerEm).toPathData(0)]];
}));
const text = JSON.stringify({ em: font.unitsPerEm, letters });
await writeFile(new URL('outlines.json', import.meta.url), `${text}\n`);
process.stdout.write(`${Object.keys(letters).length} letters, ${text.length} bytes\n`);
