import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb } from '../../platform/http/testing.ts';
import { createFirstAdministrator, firstAdministratorLink } from './joining.ts';
import { staffRoutes } from './routes.tsx';
import { openDoor, tokenIn, type DoorWorld } from './testing.ts';

let world: DoorWorld;
beforeAll(async () => {
  world = await openDoor();
});
afterAll(() => world.close());

const hour = 60 * 60_000;
const reporter = { email: 'samuel.fluehbacher@example.org', name: 'Samuel Flüehbacher', role: 'reporter', password: 'Früher Lokomotivführer' } as const;

describe('The first administrator', () => {
  it('comes by a link that looking at does not use up', async () => {
    const link = new URL((await firstAdministratorLink(world.house))!);
    const guest = world.browser();
    for (let look = 0; look < 3; look++) {
      const { status, html } = await guest.get(link.pathname + link.search);
      expect(status).toBe(200);
      expect(html).toContain('Redaktion eröffnen');
    }
    expect(await guest.who()).toBeNull();
  });

  it('keeps what was typed where something is wrong, but never a password', async () => {
    const token = tokenIn((await firstAdministratorLink(world.house))!);
    const { status, html } = await world.browser().post('/desk/welcome', { token, name: 'Grace «Gigi» Adlerfeld', email: 'grace', password: 'geheimer Satz hier', language: 'fr' });
    expect(status).toBe(422);
    expect(html).toContain('value="Grace «Gigi» Adlerfeld"');
    expect(html).toContain('value="grace"');
    expect(html).toContain('<option value="fr" lang="fr" selected="">');
    expect(html).toMatch(/id="email-wrong"[^>]*>Das ist keine E-Mail-Adresse/u);
    expect(html).toMatch(/<input id="email"[^>]*aria-invalid="true" aria-describedby="email-wrong"/u);
    expect(html).not.toContain('geheimer Satz');
  });

  it('is made once, signed in at once, and every such link is dead afterwards', async () => {
    const [first, second] = [tokenIn((await firstAdministratorLink(world.house))!), tokenIn((await firstAdministratorLink(world.house))!)];
    const grace = world.browser();
    const { status, to, headers } = await grace.post('/desk/welcome', { token: first, name: '  Grace\nAdlerfeld ', email: 'Grace.Adlerfeld@example.org', password: '', language: 'de' });
    expect([status, to]).toEqual([303, '/desk']);
    expect(headers.get('set-cookie')).toMatch(/^broadsheet-staff-3000=[\w-]{43}; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Lax$/u);
    expect(await grace.who()).toMatchObject({ kind: 'staff', name: 'Grace Adlerfeld', role: 'administrator', language: 'de' });
    expect(await firstAdministratorLink(world.house)).toBeNull();
    for (const token of [first, second]) expect((await world.browser().post('/desk/welcome', { token, name: 'Eve', email: 'eve@example.org', password: '', language: 'de' })).status).toBe(410);
  });

  it('is one, however many press the button at once', async () => {
    const other = await openDoor();
    const links = await Promise.all([firstAdministratorLink(other.house), firstAdministratorLink(other.house)]);
    const visitor = { address: '', agent: '', previous: null };
    const made = await Promise.all([...links, links[0]!].map((link, i) =>
      createFirstAdministrator(other.house, { secret: tokenIn(link!), name: `Nr. ${i}`, email: `nr${i}@example.org`, password: '', language: 'de', visitor })));
    expect(made.filter((one) => 'secret' in one)).toHaveLength(1);
    await other.close();
  });
});

describe('An invitation', () => {
  it('is sent by mail, in the language of the invited, and lets in once', async () => {
    const grace = await world.administrator();
    const { status, json } = await grace.ask('POST', '/staff/invitations', { email: 'aurelie.savernay@example.org', name: 'Aurélie Savernay', role: 'reporter', language: 'fr' });
    expect(status).toBe(201);
    expect(json).toMatchObject({ standing: 'invited', role: 'reporter', email: 'aurelie.savernay@example.org' });
    const mail = await world.house.db.selectFrom('mails').selectAll().where('recipient', '=', 'aurelie.savernay@example.org').executeTakeFirstOrThrow();
    expect(mail.subject).toBe('Invitation à la rédaction de 127.0.0.1:3000');
    expect(mail.body_text).toContain('Grace Adlerfeld vous invite');
    const [link] = await world.linksTo('aurelie.savernay@example.org');
    const guest = world.browser();
    expect((await guest.get(link!)).html).toContain('value="Aurélie Savernay"');
    expect((await guest.post('/desk/invitation', { token: tokenIn(link!), name: 'Aurélie Savernay', password: '', language: 'fr' })).status).toBe(303);
    expect(await guest.who()).toMatchObject({ role: 'reporter', language: 'fr' });
    const again = await world.browser().post('/desk/invitation', { token: tokenIn(link!), name: 'Eve', password: '', language: 'fr' });
    expect([again.status, again.html.includes('schon gebraucht')]).toEqual([410, true]);
  });

  it('ends after a day, and a new one ends the former', async () => {
    const grace = await world.administrator();
    const { json } = await grace.ask('POST', '/staff/invitations', { email: 'late@example.org', name: 'Zu Spät', role: 'freelancer' });
    const [first] = await world.linksTo('late@example.org');
    expect((await grace.ask('POST', `/staff/${json.id}/invitation`)).status).toBe(200);
    const [, second] = await world.linksTo('late@example.org');
    expect((await world.browser().get(first!)).status).toBe(410);
    expect((await world.browser().get(second!)).status).toBe(200);
    world.clock.pass(24 * hour);
    const { status, html } = await world.browser().get(second!);
    expect([status, html.includes('abgelaufen')]).toEqual([410, true]);
  });

  it('for an address that is here already is refused', async () => {
    const grace = await world.administrator();
    expect(await grace.ask('POST', '/staff/invitations', { email: 'GRACE.adlerfeld@example.org', name: 'Grace zwei', role: 'editor' }))
      .toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:email-taken' } });
  });
});

describe('Signing in by password', () => {
  beforeAll(async () => {
    await world.join(reporter);
  });

  it('leads to where one wanted to go, and to no other site', async () => {
    const browser = world.browser();
    const fields = { email: reporter.email, password: reporter.password, with: 'password' };
    expect((await browser.post('/desk/signin', { ...fields, next: '/desk/stories/k3f9x2mm?tab=2' })).to).toBe('/desk/stories/k3f9x2mm?tab=2');
    for (const next of ['https://evil.example/desk', '//evil.example', '/\\evil.example/desk', '/deskx', 'javascript:alert(1)', '/desk/signout']) {
      expect((await world.browser().post('/desk/signin', { ...fields, next })).to).toBe('/desk');
    }
  });

  it('says the same of an unknown address, a wrong password, and somebody suspended', async () => {
    const said = async (email: string, password: string) => {
      const { status, html } = await world.browser().post('/desk/signin', { email, password, with: 'password', next: '/desk' });
      return [status, html.replaceAll(email, 'EMAIL')];
    };
    const unknown = await said('niemand@example.org', 'irgendein langer Satz');
    expect(unknown[0]).toBe(422);
    expect(unknown[1]).toContain('E-Mail und Passwort passen nicht zusammen');
    expect(unknown[1]).toContain('value="EMAIL"');
    expect(unknown[1]).not.toContain('irgendein');
    expect(await said(reporter.email, 'irgendein langer Satz')).toEqual(unknown);
    expect(await said('grace.adlerfeld@example.org', '')).toEqual(unknown);
  });

  it('leaves the session that the browser had before', async () => {
    const browser = world.browser();
    await browser.post('/desk/signin', { email: reporter.email, password: reporter.password, with: 'password' });
    const before = browser.cookie;
    await browser.post('/desk/signin', { email: reporter.email, password: reporter.password, with: 'password' });
    expect(browser.cookie).not.toBe(before);
    browser.cookie = before;
    expect(await browser.who()).toBeNull();
  });

  it('stops a guesser after ten wrong ones, also with the right one, until the quarter of an hour is over', async () => {
    await world.join({ email: 'opfer@example.org', name: 'Opfer', role: 'reporter', password: 'ein ganz eigener Satz' });
    const guess = (password: string) => world.browser().post('/desk/signin', { email: 'opfer@example.org', password, with: 'password' });
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => guess(`geraten Nummer ${i}`)));
    expect(guesses.map(({ status }) => status).sort()).toEqual([...Array<number>(10).fill(422), 429, 429]);
    const { status, html } = await guess('ein ganz eigener Satz');
    expect(status).toBe(429);
    expect(html).toContain('Versuchen Sie es in 15 Minuten wieder');
    world.clock.pass(15 * 60_000);
    expect((await guess('ein ganz eigener Satz')).status).toBe(303);
  });
});

describe('Signing in by a link in a mail', () => {
  const ask = (email: string) => world.browser().post('/desk/signin', { email, with: 'link', next: '/desk' });

  it('answers the same whether there is such a person or not', async () => {
    const [known, unknown] = [await ask(reporter.email), await ask('niemand@example.org')];
    expect(known.status).toBe(200);
    expect(known.html.replaceAll(reporter.email, '')).toBe(unknown.html.replaceAll('niemand@example.org', ''));
    expect(await world.linksTo('niemand@example.org')).toEqual([]);
    expect(await world.linksTo(reporter.email)).not.toEqual([]);
  });

  it('is not used up by scanners that look, signs in by its button once, and never again', async () => {
    await ask(reporter.email);
    const link = (await world.linksTo(reporter.email)).at(-1)!;
    const browser = world.browser();
    for (let look = 0; look < 3; look++) expect((await browser.get(link)).html).toContain('als Samuel Flüehbacher');
    expect(await browser.who()).toBeNull();
    expect((await browser.post('/desk/signin/link', { token: tokenIn(link) })).to).toBe('/desk');
    expect(await browser.who()).toMatchObject({ name: 'Samuel Flüehbacher' });
    const replay = await world.browser().post('/desk/signin/link', { token: tokenIn(link) });
    expect([replay.status, replay.html.includes('schon gebraucht'), replay.headers.get('set-cookie')]).toEqual([410, true, null]);
  });

  it('of two who press at once lets in one', async () => {
    await ask(reporter.email);
    const token = tokenIn((await world.linksTo(reporter.email)).at(-1)!);
    const pressed = await Promise.all([1, 2, 3].map(() => world.browser().post('/desk/signin/link', { token })));
    expect(pressed.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
  });

  it('ends after fifteen minutes', async () => {
    await ask(reporter.email);
    const link = (await world.linksTo(reporter.email)).at(-1)!;
    world.clock.pass(15 * 60_000 - 1);
    expect((await world.browser().get(link)).status).toBe(200);
    world.clock.pass(1);
    expect((await world.browser().get(link)).status).toBe(410);
    expect((await world.browser().post('/desk/signin/link', { token: tokenIn(link) })).status).toBe(410);
  });

  it('stands nowhere in the database but in the mail', async () => {
    await ask(reporter.email);
    const token = tokenIn((await world.linksTo(reporter.email)).at(-1)!);
    const kept = await world.house.db.selectFrom('staff_links' as never).selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(token);
  });

  it('is sent at most five times an hour to one person, silently', async () => {
    world.clock.pass(2 * hour);
    const before = (await world.linksTo(reporter.email)).length;
    for (let i = 0; i < 7; i++) expect((await ask(reporter.email)).status).toBe(200);
    expect((await world.linksTo(reporter.email)).length - before).toBe(5);
  });

  it.each(['', 'x', 'a'.repeat(5000), "' or 1=1 --", '\0'])('with a token of %j is unknown', async (token) => {
    expect((await world.browser().get(`/desk/signin/link?token=${encodeURIComponent(token)}`)).status).toBe(410);
    expect((await world.browser().post('/desk/signin/link', { token })).status).toBe(410);
  });
});

describe('The pages of the door', () => {
  it('speak the language of the browser', async () => {
    const title = async (language: string) => /<h1>(.*?)<\/h1>/u.exec((await world.browser().get('/desk/signin', { 'accept-language': language })).html)?.[1];
    expect(await Promise.all(['de-CH', 'fr-CH,fr;q=0.9,de;q=0.5', 'it', 'en-GB', 'rm'].map(title))).toEqual(['Anmelden', 'Se connecter', 'Accedere', 'Sign in', 'Anmelden']);
  });

  it('are never kept, load nothing from elsewhere, and allow no style or script but their own', async () => {
    const { headers, html } = await world.browser().get('/desk/signin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*style-src 'sha256-[^']+'; .*form-action 'self'/u);
    expect(html).not.toMatch(/ style="|<script|https?:\/\//u);
    expect(html.match(/<style/gu)).toHaveLength(1);
  });

  it('refuse over plain http that leaves the machine, and say what to do', async () => {
    const { status, html } = await world.browser().get('/desk/signin');
    expect([status, html.includes('PUBLIC_URL')]).toEqual([200, false]);
    const elsewhere = staffRoutes({ ...world.house, settings: { ...world.house.settings, publicUrl: 'http://192.168.1.7:3000' } });
    for (const method of ['GET', 'POST']) {
      const answer = await elsewhere.request('http://192.168.1.7:3000/desk/signin', { method });
      expect(answer.status).toBe(403);
      expect(await answer.text()).toMatch(/nicht verschlüsselt.*https-Adresse.*http:\/\/127\.0\.0\.1:3000\/desk.*PUBLIC_URL/su);
    }
  });

  it('take no form that another site sends: nobody is signed in as somebody else unasked', async () => {
    const { web, url } = await startTestWeb({ routes: [staffRoutes(world.house)], settings: { publicUrl: world.house.settings.publicUrl } });
    const body = new URLSearchParams({ email: reporter.email, password: reporter.password, with: 'password' });
    const post = (headers: Record<string, string>) => fetch(`${url}/desk/signin`, { method: 'POST', body, headers, redirect: 'manual' });
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { origin: 'null' }] as Record<string, string>[]) {
      const answer = await post(headers);
      expect([headers, answer.status, answer.headers.get('set-cookie')]).toEqual([headers, 403, null]);
    }
    expect((await post({ origin: world.house.settings.publicUrl })).status).toBe(303);
    await web.close();
  });

  it('give a cookie bound to its host where the address is https', async () => {
    const secure = staffRoutes({ ...world.house, settings: { ...world.house.settings, publicUrl: 'https://zeitung.example' } });
    const answer = await secure.request('https://zeitung.example/desk/signin', { method: 'POST', body: new URLSearchParams({ email: reporter.email, password: reporter.password, with: 'password' }) });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-broadsheet-staff=[\w-]{43}; Path=\/; .*HttpOnly; SameSite=Lax; Secure$/u);
  });
});
