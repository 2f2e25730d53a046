import { z } from '@hono/zod-openapi';
import { hc } from 'hono/client';
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest';
import type { Actor } from '../feature.ts';
import { refuse } from '../result.ts';
import { createApi, jsonAnswer, jsonBody } from './api.ts';
import { refusal } from './problem.ts';
import type { TestWeb } from './testing.ts';
import { DatabaseAway, startTestWeb } from './testing.ts';
import { matchesVersion, versionTag } from './versions.ts';

const people: Record<string, Actor> = {
  vera: { kind: 'token', id: 't1', name: 'Vera Zürcher', role: 'editor' },
  jonas: { kind: 'token', id: 't2', name: 'Jonas Büchi', role: 'reporter' },
};
const acts = { 'section.create': ['editor', 'administrator'] } as const;
const section = z.object({ path: z.string(), name: z.string() }).openapi('Section');

function sectionsApi() {
  const house = { whoIs: async (request: Request) => people[request.headers.get('authorization')?.slice(7) ?? ''] ?? null };
  const { app, operation } = createApi(house, acts);
  return app.openapi(operation({
    method: 'post', path: '/sections', act: 'section.create', summary: 'Make a section',
    request: { body: jsonBody(z.strictObject({ path: z.string().min(2).regex(/^[a-z/]+$/), name: z.record(z.string(), z.string()) })) },
    responses: { 201: jsonAnswer(section, 'The section') },
  }), async (c) => {
    expectTypeOf(c.var.who).toEqualTypeOf<Actor>();
    const { path, name } = c.req.valid('json');
    if (path === 'wetter') return refusal(c, refuse('exists', { path }), { exists: 409 });
    return c.json({ path, name: name['de'] ?? '' }, 201);
  }).openapi(operation({
    method: 'get', path: '/sections/{id}', act: null, summary: 'Read a section',
    request: { params: z.object({ id: z.coerce.number().int() }), query: z.object({ depth: z.coerce.number().max(3).optional() }) },
    responses: { 200: jsonAnswer(section, 'The section') },
  }), async (c) => {
    expectTypeOf(c.var.who).toEqualTypeOf<Actor | null>();
    if (c.req.valid('param').id === 7) throw new Error('kaputt');
    if (c.req.valid('param').id === 8) throw new DatabaseAway();
    return c.json({ path: String(c.req.valid('param').id), name: 'Zürich' }, 200);
  }).openapi(operation({
    method: 'patch', path: '/sections/{id}', act: 'signed-in', etag: 'required', bodyLimit: 2_000, summary: 'Change a section',
    request: { body: jsonBody(z.object({ name: z.string() })) },
    responses: { 200: jsonAnswer(section, 'The section') },
  }), async (c) => {
    if (!matchesVersion(c.req.header('if-match'), 3)) return refusal(c, refuse('stale', { current: 3 }), { stale: 412 });
    c.header('ETag', versionTag(4));
    return c.json({ path: 'schweiz', name: c.req.valid('json').name }, 200);
  });
}

let running: TestWeb;
beforeEach(async () => {
  running = await startTestWeb({ apis: [sectionsApi()] });
});
afterEach(() => running.web.close());

async function send(method: string, path: string, given: { as?: string; body?: unknown; raw?: BodyInit; headers?: Record<string, string> } = {}) {
  const body = given.raw ?? (given.body === undefined ? undefined : JSON.stringify(given.body));
  const answer = await fetch(`${running.url}/api/v1${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...(given.as === undefined ? {} : { Authorization: `Bearer ${given.as}` }), ...given.headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), headers: answer.headers, body: await answer.json() as Record<string, unknown> };
}

test('an operation answers who may', async () => {
  const made = await send('POST', '/sections', { as: 'vera', body: { path: 'international', name: { de: 'Ausland «nah»' } } });
  expect([made.status, made.body]).toEqual([201, { path: 'international', name: 'Ausland «nah»' }]);
});

test('nobody gets 401, the wrong role 403 with the roles that may', async () => {
  expect(await send('POST', '/sections', { body: {} })).toMatchObject({ status: 401, type: 'application/problem+json', body: { type: 'urn:broadsheet:problem:not-signed-in' } });
  expect(await send('POST', '/sections', { as: 'jonas', body: {} })).toMatchObject({ status: 403, body: { type: 'urn:broadsheet:problem:not-allowed', act: 'section.create', roles: ['editor', 'administrator'] } });
});

test('wrong input is told field by field with stable names', async () => {
  const { status, type, body } = await send('POST', '/sections', { as: 'vera', body: { path: 'Ä', farbe: 'rot', 'a/b~c': 1 } });
  expect([status, type, body['type'], body['status']]).toEqual([422, 'application/problem+json', 'urn:broadsheet:problem:invalid-input', 422]);
  const errors = body['errors'] as { in: string; pointer: string; name: string }[];
  expect(errors.map(({ in: place, pointer, name }) => `${place} ${pointer} ${name}`).toSorted()).toEqual([
    'body /a~1b~0c unknown-field', 'body /farbe unknown-field', 'body /name missing', 'body /path too-short',
  ]);
});

test('wrong addresses are told as such', async () => {
  expect((await send('GET', '/sections/abc?depth=9')).body).toMatchObject({ errors: [{ in: 'query', pointer: '/depth', name: 'too-big' }] });
  expect((await send('GET', '/sections/abc')).body).toMatchObject({ errors: [{ in: 'path', pointer: '/id' }] });
  expect((await send('GET', '/sections/5?depth=%00')).body).toMatchObject({ errors: [{ in: 'query', pointer: '/depth', name: 'nul-character' }] });
});

const hostile: [what: string, raw: string | Uint8Array<ArrayBuffer>, status: number, name: string][] = [
  ['half a document', '{"path": ', 400, 'malformed-json'],
  ['nothing', '', 400, 'malformed-json'],
  ['a deep nest', '['.repeat(100_000), 400, 'too-deep'],
  ['a nest just too deep', `{"name":${'['.repeat(64)}${']'.repeat(64)}}`, 400, 'too-deep'],
  ['another prototype', '{"__proto__":{"admin":true},"path":"zh","name":{}}', 422, 'invalid-input'],
  ['a NUL', '{"path":"zh","name":{"de":"Z\\u0000rich"}}', 422, 'invalid-input'],
  ['half a character', '{"path":"zh","name":{"de":"\\ud83d"}}', 422, 'invalid-input'],
  ['a NUL in a name', '{"path":"zh","name":{"d\\u0000e":"x"}}', 422, 'invalid-input'],
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, 'not-utf-8'],
  ['more than fits', JSON.stringify({ path: 'x'.repeat(1_100_000) }), 413, 'too-large'],
];
test.each(hostile)('hostile JSON is refused by name: %s', async (_, raw, status, name) => {
  expect(await send('POST', '/sections', { as: 'vera', raw })).toMatchObject({ status, body: { type: `urn:broadsheet:problem:${name}` } });
  expect((await send('GET', '/sections/5')).status).toBe(200);
});

test('brackets inside a text are no depth, and a text may hold what it likes', async () => {
  const text = `${'['.repeat(500)}"\\ ${'🦊'.repeat(10)}`;
  expect((await send('POST', '/sections', { as: 'vera', body: { path: 'zh', name: { de: text } } })).body).toEqual({ path: 'zh', name: text });
});

test('a body that is not JSON is refused', async () => {
  expect(await send('POST', '/sections', { as: 'vera', raw: 'path=zh', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).toMatchObject({ status: 415, body: { type: 'urn:broadsheet:problem:json-expected' } });
});

test('a body whose length is not told is read up to the limit and no further', async () => {
  const sendStream = async (name: string) => {
    const body = new ReadableStream({ start(controller) { controller.enqueue(new TextEncoder().encode(JSON.stringify({ name }))); controller.close(); } });
    const answer = await fetch(`${running.url}/api/v1/sections/1`, { method: 'PATCH', body, duplex: 'half', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer vera', 'If-Match': '"3"' } } as RequestInit);
    return [answer.status, await answer.json()];
  };
  expect(await sendStream('«Zürich»')).toEqual([200, { path: 'schweiz', name: '«Zürich»' }]);
  expect(await sendStream('x'.repeat(3_000))).toEqual([413, expect.objectContaining({ type: 'urn:broadsheet:problem:too-large', mostBytes: 2_000 })]);
});

test('a write without a body is refused, not a fault', async () => {
  expect(await send('PATCH', '/sections/1', { as: 'vera', headers: { 'If-Match': '"3"', 'Content-Type': 'application/json' } })).toMatchObject({ status: 400, body: { type: 'urn:broadsheet:problem:malformed-json' } });
});

test('a change asks for the version that was read, and refuses an old one with what it says', async () => {
  const change = (headers: Record<string, string>) => send('PATCH', '/sections/1', { as: 'jonas', body: { name: 'Zürich' }, headers });
  expect(await change({})).toMatchObject({ status: 428, body: { type: 'urn:broadsheet:problem:version-needed' } });
  expect(await change({ 'If-Match': '"2"' })).toMatchObject({ status: 412, body: { type: 'urn:broadsheet:problem:stale', current: 3 } });
  const changed = await change({ 'If-Match': '"3"' });
  expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"4"']);
});

test('a refusal of a rule has its status and its facts', async () => {
  expect(await send('POST', '/sections', { as: 'vera', body: { path: 'wetter', name: {} } })).toMatchObject({ status: 409, body: { type: 'urn:broadsheet:problem:exists', path: 'wetter' } });
});

test('a fault is a problem with the request\'s id, and the log knows it by the same', async () => {
  const { status, body, headers } = await send('GET', '/sections/7');
  expect([status, body['type'], headers.get('x-request-id')]).toEqual([500, 'urn:broadsheet:problem:fault', body['requestId']]);
  expect(running.lines).toContainEqual(expect.objectContaining({ requestId: body['requestId'], message: 'A fault' }));
  expect(running.lines).toContainEqual(expect.objectContaining({ requestId: body['requestId'], route: '/api/v1/sections/:id', status: 500 }));
  expect(JSON.stringify(body)).not.toContain('kaputt');
});

test('without the database there is a clear 503', async () => {
  const { status, headers, body } = await send('GET', '/sections/8');
  expect([status, headers.get('retry-after'), body['type']]).toEqual([503, '5', 'urn:broadsheet:problem:database-away']);
});

test('an unknown address below the API is a problem, not a page', async () => {
  expect(await send('GET', '/nirgends')).toMatchObject({ status: 404, type: 'application/problem+json' });
});

test('a write that another site sends is refused', async () => {
  const refused = await send('POST', '/sections', { body: {}, headers: { Cookie: 'staff=1', Origin: 'https://fremd.example' } });
  expect([refused.status, refused.body['type']]).toEqual([403, 'urn:broadsheet:problem:cross-site']);
});

test('the OpenAPI document says who may do what', async () => {
  const { status, body } = await send('GET', '/openapi.json');
  expect([status, body['openapi']]).toEqual([200, '3.1.0']);
  const paths = body['paths'] as Record<string, Record<string, Record<string, unknown>>>;
  expect(paths['/sections']?.['post']).toMatchObject({ 'x-act': 'section.create', 'x-roles': ['editor', 'administrator'], security: [{ bearer: [] }, { session: [] }] });
  expect(paths['/sections/{id}']?.['get']).toMatchObject({ security: [] });
  expect(Object.keys(paths['/sections/{id}']?.['patch']?.['responses'] as object).toSorted()).toEqual(['200', '401', '412', '422', '428', '4XX']);
  expect(paths['/sections/{id}']?.['patch']?.['responses']).toMatchObject({ 200: { headers: { ETag: { schema: { type: 'string' } } } } });
  expect(JSON.stringify(body['components'])).toContain('Problem');
});

test('the desk\'s client knows what an operation answers', () => {
  const client = hc<ReturnType<typeof sectionsApi>>('http://127.0.0.1');
  type Answer = Awaited<ReturnType<typeof client.sections.$post>>;
  type Good = Extract<Answer, { ok: true }>;
  expectTypeOf<Awaited<ReturnType<Good['json']>>>().toEqualTypeOf<{ path: string; name: string }>();
});
