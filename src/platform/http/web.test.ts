import { afterEach, expect, test } from 'vitest';
import type { TestParts, TestWeb } from './testing.ts';
import { DatabaseAway, htmlPage, startTestWeb } from './testing.ts';

let running: TestWeb | undefined;
afterEach(async () => {
  await running?.web.close();
  running = undefined;
});

async function start(parts: TestParts): Promise<TestWeb> {
  running = await startTestWeb(parts);
  return running;
}

test('a page is rendered once and answered from memory to everybody', async () => {
  let renders = 0;
  const { url, web } = await start({ pages: [{ path: '/', render: async () => htmlPage(`<h1>«Zürich» wählt ${(renders += 1)}</h1>`) }] });
  for (let visit = 0; visit < 3; visit += 1) expect(await (await fetch(url)).text()).toContain('«Zürich» wählt 1</h1>');
  expect(web.cache.counts()).toMatchObject({ hits: 2, misses: 1, renders: 1, pages: 1 });
});

test('a page is found by any of its spellings, and what a route does not declare makes no second page', async () => {
  let renders = 0;
  const { url } = await start({ pages: [{ path: '/suche', query: ['q'], render: async ({ query }) => htmlPage(`${query['q']} ${(renders += 1)}`) }] });
  const first = await (await fetch(`${url}/suche?q=z%C3%BCrich`)).text();
  expect(await (await fetch(`${url}/suche?utm_source=blatt&q=z%c3%bcrich&fbclid=1`)).text()).toBe(first);
  expect(await (await fetch(`${url}/suche?q=bern`)).text()).not.toBe(first);
});

test('a named page goes before the last resort, which sees the decoded path', async () => {
  const { url } = await start({ pages: [
    { path: '/*', render: async ({ path }) => htmlPage(`Rest: ${path}`) },
    { path: '/autor/:slug', render: async ({ params }) => htmlPage(`Autorin: ${params['slug']}`) },
  ] });
  expect(await (await fetch(`${url}/autor/j%C3%BCrg`)).text()).toContain('Autorin: jürg');
  expect(await (await fetch(`${url}/autor/a/b`)).text()).toContain('Rest: /autor/a/b');
  expect(await (await fetch(`${url}/schweiz/%C3%BCber-x3k`)).text()).toContain('Rest: /schweiz/über-x3k');
});

test('only GET and HEAD reach a page, and the answer to others says so', async () => {
  const { url } = await start({ pages: [{ path: '/', render: async () => htmlPage('Front') }] });
  const answer = await fetch(url, { method: 'POST', body: 'x' });
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

test('HEAD has the headers of GET and no body', async () => {
  const { url } = await start({ pages: [{ path: '/', render: async () => htmlPage('Front '.repeat(200)) }] });
  for (const visit of ['rendered', 'from memory']) {
    const head = await fetch(url, { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } });
    const get = await fetch(url, { headers: { 'Accept-Encoding': 'identity' } });
    expect(await head.text(), visit).toBe('');
    expect(head.headers.get('content-length'), visit).toBe(String((await get.arrayBuffer()).byteLength));
  }
});

test('an address that escapes a slash, a NUL or nothing that makes sense is refused', async () => {
  const { url } = await start({ pages: [{ path: '/*', render: async () => htmlPage('da') }, { path: '/suche', query: ['q'], render: async () => htmlPage('da') }] });
  for (const path of ['/a%2Fb', '/a%00', '/%E0%A4%A', '/suche?q=%00']) expect((await fetch(url + path)).status, path).toBe(400);
});

test('a fault shows the error page with the house\'s headers and is logged with its route', async () => {
  const { url, lines } = await start({ pages: [{ path: '/autor/:slug', render: async () => { throw new Error('kaputt'); } }] });
  const answer = await fetch(`${url}/autor/geheim?email=vera@example.org`);
  expect([answer.status, answer.headers.get('x-content-type-options'), answer.headers.get('cache-control')]).toEqual([500, 'nosniff', 'no-store']);
  expect(await answer.text()).toContain('Fehler 500');
  expect(lines).toContainEqual(expect.objectContaining({ route: '/autor/:slug', message: 'A page could not be made' }));
  expect(JSON.stringify(lines)).not.toMatch(/geheim|vera|127\.0\.0\.1/);
});

test('without the database a page that is not in memory answers 503 by the plain page', async () => {
  const { url } = await start({ pages: [{ path: '/', render: async () => { throw new DatabaseAway(); } }] });
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.text()).toContain('Gerade nicht erreichbar');
});
