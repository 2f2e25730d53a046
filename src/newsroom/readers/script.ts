/** The one script of these pages, without types and small, at an address that carries its hash; loaded by the pages that offer passkeys. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import type { minifySync, transformSync } from 'rolldown/utils';
import { hashOf } from '../../platform/text/secret.ts';

/** What browsers of the last three years understand. */
const target = 'es2022';

const require = createRequire(import.meta.url);
let script: { readonly address: string; readonly code: string } | null = null;

export function passkeyScript(): string {
  return madeOnce().address;
}

/** The policy of a page that loads it. */
export function withOwnScript(csp: string): string {
  return `${csp}; script-src 'self'`;
}

export function scriptRoutes(app: Hono): void {
  const { address, code } = madeOnce();
  app.get(address, (c) => c.body(code, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' }));
}

function madeOnce(): { readonly address: string; readonly code: string } {
  if (script !== null) return script;
  const code = made(fileURLToPath(new URL('passkey.client.ts', import.meta.url)));
  script = { address: `/konto/passkey.${hashOf(code).slice(0, 10)}.js`, code };
  return script;
}

function made(file: string): string {
  // Not imported: whoever takes `.tsx` while the program loads requires the same module, and the two must not meet.
  const tools = require('rolldown/utils') as { transformSync: typeof transformSync; minifySync: typeof minifySync };
  const { code: plain, errors } = tools.transformSync(file, readFileSync(file, 'utf8'), { lang: 'ts', target });
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('\n'));
  return tools.minifySync(file, plain, { module: true }).code;
}
