/** The fonts and the readers' scripts, at addresses that carry the hash of their content. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fontFiles, fontName } from '../../design/fonts.ts';
import { clientScripts } from '../../platform/http/client-scripts.ts';
import type { Assets } from '../../platform/http/static.ts';
import { hashedAssets, madeAssets } from '../../platform/http/static.ts';

const require = createRequire(import.meta.url);

export async function siteAssets(): Promise<readonly [fonts: Assets, scripts: Assets]> {
  const files = new Set(fontFiles.map(({ file }) => file));
  const fonts = await hashedAssets('/assets/fonts', [...files].map((file) => ({ name: fontName(file), file: locate(file) })));
  return [fonts, madeAssets([...clientScripts.values()].map(({ name, address, code }) => ({ name: `${name}.js`, address, text: code })))];
}

/** Ours lie beside the design, the others in their npm package. */
function locate(file: string): string {
  return file.startsWith('@') ? require.resolve(file) : fileURLToPath(new URL(`../../design/fonts/${file}`, import.meta.url));
}
