/** Somebody at the door, for tests: a browser with its cookie, a mailbox, an app on a telephone. */
import { Hono } from 'hono';
import { testHouse, type TestHouse } from '../../../test/house.ts';
import type { Feature, House } from '../../platform/feature.ts';
import { totpCode, totpStep } from '../../platform/signin/totp.ts';
import { firstAdministratorLink } from './joining.ts';
import { listMails, readMail } from './log-store.ts';
import { openSignInLink } from './mailing.ts';
import type { Role } from './roles.ts';
import { staffRoutes } from './routes.tsx';
import { feature } from './staff.ts';
import { readPersonByEmail } from './store.ts';
import { whoIs, whoIsNow } from './who.ts';

export interface DoorWorld extends TestHouse {
  readonly browser: () => Browser;
  /** The links in the mails to this address, the newest last. */
  readonly linksTo: (email: string) => Promise<string[]>;
  /** An administrator, signed in: Grace Adlerfeld. */
  readonly administrator: () => Promise<Browser>;
  /** Invites somebody and lets them join. */
  readonly join: (person: { email: string; name: string; role: Role; password?: string }) => Promise<Browser>;
}

export interface Answered {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  readonly to: string | null;
}

export interface Browser {
  cookie: string;
  get(path: string, headers?: Record<string, string>): Promise<Answered>;
  post(path: string, fields: Record<string, string>, headers?: Record<string, string>): Promise<Answered>;
  /** The API, with the browser's cookie. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: any }>;
  /** Whom the house sees behind this browser. */
  who(): ReturnType<typeof whoIs>;
}

const origin = 'http://127.0.0.1:3000';

export async function openDoor(features: readonly Feature[] = [feature]): Promise<DoorWorld> {
  const world = await testHouse(features);
  const house: House = { ...world.house, whoIs: (request) => whoIs(house, request), whoIsNow: (actor) => whoIsNow(house, actor) };
  const app = new Hono();
  for (const one of features) if (one.api !== undefined) app.route('/api/v1', one.api(house));
  app.route('/', staffRoutes(house));
  const browser = () => openBrowser(app, house);
  const linksTo = async (email: string) => {
    const lines = await listMails(house.db, { before: null, limit: 500 });
    const mails = await Promise.all(lines.filter((mail) => mail.recipient === email).map((mail) => readMail(house.db, mail.id)));
    return mails.reverse().map((mail) => new URL(/https?:\/\/\S+/u.exec(mail!.body_text)![0])).map((url) => url.pathname + url.search);
  };
  let keeper: Browser | null = null;
  const administrator = async () => {
    if (keeper !== null && (await keeper.who()) !== null) return keeper;
    keeper = browser();
    const grace = await readPersonByEmail(house.db, 'grace.adlerfeld@example.org');
    const link = grace === null ? (await firstAdministratorLink(house))! : await world.act((tools) => openSignInLink(tools, { publicUrl: origin, person: grace }));
    const fields = { name: 'Grace Adlerfeld', email: 'grace.adlerfeld@example.org', password: '', language: 'de' };
    await keeper.post(new URL(link).pathname, { token: tokenIn(link), ...(grace === null ? fields : {}) });
    return keeper;
  };
  const join: DoorWorld['join'] = async ({ password = '', ...person }) => {
    await (await administrator()).ask('POST', '/staff/invitations', person);
    const guest = browser();
    const token = tokenIn((await linksTo(person.email)).at(-1)!);
    await guest.post('/desk/invitation', { token, name: person.name, password, language: 'de' });
    return guest;
  };
  return { ...world, house, browser, linksTo, administrator, join };
}

export function tokenIn(path: string): string {
  return new URL(path, origin).searchParams.get('token') ?? '';
}

/** What the app on the telephone shows at this instant. */
export function codeOf(secret: string, now: Date): string {
  return totpCode(secret, totpStep(now));
}

function openBrowser(app: Hono, house: House): Browser {
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await app.request(`${origin}${path}`, { ...init, headers: { cookie: browser.cookie, ...(init.headers as Record<string, string>) } });
    const set = response.headers.get('set-cookie');
    if (set !== null) browser.cookie = /Max-Age=0\b/u.test(set) ? '' : set.split(';')[0]!;
    return response;
  };
  const read = async (response: Response): Promise<Answered> => ({ status: response.status, html: await response.text(), headers: response.headers, to: response.headers.get('location') });
  const browser: Browser = {
    cookie: '',
    get: async (path, headers = {}) => read(await send(path, { headers })),
    post: async (path, fields, headers = {}) => read(await send(path, { method: 'POST', body: new URLSearchParams(fields), headers })),
    async ask(method, path, body) {
      const response = await send(`/api/v1${path}`, { method, headers: { 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const text = await response.text();
      return { status: response.status, json: text === '' ? null : JSON.parse(text) };
    },
    who: () => whoIs(house, new Request(origin, { headers: { cookie: browser.cookie } })),
  };
  return browser;
}
