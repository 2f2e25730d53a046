/** Run by build.ts in a process of its own: `node build-process.ts FOLDER` builds the app, compressed, into FOLDER. */
import { access, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder to build into');

// Beside the place where it belongs, and moved there whole: whoever looks sees all of it or nothing.
const making = `${folder}.making-${process.pid}`;
await rm(making, { recursive: true, force: true });
await build({
  configFile: false,
  root,
  base: '/desk/',
  publicDir: false,
  logLevel: 'error',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: making,
    emptyOutDir: true,
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: ['chrome120', 'firefox121', 'safari17'],
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: join(root, 'src/newsroom/desk/desk/main.tsx') },
  },
});
await compressAll(join(making, 'assets'));
await writeFile(join(making, 'built.json'), JSON.stringify({ built: true }));
await mkdir(join(folder, '..'), { recursive: true });
// Another process may have built the same meanwhile, and be serving from it: then that one stays.
const built = await access(join(folder, 'built.json')).then(() => true, () => false);
if (!built) await rm(folder, { recursive: true, force: true });
await rename(making, folder).catch(async () => {
  await access(join(folder, 'built.json'));
  await rm(making, { recursive: true, force: true });
});

async function compressAll(assets: string): Promise<void> {
  for (const name of await readdir(assets)) {
    if (!/\.(js|css|json|svg)$/u.test(name)) continue;
    const file = await readFile(join(assets, name));
    // Level 9 takes a tenth of the time of 11 and costs four in a hundred of the size.
    const parameters = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: file.length };
    await writeFile(join(assets, `${name}.br`), await promisify(brotliCompress)(file, { params: parameters }));
    await writeFile(join(assets, `${name}.gz`), await promisify(gzip)(file, { level: 9 }));
  }
}
