import { sql as raw } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilWaiting } from '../../../test/locks.ts';
import { deleteAccount, holdAccount } from './store.ts';
import { openReaderDoor, tokenIn, type ReaderWorld } from './testing.ts';

let world: ReaderWorld;
beforeAll(async () => { world = await openReaderDoor(); });
afterAll(() => world.close());
beforeEach(async () => { await world.house.db.deleteFrom('mails').execute(); });

const hour = 60 * 60_000;
const day = 24 * hour;
const sql = () => world.house.db;
const linkTo = async (email: string) => (await world.mailsTo(email)).at(-1)!.link;

describe('One field and one button', () => {
  it('make an account: the mail opens a page, its button signs in, and looking used nothing up', async () => {
    const browser = world.browser();
    const asked = await browser.get('/konto/anmelden?next=/zuerich/wahl-bcdfghjk');
    expect([asked.status, asked.headers.get('cache-control'), asked.headers.get('x-robots-tag'), asked.headers.get('set-cookie')]).toEqual([200, 'no-store', 'noindex', null]);
    expect(asked.html.match(/<input(?![^>]*type="(?:hidden|search)")/gu)).toHaveLength(1);
    const sent = await browser.post('/konto/anmelden', { email: 'zoé.müller@example.org', next: '/zuerich/wahl-bcdfghjk#kommentare' });
    expect([sent.status, sent.headers.get('set-cookie')]).toEqual([200, null]);
    expect(sent.html).toContain('zoé.müller@example.org');
    const link = await linkTo('zoé.müller@example.org');
    for (const _ of [1, 2]) expect((await browser.get(link)).html).toContain('name="name"');
    const entered = await browser.post('/konto/link', { token: tokenIn(link), name: '  Zoé   Müller ' });
    expect([entered.status, entered.to]).toEqual([303, '/zuerich/wahl-bcdfghjk#kommentare']);
    expect(entered.headers.get('set-cookie')).toMatch(/^broadsheet-reader-3000=\S+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/u);
    expect(await browser.who()).toMatchObject({ name: 'Zoé Müller', email: 'zoé.müller@example.org', language: 'de', verifiedAt: world.clock.now() });
  });

  it('bring back whoever has an account, without asking for the name', async () => {
    const browser = world.browser();
    await browser.post('/konto/anmelden', { email: 'ZOÉ.MÜLLER@example.org' });
    const link = await linkTo('zoé.müller@example.org');
    const page = await browser.get(link);
    expect(page.html).toContain('Zoé Müller');
    expect(page.html).not.toContain('name="name"');
    expect((await browser.post('/konto/link', { token: tokenIn(link) })).to).toBe('/konto');
  });

  it('answer the same whether there is an account or not, in the page and in nothing else', async () => {
    const [known, unknown] = [world.browser(), world.browser()];
    const one = await known.post('/konto/anmelden', { email: 'zoé.müller@example.org' });
    const other = await unknown.post('/konto/anmelden', { email: 'nié.müller@example.org' });
    expect(other.html.replaceAll('nié', 'zoé')).toBe(one.html);
    expect([...other.headers].filter(([name]) => name !== 'date')).toEqual([...one.headers].filter(([name]) => name !== 'date'));
  });

  it('go to addresses in any letters, also those that are small in two ways', async () => {
    for (const email of ['İpek@example.org', 'IŞIL@example.org', 'straẞe@example.org']) {
      expect((await world.browser().post('/konto/anmelden', { email })).status, email).toBe(200);
      expect(await world.mailsTo(email), email).toHaveLength(1);
    }
  });
  it('keep what was typed where it is no address', async () => {
    const answer = await world.browser().post('/konto/anmelden', { email: 'zoé müller', next: '/kultur' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('value="zoé müller"');
    expect(answer.html).toContain('value="/kultur"');
    expect(answer.html).toContain('aria-describedby="email-wrong"');
  });

  it('lead nowhere but to this site', async () => {
    for (const next of ['https://boese.example/', '//boese.example', '/\\boese.example', '/desk', '/api/v1/me', '/konto/abmelden', 'javascript:alert(1)']) {
      expect((await world.browser().get(`/konto/anmelden?next=${encodeURIComponent(next)}`)).html).toContain('name="next" value="/konto"');
    }
  });
});

describe('A link', () => {
  it('opens once, of two at the same instant too', async () => {
    const [one, two] = [world.browser(), world.browser()];
    await one.post('/konto/anmelden', { email: 'doppel@example.org' });
    const token = tokenIn(await linkTo('doppel@example.org'));
    const answers = await Promise.all([one, two].map((browser) => browser.post('/konto/link', { token, name: 'Doppel Gänger' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    expect((await world.browser().get(`/konto/link?token=${token}`)).html).toContain('nur einmal');
  });

  it('of somebody new lives a day, of an account a quarter of an hour', async () => {
    const browser = world.browser();
    await browser.post('/konto/anmelden', { email: 'spät@example.org' });
    const first = await linkTo('spät@example.org');
    world.clock.pass(23 * hour);
    expect((await browser.post('/konto/link', { token: tokenIn(first), name: 'Späte Leserin' })).status).toBe(303);
    await browser.post('/konto/anmelden', { email: 'spät@example.org' });
    const second = await linkTo('spät@example.org');
    world.clock.pass(16 * 60_000);
    const dead = await browser.post('/konto/link', { token: tokenIn(second) });
    expect([dead.status, dead.html.includes('abgelaufen')]).toEqual([410, true]);
  });

  it('waits for an account that is going, which does not wait for it', async () => {
    await world.join('gehend@example.org', 'Gehende Ölpflanze');
    await world.browser().post('/konto/anmelden', { email: 'gehend@example.org' });
    const token = tokenIn(await linkTo('gehend@example.org'));
    const { id } = await sql().selectFrom('readers').select('id').where('email', '=', 'gehend@example.org').executeTakeFirstOrThrow();
    let coming: Promise<unknown> = Promise.resolve();
    await sql().transaction().execute(async (tx) => {
      await holdAccount(tx, id);
      coming = world.browser().post('/konto/link', { token }).then(({ status }) => status);
      await untilWaiting(world, 1);
      await raw`set local lock_timeout = '50ms'`.execute(tx);
      await deleteAccount(tx, id);
    });
    expect(await coming).toBe(410);
  });
  it('that nobody made, or for another purpose, opens nothing', async () => {
    for (const token of ['', 'x', '\0', 'ß'.repeat(500), '../../etc/passwd']) expect((await world.browser().get(`/konto/link?token=${encodeURIComponent(token)}`)).status).toBe(410);
  });

  it('is not used up by a name that cannot be had, and the name stays typed', async () => {
    const browser = world.browser();
    await browser.post('/konto/anmelden', { email: 'neu@example.org' });
    const token = tokenIn(await linkTo('neu@example.org'));
    for (const name of ['Redaktion', 'Zoé Müller', 'ZOÉ MÜLLER', 'a', '']) {
      const refused = await browser.post('/konto/link', { token, name });
      expect([name, refused.status, refused.html.includes(`value="${name}"`)]).toEqual([name, 422, true]);
    }
    expect((await browser.post('/konto/link', { token, name: 'Neue Leserin' })).status).toBe(303);
  });
});

describe('Two at the same instant', () => {
  it('who register the same address get one account', async () => {
    await Promise.all([1, 2, 3, 4].map(() => world.browser().post('/konto/anmelden', { email: 'rennen@example.org' })));
    expect(await sql().selectFrom('readers').select('id').where('email', '=', 'rennen@example.org').execute()).toHaveLength(1);
    expect(await world.mailsTo('rennen@example.org')).toHaveLength(4);
  });

  it('who want the same name: one gets it, the other is asked for another', async () => {
    const tokens: string[] = [];
    for (const email of ['eins@example.org', 'zwei@example.org']) {
      await world.browser().post('/konto/anmelden', { email });
      tokens.push(tokenIn(await linkTo(email)));
    }
    const names = ['Anna Keller', 'AnnaKe11er'];
    const answers = await Promise.all(tokens.map((token, i) => world.browser().post('/konto/link', { token, name: names[i]! })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  });
});

describe('Too many', () => {
  it('links to one mailbox are refused, whatever stands after a plus', async () => {
    const asked = (email: string) => world.browser().post('/konto/anmelden', { email }).then(({ status }) => status);
    for (const tag of ['', '+1', '+zwölf', '+1+2', '+']) expect(await asked(`ömer${tag}@example.org`), tag).toBe(200);
    expect([await asked('Ömer+noch@Example.org'), await asked('ömer@example.org'), await asked('+ömer@example.org'), await asked('anna+1@example.org')]).toEqual([429, 429, 200, 200]);
    expect((await sql().selectFrom('readers').select('email').where('email', 'like', 'ömer%').execute()).map(({ email }) => email)).toHaveLength(5);
    world.clock.pass(hour);
  });
  it('links to one address are refused, account or not, and after an hour it goes again', async () => {
    for (const email of ['zoé.müller@example.org', 'niemand@example.org']) {
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++) statuses.push((await world.browser().post('/konto/anmelden', { email })).status);
      expect(statuses.slice(-2)).toEqual([429, 429]);
    }
    world.clock.pass(hour);
    expect((await world.browser().post('/konto/anmelden', { email: 'zoé.müller@example.org' })).status).toBe(200);
  });
});

describe('A session', () => {
  it('ends by the button, and is nobody’s afterwards', async () => {
    const browser = await world.join('kurz@example.org', 'Kurzer Besuch');
    const { cookie } = browser;
    expect((await browser.post('/konto/abmelden', {})).to).toBe('/');
    browser.cookie = cookie;
    expect(await browser.who()).toBeNull();
  });

  it('lasts two months between visits and a year at most, by the house’s clock', async () => {
    const browser = await world.join('treu@example.org', 'Treue Leserin');
    for (let visit = 0; visit < 7; visit++) {
      world.clock.pass(50 * day);
      expect((await browser.who())?.name).toBe('Treue Leserin');
    }
    world.clock.pass(16 * day);
    expect(await browser.who()).toBeNull();
    const idle = await world.join('selten@example.org', 'Seltener Gast');
    world.clock.pass(61 * day);
    expect(await idle.who()).toBeNull();
  });

  it('survives a clock that is set back', async () => {
    const browser = await world.join('uhr@example.org', 'Uhrmacherin');
    world.clock.pass(-400 * day);
    expect((await browser.who())?.name).toBe('Uhrmacherin');
    world.clock.pass(400 * day);
  });

  it('is no staff’s, and the staff’s is no reader’s', async () => {
    const browser = await world.join('leserin@example.org', 'Nur Leserin');
    browser.cookie = browser.cookie.replace('broadsheet-reader', 'broadsheet-staff');
    expect(await browser.who()).toBeNull();
  });
});

describe('A password', () => {
  it('signs in, and tells nothing where it does not', async () => {
    const browser = await world.join('wort@example.org', 'Frau Wort');
    expect((await browser.post('/konto/aendern', { do: 'password', password: 'kurz' })).html).toContain('mindestens 12');
    expect((await browser.post('/konto/aendern', { do: 'password', password: 'ein langer Satz über Zürich' })).to).toBe('/konto?getan=password');
    const other = world.browser();
    const wrong = await other.post('/konto/anmelden/passwort', { email: 'wort@example.org', password: 'ein kurzer Satz über Bern' });
    const unknown = await other.post('/konto/anmelden/passwort', { email: 'fort@example.org', password: 'ein kurzer Satz über Bern' });
    expect([wrong.status, unknown.html.replaceAll('fort@', 'wort@')]).toEqual([422, wrong.html]);
    expect((await other.post('/konto/anmelden/passwort', { email: 'Wort@example.org', password: 'ein langer Satz über Zürich', next: '/kultur' })).to).toBe('/kultur');
  });
});
