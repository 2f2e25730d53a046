import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import type { Reach } from '../../platform/outgoing/fetch-outside.ts';
import { embedsApi } from './api.ts';
import { embedSummaries } from './embeds.ts';

let newsroom: TestHouse;
let server: Server;
let thumbnail: Buffer;
let asked: string[] = [];

beforeAll(async () => {
  newsroom = await testHouse(await newsroomUpTo('embeds'));
  thumbnail = await sharp({ create: { width: 480, height: 360, channels: 3, background: '#723' } }).jpeg().toBuffer();
  server = createServer((request, response) => {
    const target = `https://${request.headers['x-meant-for'] as string}${request.url ?? ''}`;
    asked.push(target);
    answer(new URL(target), response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await newsroom.close();
});

/** All the houses that are asked here, in one. */
function answer(url: URL, response: ServerResponse): void {
  const json = (said: object) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  if (url.hostname === 'www.youtube.com') json({ title: '  Lawine   am «Tödi»', author_name: 'Bergwacht', thumbnail_url: 'https://i.ytimg.com/vi/x/hq.jpg', html: '<iframe src="https://evil.example/"></iframe>', width: 200, height: 113 });
  else if (url.hostname === 'i.ytimg.com') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(thumbnail);
  else if (url.hostname === 'embed.bsky.app') json({ author_name: 'Wetter', html: '<blockquote data-bluesky-uri="at://did:plc:abc123/app.bsky.feed.post/3kabcdefghij2"></blockquote>' });
  else if (url.href === 'https://video.example/film/7') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<link rel="alternate" type="application/json+oembed" href="/oembed?id=7">');
  else if (url.href === 'https://video.example/oembed?id=7') json({ title: 'Film 7', html: '<div><iframe src="//player.video.example/7" width="800" height="400"></iframe></div>' });
  else if (url.href === 'https://video.example/film/8') response.writeHead(302, { location: 'https://127.0.0.1/' }).end();
  else response.writeHead(404).end();
}

const world: Reach = {
  within: 2_000, resolve: async () => [{ address: '127.0.0.1', family: 4 }], permits: (address) => address === '127.0.0.1',
  request: (url, options, answered) => httpRequest({ ...options, host: '127.0.0.1', port: (server.address() as AddressInfo).port, path: url.pathname + url.search, headers: { ...options.headers as object, 'x-meant-for': url.hostname } }, answered),
};

async function ask(role: string, method: string, path: string, { body, version }: { body?: unknown; version?: number } = {}) {
  const answered = await embedsApi(newsroom.house, world).request(path, {
    method, headers: { 'x-test-role': role, 'accept-language': 'de-CH', ...(body !== undefined && { 'content-type': 'application/json' }), ...(version !== undefined && { 'if-match': `"${version}"` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answered.text();
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  return { status: answered.status, json: (text === '' ? null : JSON.parse(text)) as any };
}
const make = async (url: string) => ask('reporter', 'POST', '/embeds', { body: { url } });

describe('an address that is pasted', () => {
  it('becomes an embed where its house is on the list, and nobody is asked', async () => {
    asked = [];
    expect(await make('https://youtu.be/dQw4w9WgXcQ?si=spur')).toMatchObject({
      status: 201, json: { provider: { id: 'youtube', name: 'YouTube' }, url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ', title: '', missing: [{ name: 'title' }], warnings: [], poster: null, version: 1 },
    });
    expect(asked).toEqual([]);
  });
  it('stays a link, and is told why', async () => {
    expect(await make('https://zeitung.example/a')).toMatchObject({ status: 422, json: { name: 'no-provider', detail: expect.stringContaining('zeitung.example steht nicht auf der Liste') } });
    expect((await ask('moderator', 'POST', '/embeds', { body: { url: 'https://youtu.be/dQw4w9WgXcQ' } })).status).toBe(403);
  });
});

describe('what its house says', () => {
  it('is taken where nobody has typed anything, and its frame is not', async () => {
    const { json } = await make('https://youtu.be/dQw4w9WgXcQ');
    const learned = await ask('reporter', 'POST', `/embeds/${json.id}/look-up`);
    expect(learned).toMatchObject({ status: 200, json: { title: 'Lawine am «Tödi»', author: 'Bergwacht', hasThumbnail: true, frame: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0', version: 2 } });
    expect(asked.at(-1)).toBe('https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ');
    const typed = await ask('reporter', 'PATCH', `/embeds/${json.id}`, { body: { title: 'Die Lawine' }, version: 2 });
    expect((await ask('reporter', 'POST', `/embeds/${typed.json.id}/look-up`)).json.title).toBe('Die Lawine');
    expect((await ask('reporter', 'PATCH', `/embeds/${json.id}`, { body: { title: 'zu spät' }, version: 2 })).status).toBe(412);
  });
  it('gives a poster of our own, with its credit', async () => {
    const { json } = await make('https://youtu.be/dQw4w9WgXcQ');
    expect(await ask('reporter', 'POST', `/embeds/${json.id}/poster`)).toMatchObject({ status: 409, json: { name: 'no-thumbnail' } });
    await ask('reporter', 'POST', `/embeds/${json.id}/look-up`);
    const { poster } = (await ask('reporter', 'POST', `/embeds/${json.id}/poster`)).json;
    const picture = await newsroom.house.db.selectFrom('pictures').selectAll().where('id', '=', poster.id).executeTakeFirstOrThrow();
    expect(picture).toMatchObject({ credit: 'YouTube / Bergwacht', alt: 'Lawine am «Tödi»', width: 480 });
    expect((await embedSummaries(newsroom.house.db, [json.id])).get(json.id)).toMatchObject({ poster: poster.id, referrer: 'strict-origin', frameOrigins: ['https://www.youtube-nocookie.com'] });
  });
  it('makes a name on Bluesky the identifier behind it', async () => {
    const { json } = await make('https://bsky.app/profile/wetter.example/post/3kabcdefghij2');
    expect((await ask('reporter', 'POST', `/embeds/${json.id}/look-up`)).json.frame).toBe('https://embed.bsky.app/embed/did:plc:abc123/app.bsky.feed.post/3kabcdefghij2');
  });
  it('may be nothing: then the title is typed', async () => {
    const { json } = await make('https://vimeo.com/76979871');
    expect(await ask('reporter', 'POST', `/embeds/${json.id}/look-up`)).toMatchObject({ status: 502, json: { name: 'outside-refused', detail: expect.stringContaining('vimeo.com gibt keine Auskunft (404)') } });
    const post = await make('https://tooting.ch/@wetter/112233445566');
    expect(await ask('reporter', 'POST', `/embeds/${post.json.id}/look-up`)).toMatchObject({ status: 409, json: { name: 'no-oembed' } });
    expect((await ask('reporter', 'PATCH', `/embeds/${json.id}`, { body: { title: 'Von Hand' }, version: 1 })).json).toMatchObject({ title: 'Von Hand', missing: [] });
  });
});

describe('the list', () => {
  it('is the administrator’s: who is switched off is a link on every page at once', async () => {
    const { json } = await make('https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC');
    expect((await ask('editor', 'PATCH', '/embed-providers/spotify', { body: { enabled: false }, version: 1 })).status).toBe(403);
    expect(await ask('administrator', 'PATCH', '/embed-providers/spotify', { body: { enabled: false }, version: 1 })).toMatchObject({ status: 200, json: { enabled: false, version: 2 } });
    expect(newsroom.announced.at(-1)).toEqual({ event: 'providers.changed', facts: { id: 'spotify' }, tags: ['embeds'] });
    expect((await ask('editor', 'GET', `/embeds/${json.id}`)).json).toMatchObject({ frame: null, warnings: ['link'] });
    expect(await make('https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC')).toMatchObject({ status: 422, json: { name: 'provider-off' } });
    expect((await ask('administrator', 'PATCH', '/embed-providers/spotify', { body: { enabled: true }, version: 1 })).status).toBe(412);
    await ask('administrator', 'PATCH', '/embed-providers/spotify', { body: { enabled: true }, version: 2 });
    expect((await ask('editor', 'GET', `/embeds/${json.id}`)).json.warnings).toEqual([]);
  });
  it('takes own additions, whose pages are asked for their frame', async () => {
    const added = await ask('administrator', 'POST', '/embed-providers', { body: { name: 'Alpenfilm', hosts: ['video.example'] } });
    expect(added).toMatchObject({ status: 201, json: { own: true, company: 'Alpenfilm', enabled: true } });
    const { json } = await make('https://video.example/film/7');
    expect(json).toMatchObject({ frame: null, provider: { name: 'Alpenfilm' } });
    expect((await ask('reporter', 'POST', `/embeds/${json.id}/look-up`)).json).toMatchObject({ title: 'Film 7', frame: 'https://player.video.example/7' });
    expect((await embedSummaries(newsroom.house.db, [json.id])).get(json.id)).toMatchObject({ shape: { ratio: 2 }, referrer: 'no-referrer', frameOrigins: ['https://player.video.example'] });
    const led = (await make('https://video.example/film/8')).json;
    expect(await ask('reporter', 'POST', `/embeds/${led.id}/look-up`)).toMatchObject({ status: 502, json: { name: 'forbidden-address' } });
    expect((await ask('administrator', 'DELETE', `/embed-providers/${added.json.id}`)).status).toBe(204);
    expect((await ask('editor', 'GET', `/embeds/${json.id}`)).json).toMatchObject({ frame: null, provider: { name: 'video.example' } });
  });
  it('takes no house twice, not ours, and none by a wrong name', async () => {
    const add = (body: object) => ask('administrator', 'POST', '/embed-providers', { body: { name: 'x', ...body } });
    expect(await add({ hosts: ['youtu.be'] })).toMatchObject({ status: 409, json: { name: 'host-taken' } });
    expect(await add({ hosts: ['10.0.0.1'] })).toMatchObject({ status: 422, json: { name: 'not-a-host' } });
    expect(await add({ hosts: ['a.example'], endpoint: 'http://a.example/' })).toMatchObject({ status: 422, json: { errors: [{ pointer: '/endpoint' }] } });
    expect(await ask('administrator', 'DELETE', '/embed-providers/youtube')).toMatchObject({ status: 409, json: { name: 'known-provider' } });
    expect((await ask('freelancer', 'GET', '/embed-providers')).json.items.map(({ id }: { id: string }) => id)).toEqual(['youtube', 'vimeo', 'instagram', 'tiktok', 'x', 'bluesky', 'mastodon', 'spotify', 'datawrapper']);
  });
});
