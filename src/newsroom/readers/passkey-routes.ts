/** What the script on the sign-in and account pages asks: JSON, four times. */
import type { Context, Hono } from 'hono';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';
import type { House } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { setCookie, visitorOf } from './answers.tsx';
import { addPasskey, askForPasskey, beginPasskey, signInWithPasskey } from './passkeys.ts';
import { readerRealm, signedInReader } from './who.ts';

export function passkeyRoutes(app: Hono, house: House): void {
  app.post('/konto/passkey/frage', async (c) => answer(c, await askForPasskey(house, visitorOf(c, house).address)));
  app.post('/konto/passkey/anmelden', (c) => signIn(c, house));
  app.post('/konto/passkey/neu', async (c) => {
    const me = await signedInReader(house, c.req.raw);
    return answer(c, me === null ? { refused: 'sign-in-again' } : await beginPasskey(house, me));
  });
  app.post('/konto/passkey', (c) => add(c, house));
}

async function signIn(c: Context, house: House): Promise<Response> {
  const sent = signInForm.safeParse(await bodyOf(c));
  if (!sent.success) return answer(c, { refused: 'passkey-failed' });
  const { response, next } = sent.data;
  const entered = await signInWithPasskey(house, { response: response as unknown as AuthenticationResponseJSON, next, visitor: visitorOf(c, house) });
  if (isRefused(entered)) return answer(c, entered);
  setCookie(c, house, { value: entered.secret, seconds: readerRealm.most / 1000 });
  return c.json({ next: entered.next }, 200);
}

async function add(c: Context, house: House): Promise<Response> {
  const me = await signedInReader(house, c.req.raw);
  const sent = addForm.safeParse(await bodyOf(c));
  if (me === null || !sent.success) return answer(c, { refused: me === null ? 'sign-in-again' : 'passkey-failed' });
  const refused = await addPasskey(house, me, { response: sent.data.response as unknown as RegistrationResponseJSON, agent: visitorOf(c, house).agent });
  return answer(c, refused ?? { next: '/konto?getan=passkey' });
}

const text = z.string().max(20_000);
const credential = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.record(z.string(), z.unknown()), authenticatorAttachment: text.nullish() };
const addForm = z.object({ response: z.object({ ...credential, response: z.object({ clientDataJSON: text, attestationObject: text, transports: z.array(z.string().max(40)).max(10).optional() }) }) });
const signInForm = z.object({
  next: z.string().max(500).default(''),
  response: z.object({ ...credential, response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.nullish() }) }),
});

async function bodyOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => null);
}

function answer(c: Context, value: object): Response {
  return c.json(value, isRefused(value) ? (value.refused === 'too-many-attempts' ? 429 : 422) : 200, { 'Cache-Control': 'no-store' });
}
