import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import type { TestParts, TestWeb } from './testing.ts';
import { DatabaseAway, htmlPage, startTestWeb } from './testing.ts';
import { clientOf } from './arrival.ts';

let running: TestWeb | undefined;
afterEach(() => running?.web.close());
async function start(parts: TestParts): Promise<string> {
  running = await startTestWeb(parts);
  return running.url;
}

const forms = new Hono()
  .post('/kommentare/:story', async (c) => c.text(`${(await c.req.parseBody())['text']}`))
  .get('/liste', (c) => {
    c.header('ETag', '"7"');
    c.header('Set-Cookie', 'a=1');
    c.header('Set-Cookie', 'b=2', { append: true });
    return c.json({ titel: '«Zürich» '.repeat(500) }, 201);
  })
  .get('/wer', (c) => c.json(clientOf(c)))
  .get('/kaputt', () => { throw new Error('kaputt'); })
  .get('/weg', () => { throw new DatabaseAway(); });

test('a form is answered with the house\'s headers, and logged by its pattern', async () => {
  const url = await start({ routes: [forms] });
  const answer = await fetch(`${url}/kommentare/k3f9`, { method: 'POST', body: new URLSearchParams({ text: '«Grüezi»' }) });
  expect(await answer.text()).toBe('«Grüezi»');
  expect(answer.headers.get('content-security-policy')).toContain(`default-src 'none'`);
  const line = running?.lines.find(({ message }) => message === 'answered');
  expect(line).toMatchObject({ method: 'POST', route: '/kommentare/:story', status: 200, requestId: answer.headers.get('x-request-id') });
  expect(JSON.stringify(running?.lines)).not.toMatch(/k3f9|127\.0\.0\.1|Grüezi/);
});

test('a long text is sent compressed with its status, version and cookies; a short one as it is', async () => {
  const url = await start({ routes: [forms] });
  for (const encoding of ['br', 'gzip']) {
    const answer = await fetch(`${url}/liste`, { headers: { 'Accept-Encoding': encoding } });
    const { headers } = answer;
    expect([answer.status, headers.get('content-encoding'), headers.get('etag'), headers.get('vary'), headers.getSetCookie()]).toEqual([201, encoding, '"7"', 'Accept-Encoding', ['a=1', 'b=2']]);
    expect(await answer.json()).toEqual({ titel: '«Zürich» '.repeat(500) });
  }
  expect((await fetch(`${url}/liste`, { headers: { 'Accept-Encoding': 'identity' } })).headers.get('content-encoding')).toBeNull();
  expect((await fetch(`${url}/wer`)).headers.get('content-encoding')).toBeNull();
});

test('a form from another site is refused with a page', async () => {
  const url = await start({ routes: [forms] });
  const answer = await fetch(`${url}/kommentare/k3f9`, { method: 'POST', body: 'text=x', headers: { 'Sec-Fetch-Site': 'cross-site' } });
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Fehler 403')]);
});

test('a form that is too large is refused with a page', async () => {
  const url = await start({ routes: [forms] });
  const answer = await fetch(`${url}/kommentare/k3f9`, { method: 'POST', body: new URLSearchParams({ text: 'ü'.repeat(1_000_000) }) });
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('Fehler 413')]);
});

test('a fault and a database that is away have pages of their own', async () => {
  const url = await start({ routes: [forms] });
  expect((await fetch(`${url}/kaputt`)).status).toBe(500);
  const away = await fetch(`${url}/weg`);
  expect([away.status, away.headers.get('retry-after'), await away.text()]).toEqual([503, '5', expect.stringContaining('Gerade nicht erreichbar')]);
});

test('what nobody knows is a 404, and the last resort sees HEAD and refuses writes', async () => {
  const url = await start({ routes: [forms] });
  expect((await fetch(`${url}/nirgends`)).status).toBe(404);
  await running?.web.close();
  const withRest = await start({ pages: [{ path: '/*', render: async () => htmlPage('Geschichte') }] });
  const head = await fetch(`${withRest}/schweiz/k3f9`, { method: 'HEAD' });
  expect([head.status, head.headers.get('etag') !== null, await head.text()]).toEqual([200, true, '']);
  expect((await fetch(`${withRest}/schweiz/k3f9`, { method: 'DELETE' })).headers.get('allow')).toBe('GET, HEAD');
  expect(running?.lines).toContainEqual(expect.objectContaining({ route: '/*', status: 200 }));
});

test('a hit is counted and not logged', async () => {
  const url = await start({ pages: [{ path: '/', render: async () => htmlPage('Front') }] });
  for (let visit = 0; visit < 5; visit += 1) await fetch(url);
  expect(running?.lines.filter(({ route }) => route === '/')).toHaveLength(1);
  const figures = await (await fetch(`${url}/metrics`)).text();
  expect(figures).toMatch(/^broadsheet_page_cache_hits_total 4$/m);
  expect(figures).toMatch(/^broadsheet_page_cache_pages 1$/m);
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^broadsheet_page_cache_hits_total 4$/m);
});

test('figures are for this machine, or for who shows the token', async () => {
  const url = await start({ settings: { metricsToken: 'geheim-geheim-geheim' } });
  const status = async (headers: Record<string, string>) => (await fetch(`${url}/metrics`, { headers })).status;
  expect(await status({})).toBe(200);
  expect(await status({ 'X-Forwarded-For': '203.0.113.7' })).toBe(403);
  expect(await status({ 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer falsch' })).toBe(403);
  expect(await status({ 'X-Forwarded-For': '203.0.113.7', Authorization: 'Bearer geheim-geheim-geheim' })).toBe(200);
});

test('a trusted proxy speaks for the client', async () => {
  const url = await start({ routes: [forms], settings: { trustedProxy: ['127.0.0.1'] } });
  const answer = await fetch(`${url}/wer`, { headers: { 'X-Forwarded-For': '203.0.113.7', 'X-Forwarded-Proto': 'https' } });
  expect(await answer.json()).toEqual({ address: '203.0.113.7', secure: true, local: false });
});
