/** The fonts, at addresses that carry the hash of their content. */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { fontFiles, fontName } from '../../design/fonts.ts';
import type { Assets } from '../../platform/http/static.ts';
import { hashedAssets } from '../../platform/http/static.ts';

const require = createRequire(import.meta.url);

export function siteAssets(): Promise<Assets> {
  const files = new Set(fontFiles.map(({ file }) => file));
  return hashedAssets('/assets/fonts', [...files].map((file) => ({ name: fontName(file), file: locate(file) })));
}

/** Ours lie beside the design, the others in their npm package. */
function locate(file: string): string {
  return file.startsWith('@') ? require.resolve(file) : fileURLToPath(new URL(`../../design/fonts/${file}`, import.meta.url));
}
