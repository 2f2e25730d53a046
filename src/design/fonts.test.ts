import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { siteAssets } from '../newsroom/site/assets.ts';
import { fontAddress, fontFaces, fontFiles, preloadedFont } from './fonts.ts';

const require = createRequire(import.meta.url);
const bytes = (file: string) => readFileSync(file.startsWith('@') ? require.resolve(file) : new URL(`./fonts/${file}`, import.meta.url));

describe('the fonts', () => {
  it.each(fontFiles)('$file has the address of its content', ({ file, hash }) => {
    expect(createHash('sha256').update(bytes(file)).digest('hex').slice(0, 10)).toBe(hash);
  });
  it('are served at the addresses that pages name', async () => {
    const [assets] = await siteAssets();
    for (const font of fontFiles) expect(await assets.find(fontAddress(font))).toBeDefined();
    expect(await assets.find(preloadedFont)).toBeDefined();
  });
  it('come as small files: a story needs three of at most 25 KB', () => {
    for (const { file } of fontFiles.filter((font) => !font.file.startsWith('@'))) expect(bytes(file).length).toBeLessThan(25_000);
  });
  it('never hide the text, and have a stand-in of their own measure', () => {
    const css = fontFaces();
    expect(css.match(/font-display:swap/gu)).toHaveLength(fontFiles.length);
    expect(css).toMatch(/D-georgia;src:local\("Georgia"\);size-adjust:\d+\.\d%;ascent-override:\d+\.\d%/u);
    expect(css).not.toMatch(/https?:/u);
  });
});
