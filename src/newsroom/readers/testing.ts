/** Readers at the door, for tests: a browser with its cookie, a mailbox. */
import { Hono } from 'hono';
import { testHouse, type TestHouse } from '../../../test/house.ts';
import type { Feature } from '../../platform/feature.ts';
import { mailsTo, type MailTo } from '../../platform/mail/testing.ts';
import { feature as readers } from './readers.ts';
import { readerRoutes } from './routes.tsx';
import { readerOf } from './who.ts';

export interface Answered {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  readonly to: string | null;
}

export interface ReaderBrowser {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>, headers?: Record<string, string>): Promise<Answered>;
  ask(path: string, body: unknown): Promise<{ status: number; json: Record<string, unknown> }>;
  who(): ReturnType<typeof readerOf>;
}

export interface ReaderWorld extends TestHouse {
  browser(): ReaderBrowser;
  /** Mails to this address, the newest last. */
  mailsTo(email: string): Promise<MailTo[]>;
  /** Somebody with an account, signed in. */
  join(email: string, name: string): Promise<ReaderBrowser>;
}

export const origin = 'http://127.0.0.1:3000';

export async function openReaderDoor(features: readonly Feature[] = [readers]): Promise<ReaderWorld> {
  const world = await testHouse(features);
  const { house } = world;
  const app = new Hono();
  app.route('/', readerRoutes(house));
  const browser = () => openBrowser(app, house);
  const join: ReaderWorld['join'] = async (email, name) => {
    const guest = browser();
    await guest.post('/konto/anmelden', { email });
    await guest.post('/konto/link', { token: tokenIn((await mailsTo(house.db, email)).at(-1)!.link), name });
    return guest;
  };
  return { ...world, browser, mailsTo: (email) => mailsTo(house.db, email), join };
}

export function tokenIn(path: string): string {
  return new URL(path, origin).searchParams.get('token') ?? '';
}

function openBrowser(app: Hono, house: ReaderWorld['house']): ReaderBrowser {
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(`${origin}${path}`, { ...init, headers: { cookie: browser.cookie, 'accept-language': 'de', ...(init.headers as Record<string, string>) } });
    const set = response.headers.get('set-cookie');
    if (set !== null) browser.cookie = /Max-Age=0\b/u.test(set) ? '' : set.split(';')[0]!;
    return response;
  };
  const read = async (response: Response): Promise<Answered> => ({ status: response.status, html: await response.text(), headers: response.headers, to: response.headers.get('location') });
  const browser: ReaderBrowser = {
    cookie: '',
    get: async (path, headers = {}) => read(await send(path, { headers })),
    post: async (path, fields, headers = {}) => {
      const body = new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])));
      return read(await send(path, { method: 'POST', body, headers }));
    },
    async ask(path, body) {
      const response = await send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return { status: response.status, json: (await response.json()) as Record<string, unknown> };
    },
    who: () => readerOf(house, new Request(origin, { headers: { cookie: browser.cookie } })),
  };
  return browser;
}
