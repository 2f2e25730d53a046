import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, openDoor, tokenIn, type DoorWorld } from './testing.ts';

let world: DoorWorld;
beforeAll(async () => {
  world = await openDoor();
});
afterAll(() => world.close());

const halfMinute = 30_000;
const address = '/desk/me/security';
const password = 'Wasser fliesst bergab';
const secretIn = (html: string) => /<code>([A-Z2-7 ]+)<\/code>/u.exec(html)![1]!.replaceAll(' ', '');

/** Somebody new for each test; `signIn` opens another browser. */
let number = 0;
async function tiziana() {
  const email = `tiziana.orlandelli.${++number}@example.org`;
  const browser = await world.join({ email, name: 'Tiziana Orlandelli', role: 'reporter', password });
  const signIn = async (headers: Record<string, string> = {}) => {
    const other = world.browser();
    return { browser: other, ...(await other.post('/desk/signin', { email, password, with: 'password', next: '/desk/stories' }, headers)) };
  };
  return { email, browser, signIn };
}

/** The same, with an app; `code` is what it shows now. */
async function tizianaWithApp() {
  const person = await tiziana();
  await person.browser.post(address, { do: 'app' });
  const secret = secretIn((await person.browser.get(address)).html);
  const { html } = await person.browser.post(address, { do: 'confirm', code: codeOf(secret, world.clock.now()) });
  const codes = [...html.matchAll(/<li>([\w-]{19})<\/li>/gu)].map(([, code]) => code!);
  return { ...person, codes, code: () => codeOf(secret, world.clock.now()) };
}

describe('Looking after one’s own sign-in', () => {
  it('is for those who are signed in', async () => {
    expect((await world.browser().get(address)).to).toBe('/desk/signin?next=/desk/me/security');
    expect((await world.browser().post(address, { do: 'drop-app' })).to).toBe('/desk/signin?next=/desk/me/security');
  });

  it('sets another password, which ends every other session but this', async () => {
    const { browser: mine, signIn } = await tiziana();
    const { browser: other } = await signIn();
    expect((await mine.post(address, { do: 'password', password: 'zu kurz' })).html).toContain('zu kurz: mindestens 12 Zeichen');
    expect((await mine.post(address, { do: 'password', password })).to).toBe(`${address}?done=password`);
    expect([await mine.who(), await other.who()]).toMatchObject([{ name: 'Tiziana Orlandelli' }, null]);
  });

  it('asks for a new sign-in after an hour, and changes nothing until then', async () => {
    const { browser, signIn } = await tiziana();
    world.clock.pass(60 * 60_000);
    const { html } = await browser.get(address);
    expect(html).toContain('Zum Ändern noch einmal anmelden');
    expect(html).not.toContain('name="password"');
    for (const form of [{ do: 'password', password: 'ein anderer langer Satz' }, { do: 'drop-password' }, { do: 'app' }, { do: 'codes' }, { do: 'drop-app' }, { do: 'confirm', code: '000000' }]) {
      const { status, html: said } = await browser.post(address, form);
      expect([form.do, status, said.includes('mehr als eine Stunde')]).toEqual([form.do, 422, true]);
    }
    expect((await signIn()).status).toBe(303);
  });

  it('may do without a password', async () => {
    const { browser, signIn } = await tiziana();
    expect((await browser.post(address, { do: 'drop-password' })).to).toBe(`${address}?done=drop-password`);
    expect((await browser.get(`${address}?done=drop-password`)).html).toMatch(/role="status">Das Passwort ist entfernt/u);
    expect((await signIn()).status).toBe(422);
  });
});

describe('The app on the telephone', () => {
  it('is set up by a QR code and its first code, and gives ten codes for paper', async () => {
    const { browser } = await tiziana();
    await browser.post(address, { do: 'app' });
    const { html } = await browser.get(address);
    expect(html).toMatch(/<svg class="qr" role="img" aria-label="QR-Code für die App"/u);
    const wrong = await browser.post(address, { do: 'confirm', code: '000000' });
    expect([wrong.status, /aria-describedby="code-wrong"/u.test(wrong.html)]).toEqual([422, true]);
    const { html: codes } = await browser.post(address, { do: 'confirm', code: codeOf(secretIn(html), world.clock.now()) });
    expect([...codes.matchAll(/<li>[\w-]{19}<\/li>/gu)]).toHaveLength(10);
    expect((await browser.get(address)).html).toContain('10 Wiederherstellungscodes sind übrig');
    expect((await browser.get(address)).html).not.toContain('<svg');
    expect((await browser.post(address, { do: 'drop-app' })).to).toBe(`${address}?done=drop-app`);
  });

  it('is asked for after the password, and until then nothing opens', async () => {
    const { signIn, code } = await tizianaWithApp();
    world.clock.pass(halfMinute);
    const { browser, to } = await signIn();
    expect(to).toBe('/desk/signin/second?next=%2Fdesk%2Fstories');
    expect(await browser.who()).toBeNull();
    expect((await browser.ask('GET', '/me')).status).toBe(401);
    expect((await browser.get(address)).status).toBe(303);
    const waiting = browser.cookie;
    const entered = await browser.post('/desk/signin/second', { code: code(), next: '/desk/stories' });
    expect(entered.to).toBe('/desk/stories');
    expect(await browser.who()).toMatchObject({ name: 'Tiziana Orlandelli' });
    expect(browser.cookie).not.toBe(waiting);
    browser.cookie = waiting;
    expect(await browser.who()).toBeNull();
  });

  it('shows a code that opens once, however often it is replayed', async () => {
    const { signIn, code } = await tizianaWithApp();
    const atSetUp = code();
    const { browser: first } = await signIn();
    expect((await first.post('/desk/signin/second', { code: atSetUp })).status).toBe(422);
    world.clock.pass(halfMinute);
    const shownOnce = code();
    const waiting = await Promise.all([signIn(), signIn(), signIn()]);
    const shown = await Promise.all(waiting.map(({ browser }) => browser.post('/desk/signin/second', { code: shownOnce })));
    expect(shown.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
  });

  it('is asked for after a link in a mail too', async () => {
    const { email } = await tizianaWithApp();
    await world.browser().post('/desk/signin', { email, with: 'link' });
    const browser = world.browser();
    const { to } = await browser.post('/desk/signin/link', { token: tokenIn((await world.linksTo(email)).at(-1)!) });
    expect(to).toMatch(/^\/desk\/signin\/second/u);
    expect(await browser.who()).toBeNull();
  });

  it('is replaced by a code on paper, once each', async () => {
    const { signIn, codes } = await tizianaWithApp();
    const [first] = codes;
    const typed = first!.toUpperCase().replaceAll('-', ' ');
    expect((await (await signIn()).browser.post('/desk/signin/second', { code: typed })).status).toBe(303);
    expect((await (await signIn()).browser.post('/desk/signin/second', { code: first! })).status).toBe(422);
  });

  it('stops a guesser after five codes, also with the right one, from however many browsers', async () => {
    const { signIn, code } = await tizianaWithApp();
    world.clock.pass(halfMinute);
    const right = code();
    const waiting = await Promise.all(Array.from({ length: 6 }, () => signIn()));
    const guesses = await Promise.all(waiting.map(({ browser }, i) => browser.post('/desk/signin/second', { code: String((Number(right) + 1 + i) % 1_000_000).padStart(6, '0') })));
    expect(guesses.map(({ status }) => status).sort()).toEqual([422, 422, 422, 422, 422, 429]);
    expect((await waiting[0]!.browser.post('/desk/signin/second', { code: right })).status).toBe(429);
    world.clock.pass(15 * 60_000);
    expect((await (await signIn()).browser.post('/desk/signin/second', { code: code() })).status).toBe(303);
  });

  it('is waited for ten minutes', async () => {
    const { signIn, code } = await tizianaWithApp();
    const { browser } = await signIn();
    world.clock.pass(10 * 60_000);
    const { status, html } = await browser.post('/desk/signin/second', { code: code() });
    expect([status, html.includes('Das hat zu lange gedauert')]).toEqual([422, true]);
  });

  it('is taken away by an administrator from somebody who lost it, with every session', async () => {
    const { browser, signIn } = await tizianaWithApp();
    const id = (await browser.who())!.id;
    const grace = await world.administrator();
    expect((await grace.ask('DELETE', `/staff/${id}/second-factor`)).status).toBe(200);
    expect(await browser.who()).toBeNull();
    expect((await signIn()).to).toBe('/desk/stories');
  });
});

describe('Sessions', () => {
  it('are listed with the browser in words, and end one by one or all but this', async () => {
    const { browser: mine, signIn } = await tiziana();
    const { browser: firefox } = await signIn({ 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
    const { json } = await mine.ask('GET', '/me/sessions');
    const listed = json.items.find((one: { agent: string }) => one.agent === 'Firefox, Linux');
    expect(listed).toMatchObject({ current: false });
    expect(json.items.filter((one: { current: boolean }) => one.current)).toHaveLength(1);
    expect((await mine.ask('DELETE', `/me/sessions/${listed.id}`)).status).toBe(204);
    expect(await firefox.who()).toBeNull();
    expect((await mine.ask('DELETE', `/me/sessions/${listed.id}`)).status).toBe(404);
    const { browser: third } = await signIn();
    expect((await mine.post(address, { do: 'end-others' })).to).toBe(`${address}?done=end-others`);
    expect([await mine.who(), await third.who()]).toMatchObject([{ role: 'reporter' }, null]);
  });

  it('of others cannot be ended', async () => {
    const grace = await world.administrator();
    const { browser: mine } = await tiziana();
    const { json } = await mine.ask('GET', '/me/sessions');
    expect((await grace.ask('DELETE', `/me/sessions/${json.items[0].id}`)).status).toBe(404);
    expect(await mine.who()).not.toBeNull();
  });

  it('end two weeks after they were last seen, and after three months in any case', async () => {
    const day = 24 * 60 * 60_000;
    const { browser: idle, signIn } = await tiziana();
    const { browser: busy } = await signIn();
    for (let passed = 0; passed < 13; passed += 6.5) {
      world.clock.pass(6.5 * day);
      expect(await busy.who()).not.toBeNull();
    }
    world.clock.pass(day);
    expect([await idle.who(), (await busy.who())?.role]).toEqual([null, 'reporter']);
    for (let passed = 14; passed < 90; passed += 10) {
      world.clock.pass(10 * day);
      if (passed + 10 < 90) expect(await busy.who()).not.toBeNull();
    }
    expect(await busy.who()).toBeNull();
  });

  it('end by signing out', async () => {
    const { browser } = await tiziana();
    const before = browser.cookie;
    const { to, headers } = await browser.post('/desk/signout', {});
    expect([to, headers.get('set-cookie')]).toEqual(['/desk/signin', 'broadsheet-staff-3000=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax']);
    browser.cookie = before;
    expect(await browser.who()).toBeNull();
    expect((await browser.get('/desk/signout')).status).toBe(404);
  });
});

describe('The log of acts', () => {
  it('holds sign-ins and changes, and no address of anybody', async () => {
    const acts = await world.house.db.selectFrom('acts').selectAll().execute();
    expect(new Set(acts.map(({ act }) => act))).toEqual(new Set(['staff.join', 'staff.sign-in', 'staff.invite', 'staff.secure', 'staff.edit', 'staff.end-session', 'staff.sign-out']));
    expect(JSON.stringify(acts)).not.toMatch(/@|Wasser fliesst|127\.0\.0\.1/u);
    expect(acts.filter(({ act }) => act === 'staff.sign-in').map(({ detail }) => (detail as { by: string }).by)).toEqual(expect.arrayContaining(['invitation', 'password', 'totp', 'recovery']));
  });
});
