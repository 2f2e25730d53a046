import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { transformSync } from 'rolldown/utils';

const require = createRequire(import.meta.url);

/**
 * Lets Node load `.tsx`, which it cannot by itself: types are taken out and JSX becomes calls of React's runtime.
 * The result is kept in `folder` under the content's hash; rolldown, 20 MB and 50 ms, is loaded only for a miss.
 */
export function readTsx(folder: string | null): void {
  const version = rolldownVersion();
  registerHooks({
    load(url, context, next) {
      if (!url.startsWith('file:') || !/\.tsx(?:$|\?)/u.test(url)) return next(url, context);
      const file = fileURLToPath(url);
      const source = readFileSync(file, 'utf8');
      const maps = process.execArgv.includes('--enable-source-maps');
      const key = createHash('sha256').update(`${version} ${maps ? file : ''}\n${source}`).digest('hex');
      const kept = folder === null ? null : join(folder, `${key}.js`);
      return { format: 'module', shortCircuit: true, source: (kept && read(kept)) ?? transform({ file, source, maps, kept }) };
    },
  });
}

function transform({ file, source, maps, kept }: { file: string; source: string; maps: boolean; kept: string | null }): string {
  const { transformSync: toJavaScript } = require('rolldown/utils') as { transformSync: typeof transformSync };
  const result = toJavaScript(file, source, { lang: 'tsx', sourcemap: maps, jsx: { runtime: 'automatic', importSource: 'react' } });
  if (result.errors.length > 0) throw new SyntaxError(`${file}: ${result.errors.map((error) => error.message).join('\n')}`);
  const map = result.map === undefined ? '' : `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(result.map)).toString('base64')}`;
  const code = result.code + map;
  if (kept !== null) keep(kept, code);
  return code;
}

/** Another process may be doing the same: the file appears whole or not at all. */
function keep(path: string, code: string): void {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, code);
    renameSync(draft, path);
  } catch {
    // a full or read-only disk costs the next start some time, nothing else
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function rolldownVersion(): string {
  const description: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'node_modules', 'rolldown', 'package.json'), 'utf8'));
  return String((description as { version?: unknown }).version);
}
