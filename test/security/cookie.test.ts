import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WholeProgram } from './program.ts';
import { wholeProgram } from './program.ts';

const publicUrl = 'https://zuercher-bote.example';
let whole: WholeProgram;
let cookie: string;
let setCookie: string;

beforeAll(async () => {
  whole = await wholeProgram({ PUBLIC_URL: publicUrl });
  const link = new URL(await whole.link(), publicUrl);
  const fields = { token: link.searchParams.get('token')!, name: 'Regula Zgraggen-Öztürk', email: 'regula@zuercher-bote.example', password: 'Der Föhn legt sich am Abend, meistens.', language: 'de' };
  const answer = await send('POST', link.pathname, { body: new URLSearchParams(fields), headers: { origin: publicUrl } });
  expect(answer.status).toBe(303);
  setCookie = answer.headers.get('set-cookie')!;
  cookie = setCookie.split(';')[0]!;
});
afterAll(() => whole?.close());

const send = (method: string, path: string, init: { body?: BodyInit; headers?: Record<string, string> } = {}) => fetch(`${whole.url}${path}`, { method, redirect: 'manual', ...init });
const foreign: Record<string, string>[] = [
  { origin: 'https://boese.example' }, { origin: 'null' }, { origin: 'https://zuercher-bote.example.boese.example' }, { origin: 'http://zuercher-bote.example' },
  { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site', origin: 'https://blog.zuercher-bote.example' },
];

describe('the session of a journalist over https', () => {
  it('is a cookie of this host alone, which no script reads', () => {
    expect(setCookie).toMatch(/^__Host-broadsheet-staff=[\w-]{40,}; Path=\/; /u);
    for (const word of ['HttpOnly', 'SameSite=Lax', 'Secure']) expect(setCookie).toContain(word);
    expect(setCookie).not.toContain('Domain');
  });
  it('works at the desk', async () => {
    expect(await (await send('GET', '/api/v1/me', { headers: { cookie } })).json()).toMatchObject({ role: 'administrator' });
  });
  it('changes nothing for another site, at whatever operation of the API', async () => {
    const { paths } = (await (await send('GET', '/api/v1/openapi.json')).json()) as { paths: Record<string, object> };
    const writes = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).filter((method) => method !== 'get').map((method) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/gu, '1')] as const));
    expect(writes.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const [at, [method, path]] of writes.entries()) {
      // Every operation is asked from two places, and every place asks at many operations.
      for (const from of [foreign[at % foreign.length]!, foreign[(at + 2) % foreign.length]!]) {
        const { status } = await send(method, `/api/v1${path}`, { body: '{}', headers: { cookie, 'content-type': 'application/json', 'if-match': '"1"', ...from } });
        if (status !== 403) wrong.push(`${method} ${path} from ${JSON.stringify(from)}: ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect((await send('PATCH', '/api/v1/me', { body: '{}', headers: { cookie, 'content-type': 'application/json', origin: publicUrl } })).status).toBe(200);
  });
  it('is neither begun nor ended by another site', async () => {
    for (const path of ['/desk/signin', '/desk/signin/link', '/desk/signin/second', '/desk/welcome', '/desk/invitation', '/desk/signout', '/desk/me/security']) {
      for (const from of foreign) {
        const { status } = await send('POST', path, { body: new URLSearchParams({ email: 'a@b.example', password: 'x' }), headers: { cookie, ...from } });
        expect(status, `${path} ${JSON.stringify(from)}`).toBe(403);
      }
    }
    expect((await send('GET', '/api/v1/me', { headers: { cookie } })).status).toBe(200);
  });
  it('a guesser is stopped with 429 after ten wrong passwords', async () => {
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      const form = new URLSearchParams({ email: 'regula@zuercher-bote.example', password: `falsch-${at}-falsch-falsch`, with: 'password' });
      statuses.push((await send('POST', '/desk/signin', { body: form, headers: { origin: publicUrl } })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429, 429]);
  });
});

describe('every answer over https', () => {
  it.each(['/', '/gibt-es-nicht', '/desk', '/desk/signin', '/api/v1/openapi.json', '/api/v1/gibt-es-nicht', '/feed.xml', '/robots.txt', '/favicon.ico', '/suche?q=a', '/healthz'])('%s keeps to https, and lets nothing in that is not named', async (path) => {
    const { headers } = await send('GET', path, { headers: { cookie } });
    expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/u);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).not.toBeNull();
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).toMatch(/frame-ancestors 'none'/u);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/u);
    expect(headers.get('set-cookie')).toBeNull();
  });
  it('for the desk is never kept, with a nonce that is another each time', async () => {
    const nonces = await Promise.all([1, 2].map(async () => /'nonce-([^']+)'/u.exec((await send('GET', '/desk', { headers: { cookie } })).headers.get('content-security-policy')!)?.[1]));
    expect(nonces[0]).toMatch(/.{16,}/u);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect((await send('GET', '/desk', { headers: { cookie } })).headers.get('cache-control')).toContain('no-store');
  });
});

describe('a program whose public address is plain http beyond this machine', () => {
  it('lets nobody sign in, and says what to do', async () => {
    const plain = await wholeProgram({ PUBLIC_URL: 'http://zuercher-bote.example' });
    try {
      const answer = await fetch(`${plain.url}/desk/signin`, { headers: { 'accept-language': 'de' } });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('https');
      const form = new URLSearchParams({ email: 'a@b.example', password: 'x' });
      const sent = await fetch(`${plain.url}/desk/signin`, { method: 'POST', body: form, redirect: 'manual' });
      expect(sent.status).toBe(403);
      expect(sent.headers.get('set-cookie')).toBeNull();
    } finally {
      await plain.close();
    }
  });
});
