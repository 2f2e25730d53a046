import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { DatabaseAway, htmlPage, TestClock } from '../http/testing.ts';
import type { Wanted } from './page-cache.ts';
import { PageCache } from './page-cache.ts';
import type { Page } from './page.ts';

const minute = 60_000;
let clock: TestClock;
let cache: PageCache;
beforeEach(() => {
  clock = new TestClock();
  cache = makeCache();
});

function makeCache(maxBytes = 4 * 1024 * 1024): PageCache {
  return new PageCache({ maxBytes, clock, isDatabaseGone: (error) => error instanceof DatabaseAway, askAgainAfter: 0, polishAfter: 0 });
}

/** A page whose renderings wait until they are told to finish, as a slow database would have them. */
function slowPage(key: string) {
  const renderings: { finish: (page: Page) => void; fail: (error: Error) => void }[] = [];
  const wanted: Wanted = {
    key, target: key, passing: false,
    render() {
      const { promise, resolve, reject } = Promise.withResolvers<Page>();
      renderings.push({ finish: resolve, fail: reject });
      return promise;
    },
  };
  return { wanted, renderings };
}

function page(key: string, render: () => Page, passing = false): Wanted {
  return { key, target: key, passing, render: async () => render() };
}

async function textOf(wanted: Wanted): Promise<string | null> {
  const kept = await cache.get(wanted);
  return kept === null ? null : kept.identity.body.toString();
}

/** Lets everything run that waits only for promises. */
const allPromises = () => new Promise((resolve) => setImmediate(resolve));

describe('one rendering at a time', () => {
  test('a hundred readers of a new page cause one rendering', async () => {
    const { wanted, renderings } = slowPage('/zürich');
    const readers = Array.from({ length: 100 }, () => textOf(wanted));
    await allPromises();
    expect(renderings).toHaveLength(1);
    renderings[0]?.finish(htmlPage('«Zürich»'));
    for (const text of await Promise.all(readers)) expect(text).toContain('«Zürich»');
  });

  test('a rendering that fails is told to those who waited, and the next reader tries again', async () => {
    const { wanted, renderings } = slowPage('/');
    const first = cache.get(wanted);
    renderings[0]?.fail(new Error('kaputt'));
    await expect(first).rejects.toThrow('kaputt');
    const second = textOf(wanted);
    renderings[1]?.finish(htmlPage('heil'));
    expect(await second).toContain('heil');
  });
});

describe('what is dropped', () => {
  test('every page that carries the tag is gone, no other', async () => {
    let made = 0;
    const front = page('/', () => htmlPage(`Front ${(made += 1)}`, { tags: ['front', 'story:a'] }));
    const story = page('/a', () => htmlPage(`Geschichte ${(made += 1)}`, { tags: ['story:a'] }));
    const other = page('/b', () => htmlPage(`Andere ${(made += 1)}`, { tags: ['story:b'] }));
    for (const wanted of [front, story, other]) await cache.get(wanted);
    cache.drop(['story:a']);
    expect([cache.fresh('/'), cache.fresh('/a'), cache.fresh('/b') !== undefined]).toEqual([undefined, undefined, true]);
    expect([await textOf(front), await textOf(story), await textOf(other)].map((text) => /\d/.exec(text ?? '')?.[0])).toEqual(['4', '5', '3']);
    expect(cache.counts().drops).toBe(2);
  });

  test('a rendering that began before the drop serves who waited already, and nobody who came after', async () => {
    const { wanted, renderings } = slowPage('/a');
    const before = textOf(wanted);
    await allPromises();
    cache.drop(['story:a']);
    const after = textOf(wanted);
    renderings[0]?.finish(htmlPage('alt', { tags: ['story:a'] }));
    expect(await before).toContain('alt');
    await allPromises();
    renderings[1]?.finish(htmlPage('neu', { tags: ['story:a'] }));
    expect(await after).toContain('neu');
    expect(await textOf(wanted)).toContain('neu');
    expect(renderings).toHaveLength(2);
  });

  test('a drop between two who wait for one rendering parts them', async () => {
    const { wanted, renderings } = slowPage('/a');
    const first = textOf(wanted);
    await allPromises();
    cache.drop(['story:a']);
    const second = textOf(wanted);
    await allPromises();
    cache.drop(['story:a']);
    const third = textOf(wanted);
    renderings[0]?.finish(htmlPage('1', { tags: ['story:a'] }));
    await allPromises();
    expect(renderings).toHaveLength(2);
    renderings[1]?.finish(htmlPage('2', { tags: ['story:a'] }));
    expect([await first, await second, await third].map((text) => text?.at(-1))).toEqual(['1', '2', '2']);
  });

  test('a drop of another tag leaves a rendering as it is', async () => {
    const { wanted, renderings } = slowPage('/a');
    const reader = textOf(wanted);
    await allPromises();
    cache.drop(['story:b']);
    renderings[0]?.finish(htmlPage('wahr', { tags: ['story:a'] }));
    await reader;
    expect(cache.fresh('/a')?.identity.body.toString()).toContain('wahr');
  });

  test('dropping everything spoils every rendering on its way', async () => {
    const { wanted, renderings } = slowPage('/a');
    const reader = textOf(wanted);
    await allPromises();
    cache.dropAll();
    renderings[0]?.finish(htmlPage('alt'));
    await reader;
    expect(cache.fresh('/a')).toBeUndefined();
  });

  test('more drops than can be remembered during a rendering spoil it rather than be forgotten', async () => {
    const { wanted, renderings } = slowPage('/a');
    const reader = textOf(wanted);
    await allPromises();
    cache.drop(['story:a']);
    cache.drop(Array.from({ length: 10_001 }, (_, index) => `story:${index}`));
    renderings[0]?.finish(htmlPage('alt', { tags: ['story:a'] }));
    await reader;
    expect(cache.fresh('/a')).toBeUndefined();
  });
});

describe('time', () => {
  test('a page is made anew at the instant at which it expires', async () => {
    let made = 0;
    const wanted = page('/', () => htmlPage(String((made += 1)), { expires: new Date(clock.now().getTime() + minute) }));
    await cache.get(wanted);
    clock.pass(minute - 1);
    expect(cache.fresh('/')?.identity.body.toString().at(-1)).toBe('1');
    clock.pass(1);
    expect(cache.fresh('/')).toBeUndefined();
    expect((await textOf(wanted))?.at(-1)).toBe('2');
  });

  test('an expired page is served stale while the database is away, one that has ended is not', async () => {
    let away = false;
    const wanted = page('/', () => {
      if (away) throw new DatabaseAway();
      return htmlPage('Lizenz', { expires: new Date(clock.now().getTime() + minute), ends: new Date(clock.now().getTime() + 2 * minute) });
    });
    await cache.get(wanted);
    away = true;
    clock.pass(2 * minute - 1);
    expect(await textOf(wanted)).toContain('Lizenz');
    expect(cache.counts().stale).toBe(1);
    clock.pass(1);
    expect([cache.fresh('/'), await cache.get(wanted)]).toEqual([undefined, null]);
  });

  test('a page that ends while somebody waits for it is not served to them', async () => {
    const { wanted, renderings } = slowPage('/');
    const reader = textOf(wanted);
    const ends = new Date(clock.now().getTime() + minute);
    clock.pass(minute);
    renderings[0]?.finish(htmlPage('gesperrt', { ends }));
    await allPromises();
    renderings[1]?.finish(htmlPage('ohne Bild'));
    expect(await reader).toContain('ohne Bild');
  });

  test('a page that has always ended already is a fault, not an endless loop', async () => {
    await expect(cache.get(page('/', () => htmlPage('x', { ends: clock.now() })))).rejects.toThrow('may not be served');
  });
});

describe('without notices of changes', () => {
  test('every page is rendered again before it is served, while the database answers', async () => {
    let made = 0;
    const wanted = page('/', () => htmlPage(String((made += 1)), { tags: ['front'] }));
    await cache.get(wanted);
    cache.loseTrack();
    expect(cache.fresh('/')).toBeUndefined();
    expect((await textOf(wanted))?.at(-1)).toBe('2');
    expect((await textOf(wanted))?.at(-1)).toBe('3');
  });

  test('who comes during a rendering waits for one that began after', async () => {
    cache.loseTrack();
    const { wanted, renderings } = slowPage('/');
    const first = textOf(wanted);
    await allPromises();
    const later = [textOf(wanted), textOf(wanted)];
    renderings[0]?.finish(htmlPage('1'));
    await allPromises();
    expect(renderings).toHaveLength(2);
    renderings[1]?.finish(htmlPage('2'));
    expect([await first, ...(await Promise.all(later))].map((text) => text?.at(-1))).toEqual(['1', '2', '2']);
  });

  test('while the database is away the page is served stale with its headers, and what was dropped is not', async () => {
    let away = false;
    const render = () => {
      if (away) throw new DatabaseAway();
      return htmlPage('Front', { tags: ['front'], headers: { 'Content-Security-Policy': `default-src 'none'` } });
    };
    await cache.get(page('/', render));
    await cache.get(page('/b', render));
    cache.drop([]);
    away = true;
    cache.loseTrack();
    expect((await cache.get(page('/', render)))?.identity.headers).toContain(`default-src 'none'`);
    cache.drop(['front']);
    expect(await cache.get(page('/', render))).toBeNull();
  });

  test('on regaining track everything is dropped and pages are kept again', async () => {
    let made = 0;
    const wanted = page('/', () => htmlPage(String((made += 1))));
    await cache.get(wanted);
    cache.loseTrack();
    cache.regainTrack();
    expect((await textOf(wanted))?.at(-1)).toBe('2');
    expect(cache.fresh('/')).toBeDefined();
  });

  test('a database that did not answer is not asked for each reader of a page that can be served stale', async () => {
    cache = new PageCache({ maxBytes: 1e6, clock, isDatabaseGone: (error) => error instanceof DatabaseAway, askAgainAfter: 60_000 });
    let asked = 0;
    let away = false;
    const wanted = page('/', () => {
      asked += 1;
      if (away) throw new DatabaseAway();
      return htmlPage('Front');
    });
    await cache.get(wanted);
    away = true;
    cache.loseTrack();
    for (let reader = 0; reader < 10; reader += 1) expect(await textOf(wanted)).toContain('Front');
    expect(asked).toBe(2);
  });
});

describe('bounds', () => {
  const big = 'Grundwasserschutzverordnung '.repeat(1_000);

  test('the least recently used pages leave first, and their bytes with them', async () => {
    cache = makeCache(400_000);
    for (let index = 0; index < 10; index += 1) await cache.get(page(`/${index}`, () => htmlPage(big)));
    for (let index = 0; index < 40; index += 1) {
      expect(cache.fresh('/3')).toBeDefined();
      await cache.get(page(`/neu-${index}`, () => htmlPage(big)));
    }
    expect(cache.fresh('/3')).toBeDefined();
    expect(cache.fresh('/4')).toBeUndefined();
    expect(cache.counts().bytes).toBeLessThanOrEqual(400_000);
    expect(cache.counts().evictions).toBe(50 - cache.counts().pages);
  });

  test('addresses that anybody can invent push out no real page', async () => {
    cache = makeCache(800_000);
    for (let index = 0; index < 10; index += 1) await cache.get(page(`/${index}`, () => htmlPage(big)));
    for (let index = 0; index < 200; index += 1) {
      await cache.get(page(`/suche?q=${index}`, () => htmlPage(big), true));
      await cache.get(page(`/nirgends-${index}`, () => htmlPage(big, { status: 404, tags: [`path:${index}`] })));
    }
    for (let index = 0; index < 10; index += 1) expect(cache.fresh(`/${index}`), String(index)).toBeDefined();
    expect(cache.counts().bytes).toBeLessThanOrEqual(800_000);
  });

  test('a 404 that names no tags is not kept by its address, and its bytes are shared', async () => {
    const missing = (key: string) => page(key, () => htmlPage(big, { status: 404 }));
    const first = await cache.get(missing('/a'));
    expect(await cache.get(missing('/b'))).toBe(first);
    expect([cache.fresh('/a'), cache.counts().pages]).toEqual([undefined, 0]);
  });

  test('a page that alone would fill the memory is served and not kept', async () => {
    cache = makeCache(40_000);
    expect(await textOf(page('/', () => htmlPage(big)))).toContain('Grundwasser');
    expect(cache.counts()).toMatchObject({ pages: 0, bytes: 0 });
  });

  test('spellings of one address are remembered up to a bound, the newest first', async () => {
    await cache.get(page('/a', () => htmlPage('A')));
    for (let index = 0; index < 50; index += 1) expect(cache.freshByKey('/a', `/a?utm=${index}`)).toBeDefined();
    expect(cache.fresh('/a?utm=49')).toBeDefined();
    expect(cache.fresh('/a?utm=1')).toBeUndefined();
    cache.drop([]);
    cache.dropAll();
    expect(cache.fresh('/a?utm=49')).toBeUndefined();
  });

  test('bytes are counted back to nothing', async () => {
    for (const key of ['/a', '/b', '/suche']) {
      const kept = await cache.get(page(key, () => htmlPage(big, { tags: ['x'] }), key === '/suche'));
      if (kept !== null) for (const encoding of ['br', 'gzip'] as const) await cache.inEncoding(kept, encoding);
    }
    cache.drop(['x']);
    expect(cache.counts()).toMatchObject({ pages: 0, bytes: 0 });
  });
});

describe('encodings', () => {
  const text = 'Der Gemeinderat «Zürich West» hat entschieden. '.repeat(400);

  test('each is made once, on demand, and is the page', async () => {
    const kept = await cache.get(page('/', () => htmlPage(text)));
    if (kept === null) throw new Error('no page');
    const [br, again] = await Promise.all([cache.inEncoding(kept, 'br'), cache.inEncoding(kept, 'br')]);
    expect(br).toBe(again);
    expect(brotliDecompressSync(br.body).toString()).toBe(kept.identity.body.toString());
    expect(gunzipSync((await cache.inEncoding(kept, 'gzip')).body).toString()).toBe(kept.identity.body.toString());
    expect(br.headers.slice(-4)).toEqual(['Content-Encoding', 'br', 'Content-Length', String(br.body.length)]);
  });

  test('a page that is read again gets the smallest brotli, with the same validator and its length', async () => {
    const kept = await cache.get(page('/', () => htmlPage(text + [...text].toReversed().join(''))));
    if (kept === null) throw new Error('no page');
    const quick = await cache.inEncoding(kept, 'br');
    cache.fresh('/');
    cache.fresh('/');
    await cache.polished();
    expect(kept.br?.body.length).toBeLessThan(quick.body.length);
    expect(kept.br?.headers).toContain(kept.etag);
    expect(kept.br?.headers.at(-1)).toBe(String(kept.br?.body.length));
    expect(cache.counts().polished).toBe(1);
  });

  test('a page that nobody asks for again is not polished, nor one that is gone', async () => {
    const once = await cache.get(page('/a', () => htmlPage(text)));
    const gone = await cache.get(page('/b', () => htmlPage(text, { tags: ['b'] })));
    if (once === null || gone === null) throw new Error('no page');
    for (const kept of [once, gone]) await cache.inEncoding(kept, 'br');
    cache.fresh('/b');
    cache.fresh('/b');
    cache.drop(['b']);
    await cache.polished();
    expect(cache.counts().polished).toBe(0);
  });

  test('a tiny page is sent as it is', async () => {
    const kept = await cache.get(page('/', () => htmlPage('kurz')));
    if (kept === null) throw new Error('no page');
    expect(await cache.inEncoding(kept, 'br')).toBe(kept.identity);
  });
});

describe('what may not be kept', () => {
  test('a page that sets a cookie is a fault', async () => {
    await expect(cache.get(page('/', () => htmlPage('x', { headers: { 'Set-Cookie': 'a=1' } })))).rejects.toThrow('cookie');
  });

  test.each(['https://anderswo.example/', '//anderswo.example', '/\\anderswo.example', 'schweiz'])('a redirect away from the site is a fault: %s', async (location) => {
    await expect(cache.get(page('/', () => htmlPage('', { status: 301, location })))).rejects.toThrow('redirects');
  });

  test('a 503 is served once and not kept', async () => {
    await cache.get(page('/', () => htmlPage('später', { status: 503, tags: ['x'] })));
    expect(cache.fresh('/')).toBeUndefined();
  });
});
