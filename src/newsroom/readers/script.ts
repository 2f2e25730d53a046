/** The one script of these pages, without types and small, at an address that carries its hash; loaded by the pages that offer passkeys. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { minifySync, transformSync } from 'rolldown/utils';
import { hashOf } from '../../platform/text/secret.ts';

/** What browsers of the last three years understand. */
const target = 'es2022';

const code = made(fileURLToPath(new URL('passkey.client.ts', import.meta.url)));

export const passkeyScript = `/konto/passkey.${hashOf(code).slice(0, 10)}.js`;

/** The policy of a page that loads it. */
export function withOwnScript(csp: string): string {
  return `${csp}; script-src 'self'`;
}

export function scriptRoutes(app: Hono): void {
  app.get(passkeyScript, (c) => c.body(code, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' }));
}

function made(file: string): string {
  const { code: plain, errors } = transformSync(file, readFileSync(file, 'utf8'), { lang: 'ts', target });
  if (errors.length > 0) throw new SyntaxError(errors.map(({ message }) => message).join('\n'));
  return minifySync(file, plain, { module: true }).code;
}
