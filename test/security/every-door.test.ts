import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsroom } from '../../src/newsroom.ts';
import type { Role } from '../../src/newsroom/staff/roles.ts';
import { roles } from '../../src/newsroom/staff/roles.ts';
import type { WholeProgram } from './program.ts';
import { wholeProgram } from './program.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly act: string | null;
  readonly open: boolean;
}

/** What the doors say: by act, who may. */
const doors = new Map<string, readonly string[]>(newsroom.flatMap((feature) => Object.entries(feature.acts ?? {})));
/** Open to everybody by decision; a new one must be written here. */
const publicOperations: readonly string[] = [];
/** A program has neither a name of its own to change nor sessions to end: these are for people alone. */
const forPeople = ['PATCH /me', 'GET /me/sessions', 'DELETE /me/sessions', 'DELETE /me/sessions/{id}'];
let whole: WholeProgram;
let operations: Operation[];

beforeAll(async () => {
  whole = await wholeProgram();
  const document = (await (await fetch(`${whole.url}/api/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, { security?: unknown[]; 'x-act'?: string }>> };
  operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, facts]) => ({ method: method.toUpperCase(), path, act: facts['x-act'] ?? null, open: facts.security?.length === 0 })));
});
afterAll(() => whole?.close());

/** An address of nobody: what is asked for is whether the door opens, not what is behind it. */
const concrete = (path: string) => path.replaceAll(/\{(number|other)\}/gu, '1').replaceAll(/\{\w+\}/gu, 'zzzzzzzz');
const name = ({ method, path }: Operation) => `${method} ${path}`;

/** The event stream has no end of its own: its status is all that is read of it. */
async function eventsStatus(authorization: string | null): Promise<number> {
  const stop = new AbortController();
  const answer = await fetch(`${whole.url}/api/v1/events`, { headers: authorization === null ? {} : { authorization }, signal: stop.signal });
  stop.abort();
  return answer.status;
}

async function statusFor(operation: Operation, role: Role): Promise<number> {
  const body = operation.method === 'GET' || operation.method === 'DELETE' ? undefined : {};
  return (await whole.as.get(role)!(operation.method, concrete(operation.path), body, { 'if-match': '"1"' })).status;
}

describe('every operation of the API', () => {
  it('is in the document, which names at least what a newsroom does daily', () => {
    expect(operations.length).toBeGreaterThan(60);
    for (const one of ['POST /stories', 'PATCH /stories/{id}', 'POST /stories/{id}/publish', 'POST /pictures', 'PATCH /publication', 'POST /staff/invitations', 'GET /acts']) expect(operations.map(name)).toContain(one);
  });
  it('asks for an account, or is public by decision', async () => {
    expect(operations.filter(({ open }) => open).map(name)).toEqual(publicOperations);
    const wrong: string[] = [];
    for (const operation of operations.filter(({ open }) => !open)) {
      for (const authorization of [null, 'Bearer bs_gefaelscht', 'Basic YWRtaW46YWRtaW4=']) {
        const { status } = await fetch(`${whole.url}/api/v1${concrete(operation.path)}`, { method: operation.method, headers: authorization === null ? {} : { authorization } });
        if (status !== 401) wrong.push(`${name(operation)} with ${authorization} answers ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  });
  it('names an act of the doors, or is for everybody with an account', () => {
    const signedIn = operations.filter(({ act, open }) => act === null && !open).map(name).sort();
    expect(operations.filter(({ act }) => act !== null && !doors.has(act)).map(name)).toEqual([]);
    expect(signedIn.filter((one) => !one.startsWith('GET '))).toEqual(forPeople.filter((one) => !one.startsWith('GET ')).sort());
  });
  it.each(roles)('is open to a program of the role %s exactly as the doors say', async (role) => {
    const wrong: string[] = [];
    for (const operation of operations.filter(({ path }) => path !== '/events')) {
      const may = operation.act === null ? !forPeople.includes(name(operation)) : doors.get(operation.act)!.includes(role);
      const status = await statusFor(operation, role);
      if ((status === 403) === may || status === 401 || status >= 500) wrong.push(`${name(operation)} answers ${status}, and the role ${may ? 'may' : 'may not'}`);
    }
    expect(wrong).toEqual([]);
  });
  it('has no sister that the document conceals', async () => {
    const guesses = ['/users', '/admin', '/staff/x', '/stories/zzzzzzzz/versions/1/raw', '/settings', '/jobs', '/objects', '/database', '/debug', '/stories.json', '/openapi.yaml'];
    for (const path of guesses) {
      const { status } = await fetch(`${whole.url}/api/v1${path}`);
      expect([401, 404], path).toContain(status);
    }
  });
  it('lets nobody listen without an account', async () => {
    expect(await eventsStatus(null)).toBe(401);
    expect(await eventsStatus('Bearer bs_nein')).toBe(401);
  });
});

describe('a draft', () => {
  let id: string;
  let url: string;
  beforeAll(async () => {
    await whole.as.get('publisher')!('POST', '/sections', { path: 'inland', name: 'Inland' });
    const made = await whole.as.get('reporter')!('POST', '/stories', { section: 'inland', headline: 'Geheime Fusion im Üetliberg-Tunnel', lead: 'Niemand weiss es.', body: { html: '<p>Vertraulich: zwölf Firmen.</p>' } });
    ({ id, url } = made.json);
  });
  it('is nowhere for the public: not at its address, not in list, feed, search, sitemap', async () => {
    expect((await fetch(`${whole.url}${url}`)).status).toBe(404);
    for (const path of ['/', '/inland', '/feed.xml', '/inland/feed.xml', '/sitemap.xml', '/news-sitemap.xml', '/suche?q=Fusion', `/inland/x-${id}`, `/desk-preview/stories/${id}`, `/vorschau/${id}`]) {
      const text = await (await fetch(`${whole.url}${path}`)).text();
      expect(text, path).not.toContain('Üetliberg');
      expect(text, path).not.toContain('zwölf Firmen');
    }
  });
  it('is nobody’s business but its own for a freelancer', async () => {
    const freelancer = whole.as.get('freelancer')!;
    expect((await freelancer('GET', `/stories/${id}`)).status).toBe(404);
    expect((await freelancer('PATCH', `/stories/${id}`, { lead: 'x' }, { 'if-match': '"1"' })).status).toBe(404);
    expect((await freelancer('GET', `/stories/${id}/versions`)).status).toBe(404);
    expect((await freelancer('POST', `/stories/${id}/submit`, {})).status).toBe(404);
    expect((await freelancer('POST', `/stories/${id}/preview`, {})).status).toBe(404);
    expect((await freelancer('PUT', `/stories/${id}/presence`, { tab: 'tab-am-kuechentisch' })).status).toBe(404);
    expect(JSON.stringify((await freelancer('GET', '/stories?q=Fusion')).json)).not.toContain('Üetliberg');
  });
});

describe('what comes in', () => {
  it('is refused by name where it is too large or too deep, and nothing of it is kept', async () => {
    const editor = whole.as.get('editor')!;
    const before = (await editor('GET', '/stories?limit=100')).json.items.length;
    expect((await editor('POST', '/stories', { section: 'inland', headline: 'x', body: { html: 'a'.repeat(5 * 1024 * 1024) } })).json).toMatchObject({ status: 413, name: 'too-large' });
    let deep: unknown = 'unten';
    for (let at = 0; at < 80; at += 1) deep = [deep];
    expect((await editor('POST', '/stories', { section: 'inland', headline: 'x', body: { document: deep } })).json).toMatchObject({ status: 400, name: 'too-deep' });
    expect((await editor('POST', '/stories', { section: 'inland', headline: 'nul \0 darin' })).json).toMatchObject({ status: 422, name: 'invalid-input' });
    const nested = await editor('POST', '/stories', { section: 'inland', headline: 'Verschachtelt', body: { html: '<div>'.repeat(20_000) + 'unten' } });
    expect([201, 413, 422]).toContain(nested.status);
    const after = (await editor('GET', '/stories?limit=100')).json.items.length;
    expect(after - before).toBe(nested.status === 201 ? 1 : 0);
  });
  it('may change nothing at all: an empty change is answered, not stumbled over', async () => {
    const keeper = whole.as.get('administrator')!;
    const made = await Promise.all([
      keeper('POST', '/sections', { path: 'leer', name: 'Leer' }), keeper('POST', '/agencies', { name: 'Agentur Nordföhn', shortName: 'anf', credit: 'ANF' }), keeper('POST', '/authors', { name: 'Zoë Müller' }),
      keeper('POST', '/topics', { name: 'Föhn', language: 'de' }), keeper('POST', '/pages', { slug: 'leer', language: 'de', title: 'Leer', body: { type: 'doc', content: [{ type: 'paragraph' }] } }), keeper('POST', '/staff/invitations', { email: 'zoe@zuercher-bote.example', name: 'Zoë Müller', role: 'editor' }),
    ]);
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201, 201]);
    const paths = ['sections', 'agencies', 'authors', 'topics', 'pages', 'staff'].map((thing, at) => `/${thing}/${made[at]!.json.id}`);
    for (const path of [...paths, '/publication']) {
      const { etag } = await keeper('GET', path);
      const { status } = await keeper('PATCH', path, {}, { 'if-match': etag ?? '"1"' });
      expect([200, 422], path).toContain(status);
    }
  });
});
