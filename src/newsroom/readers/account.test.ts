import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Feature } from '../../platform/feature.ts';
import { beginSignIn, feature as readers, notify, readersById } from './readers.ts';
import { removeUnused, tellUnused, keepRetention } from './jobs.ts';
import { openReaderDoor, tokenIn, type ReaderWorld } from './testing.ts';

/** Keeps something of readers, as comments will: a line of theirs, and one that waits for a proof. */
const lines = new Map<string, { account: string | null; text: string }>();
const guestbook: Feature = {
  name: 'guestbook',
  words: Object.fromEntries(['de', 'fr', 'it', 'en'].map((language) => [language, { 'notice.guestbook-reply': `Antworten (${language})`, 'notice.guestbook-news': 'Neues', 'waits-for-proof': 'Eine Zeile wartet.' }])) as unknown as NonNullable<Feature['words']>,
  accounts: {
    notices: ['guestbook-reply', 'guestbook-news'],
    give: async (_, account) => ({ lines: [...lines.values()].filter((line) => line.account === account).map(({ text }) => text) }),
    takeAway: async (_, account) => { for (const line of lines.values()) if (line.account === account) line.account = null; },
    errands: {
      show: async (_, { errand }) => ({ text: lines.get(errand)!.text, about: null }),
      proven: async (_, { account, errand }) => { lines.get(errand)!.account = account; },
      forget: async (_, errand) => { lines.delete(errand); },
    },
  },
};

let world: ReaderWorld;
beforeAll(async () => { world = await openReaderDoor([readers, guestbook]); });
afterAll(() => world.close());
beforeEach(async () => {
  await world.house.db.deleteFrom('mails').execute();
  await world.house.db.deleteFrom('reader_muted').execute();
  // All of them come from one network.
  world.clock.pass(60 * 60_000);
});

const day = 24 * 60 * 60_000;
const change = (browser: Awaited<ReturnType<ReaderWorld['join']>>, what: string, fields: Record<string, string | string[]> = {}) => browser.post('/konto/aendern', { do: what, ...fields });
let count = 0;
// None that looks like another.
const letters = 'abcdefghkopqstuxyz';
/** Somebody new, whose name nobody else has. */
const anybody = async () => {
  const one = `${letters[Math.floor(count / letters.length)]}${letters[count++ % letters.length]}`;
  return { email: `leser-${one}@example.org`, browser: await world.join(`leser-${one}@example.org`, `Leserin Q${one}ß`) };
};

describe('The account page', () => {
  it('is for whoever is signed in, and kept by nobody', async () => {
    expect((await world.browser().get('/konto')).to).toBe('/konto/anmelden');
    const { browser, email } = await anybody();
    const page = await browser.get('/konto');
    expect([page.status, page.headers.get('cache-control'), page.html.includes(email)]).toEqual([200, 'no-store', true]);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await browser.get('/konto/loeschen')).headers.get('content-security-policy')).not.toContain('script-src');
    expect((await browser.post('/konto/aendern', { do: 'toString' })).status).toBe(422);
  });

  it('speaks the languages of the publication, and no other', async () => {
    await world.house.db.insertInto('publication').values({ ...({ id: 1, name: 'Le Höhenweg', short_name: 'Höhenweg', languages: ['fr', 'de'], changed_at: world.clock.now() } as object) } as never).onConflict((same) => same.column('id').doNothing()).execute();
    const title = async (language: string) => /<html lang="(\w+)"/u.exec((await world.browser().get('/konto/anmelden', { 'accept-language': language })).html)?.[1];
    expect([await title('fr-CH'), await title('de'), await title('it;q=1, de;q=0.5'), await title('ja')]).toEqual(['fr', 'de', 'de', 'fr']);
    await world.house.db.deleteFrom('publication').execute();
  });

  it('speaks another language from when its reader says so', async () => {
    const { browser } = await anybody();
    expect((await browser.get('/konto')).html).not.toContain('name="language"');
    await world.house.db.insertInto('publication').values({ ...({ id: 1, name: 'Der Höhenweg', short_name: 'Höhenweg', languages: ['de', 'fr'], changed_at: world.clock.now() } as object) } as never).onConflict((same) => same.column('id').doNothing()).execute();
    const language = async () => (await world.house.db.selectFrom('readers').select('language').where('id', '=', (await browser.who())!.id).executeTakeFirstOrThrow()).language;
    expect((await change(browser, 'language', { language: 'fr' })).to).toBe('/konto?getan=language');
    expect([await language(), (await browser.get('/konto')).html.includes('<html lang="fr"')]).toEqual(['fr', true]);
    for (const none of ['it', 'xx', '']) await change(browser, 'language', { language: none });
    expect(await language()).toBe('fr');
    await world.house.db.deleteFrom('publication').execute();
  });
});

describe('The name', () => {
  it('changes once a month, and all pages that show it are told', async () => {
    const { browser } = await anybody();
    expect((await change(browser, 'name', { name: 'Frau Föhn' })).to).toBe('/konto?getan=name');
    expect(world.announced.at(-1)).toMatchObject({ event: 'reader.renamed', facts: { id: (await browser.who())!.id } });
    const soon = await change(browser, 'name', { name: 'Frau Bise' });
    expect([soon.status, soon.html.includes('in 30 Tagen') || soon.html.includes('In 30 Tagen'), soon.html.includes('value="Frau Bise"')]).toEqual([422, true, true]);
    world.clock.pass(30 * day);
    expect((await change(browser, 'name', { name: 'Frau Bise' })).status).toBe(303);
  });

  it('imitates nobody who has one already', async () => {
    const [one, other] = [await anybody(), await anybody()];
    await change(one.browser, 'name', { name: 'Petra Milano' });
    expect((await change(other.browser, 'name', { name: 'PETRA MILANO' })).html).toContain('hat schon jemand');
    expect((await change(one.browser, 'name', { name: 'Petra Milano' })).status).toBe(303);
  });

  it('is none of the newsroom’s', async () => {
    await world.house.db.insertInto('staff').values({ id: 's1', name: 'Tiziana Orlandelli', email: 't@example.org', role: 'editor', language: 'de', may_sign_in: true, invited_at: world.clock.now(), joined_at: null, suspended_at: null }).execute();
    const { browser } = await anybody();
    expect((await change(browser, 'name', { name: 'Tiziana Orlandeııi' })).html).toContain('aus der Redaktion');
  });
});

describe('A new address', () => {
  it('counts once it is confirmed, and the old one is told twice', async () => {
    const { browser, email } = await anybody();
    expect((await change(browser, 'email', { email: 'neue.adresse@example.org' })).to).toBe('/konto?getan=email');
    expect((await browser.who())!.email).toBe(email);
    const { link } = (await world.mailsTo('neue.adresse@example.org'))[0]!;
    expect((await world.browser().get(link)).html).toContain('neue.adresse@example.org');
    expect((await world.browser().post('/konto/adresse', { token: tokenIn(link) })).status).toBe(303);
    expect((await world.browser().post('/konto/adresse', { token: tokenIn(link) })).status).toBe(410);
    expect((await browser.who())!.email).toBe('neue.adresse@example.org');
    expect((await world.mailsTo(email)).slice(-2).map(({ subject }) => subject.includes('geändert'))).toEqual([true, true]);
  });

  it('that has an account is told to its owner alone', async () => {
    const [one, other] = [await anybody(), await anybody()];
    await world.house.db.deleteFrom('mails').execute();
    const free = await change(one.browser, 'email', { email: 'frei@example.org' });
    const taken = await change(one.browser, 'email', { email: other.email });
    expect([taken.status, taken.to]).toEqual([free.status, free.to]);
    expect((await world.mailsTo(other.email)).map(({ link }) => link)).toEqual(['']);
  });

  it('asked for on a stolen device dies when its owner signs out everywhere else', async () => {
    const { browser, email } = await anybody();
    await change(browser, 'email', { email: 'dieb@example.org' });
    const { link } = (await world.mailsTo('dieb@example.org'))[0]!;
    await world.browser().post('/konto/anmelden', { email });
    const owner = world.browser();
    await owner.post('/konto/link', { token: tokenIn((await world.mailsTo(email)).at(-1)!.link) });
    await change(owner, 'end-others');
    expect([await browser.who(), (await world.browser().post('/konto/adresse', { token: tokenIn(link) })).status]).toEqual([null, 410]);
  });

  it('somebody else took meanwhile stays theirs', async () => {
    const { browser, email } = await anybody();
    await change(browser, 'email', { email: 'begehrt@example.org' });
    const { link } = (await world.mailsTo('begehrt@example.org'))[0]!;
    await world.join('begehrt@example.org', 'Schneller Xaver');
    expect((await browser.post('/konto/adresse', { token: tokenIn(link) })).status).toBe(410);
    expect((await browser.who())!.email).toBe(email);
  });
});

describe('How one signs in', () => {
  it('changes only shortly after signing in', async () => {
    const { browser, email } = await anybody();
    world.clock.pass(61 * 60_000);
    for (const [what, fields] of [['password', { password: 'ein langer Satz über Zürich' }], ['email', { email: 'x@example.org' }]] as const) expect((await change(browser, what, fields)).html).toContain('Melden Sie sich dafür noch einmal an');
    expect((await browser.post('/konto/loeschen', {})).html).toContain('Noch einmal anmelden');
    expect((await browser.who())!.email).toBe(email);
  });

  it('on another device is seen and ended', async () => {
    const { browser, email } = await anybody();
    const telephone = world.browser();
    await telephone.post('/konto/anmelden', { email });
    await telephone.post('/konto/link', { token: tokenIn((await world.mailsTo(email)).at(-1)!.link) }, { 'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Mobile/15E148 Safari/604.1' });
    const page = await browser.get('/konto');
    expect(page.html).toContain('Safari, iPhone');
    const id = /name="do" value="end-session"\/><input type="hidden" name="id" value="(\w+)"/u.exec(page.html)![1]!;
    const stranger = await anybody();
    expect((await change(stranger.browser, 'end-session', { id })).status).toBe(422);
    expect((await change(browser, 'end-session', { id })).status).toBe(303);
    expect(await telephone.who()).toBeNull();
  });

  it('leaves a line in the log that says neither name nor address', async () => {
    const { browser, email } = await anybody();
    await change(browser, 'name', { name: 'Geheime Gärtnerin' });
    await change(browser, 'password', { password: 'ein langer Satz über Zürich' });
    const { id } = (await browser.who())!;
    const acts = await world.house.db.selectFrom('acts').selectAll().where('subject', '=', `reader:${id}`).orderBy('id').execute();
    expect(acts.map(({ act, by_kind, by_name }) => [act, by_kind, by_name])).toEqual(['reader.join', 'reader.rename', 'reader.secure'].map((act) => [act, 'reader', '']));
    expect(JSON.stringify(acts)).not.toMatch(new RegExp(`${email}|Gärtnerin|Leserin`, 'u'));
  });
});

describe('What waits for a proof', () => {
  const wish = (email: string, name = 'Gästin') => ({ email, name, language: 'de' as const, next: '/kultur#gast', address: '203.0.113.7' });

  it('goes on with the button of the mail’s page, which shows it, and is not the account’s before', async () => {
    const { email, browser } = await anybody();
    await world.house.db.deleteFrom('mails').execute();
    lines.set('guestbook:1', { account: null, text: 'Grüezi' });
    expect(await beginSignIn(world.house, wish(email), async () => 'guestbook:1')).toBeNull();
    expect(lines.get('guestbook:1')!.account).toBeNull();
    const { link } = (await world.mailsTo(email))[0]!;
    const page = await world.browser().get(link);
    expect(page.html).toContain('Grüezi');
    expect((await world.browser().post('/konto/link', { token: tokenIn(link) })).to).toBe('/kultur#gast');
    expect(lines.get('guestbook:1')!.account).toBe((await browser.who())!.id);
  });

  it('brings the name that was wished for, to be changed where it cannot be had', async () => {
    await beginSignIn(world.house, wish('gast@example.org', 'Moderation'), async () => { lines.set('guestbook:2', { account: null, text: 'Hallo' }); return 'guestbook:2'; });
    const { link } = (await world.mailsTo('gast@example.org'))[0]!;
    expect((await world.browser().get(link)).html).toContain('value="Moderation"');
    expect((await world.browser().post('/konto/link', { token: tokenIn(link), name: 'Moderation' })).html).toContain('klingt nach der Redaktion');
    expect(lines.get('guestbook:2')!.account).toBeNull();
    expect((await world.browser().post('/konto/link', { token: tokenIn(link), name: 'Gast aus Chur' })).status).toBe(303);
    expect(lines.get('guestbook:2')!.account).not.toBeNull();
  });

  it('is refused as a whole where its feature refuses it', async () => {
    expect(await beginSignIn(world.house, wish('nie@example.org'), async () => ({ refused: 'closed' as const }))).toEqual({ refused: 'closed' });
    expect(await world.mailsTo('nie@example.org')).toEqual([]);
    expect(await world.house.db.selectFrom('readers').select('id').where('email', '=', 'nie@example.org').execute()).toEqual([]);
  });
});

describe('A notice', () => {
  const letter = (text: string) => () => ({ subject: 'Antwort\r\nBcc: alle@example.org', paragraphs: ['Jemand hat geantwortet.'], quote: text, button: { text: 'Ansehen', url: 'http://127.0.0.1:3000/kultur#k1' } });
  const send = (to: string, text = 'Ja, <b>sicher</b>!') => world.act((tools) => notify(world.house, tools, { kind: 'guestbook-reply', to, letter: letter(text) }));

  it('says why it came, shows somebody’s words as text, and carries what mail programs unsubscribe by', async () => {
    const { email, browser } = await anybody();
    await world.house.db.deleteFrom('mails').execute();
    expect(await send((await browser.who())!.id)).toBe('ordered');
    const mail = (await world.mailsTo(email))[0]!;
    expect(mail.html).toContain('Ja, &lt;b&gt;sicher&lt;/b&gt;!');
    expect(mail.subject).toBe('Antwort Bcc: alle@example.org');
    expect(mail.text).toContain('> Ja, <b>sicher</b>!');
    expect(mail.headers).toMatchObject({ 'List-Unsubscribe': expect.stringMatching(/^<http:\/\/127\.0\.0\.1:3000\/konto\/abbestellen\?\S+>$/u), 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    expect(mail.text).toContain('Antworten (de)');
  });

  it('is switched off by the mail program’s button, without cookie and as often as it likes', async () => {
    const { email, browser } = await anybody();
    const { id } = (await browser.who())!;
    await send(id);
    const { pathname, search } = new URL((await world.mailsTo(email)).at(-1)!.headers['List-Unsubscribe']!.slice(1, -1));
    expect((await world.browser().get(pathname + search)).html).toContain('<button autofocus="">Abbestellen');
    expect(await send(id)).toBe('ordered');
    for (const _ of [1, 2]) expect((await world.browser().post(pathname + search, { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect(await send(id)).toBe('muted');
    const forged = new URLSearchParams(search);
    forged.set('art', 'guestbook-news');
    expect((await world.browser().post(`${pathname}?${forged.toString()}`, {})).status).toBe(410);
  });

  it('is switched on and off on the account page', async () => {
    const { browser } = await anybody();
    const { id } = (await browser.who())!;
    await change(browser, 'notices', { notice: ['guestbook-news', 'unknown'] });
    expect(await send(id)).toBe('muted');
    expect((await browser.get('/konto')).html).toContain('1 von 2');
    await change(browser, 'notices', { notice: ['guestbook-reply'] });
    expect(await send(id)).toBe('ordered');
  });

  it('goes to nobody who is not there', async () => {
    expect(await send('nobody')).toBe('gone');
  });
});

describe('One’s own data', () => {
  it('are given as a file: what we keep and what each feature keeps, no secret among it', async () => {
    const { browser, email } = await anybody();
    await change(browser, 'password', { password: 'ein langer Satz über Zürich' });
    const { id } = (await browser.who())!;
    lines.set('guestbook:3', { account: id, text: 'Von mir: «Zürich»' });
    const file = await browser.get('/konto/daten.json');
    expect([file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual(['attachment; filename="konto.json"', 'no-store']);
    expect(JSON.parse(file.html)).toMatchObject({ account: { id, email, hasPassword: true }, sessions: [{ agent: '' }], guestbook: { lines: ['Von mir: «Zürich»'] } });
    expect(file.html).not.toMatch(/scrypt|token|noticeKey/u);
    expect((await world.browser().get('/konto/daten.json')).status).toBe(303);
  });

  it('go with the account: rows, sessions, mails, everywhere; what was written stays', async () => {
    const { browser, email } = await anybody();
    const { id } = (await browser.who())!;
    lines.set('guestbook:4', { account: id, text: 'Bleibt' });
    await change(browser, 'notices', { notice: [] });
    const { cookie } = browser;
    const left = await browser.post('/konto/loeschen', {});
    expect([left.status, browser.cookie]).toEqual([200, '']);
    browser.cookie = cookie;
    expect(await browser.who()).toBeNull();
    expect(lines.get('guestbook:4')).toEqual({ account: null, text: 'Bleibt' });
    expect((await readersById(world.house.db, [id])).size).toBe(0);
    expect((await world.mailsTo(email)).map(({ subject }) => subject.includes('gelöscht'))).toEqual([true]);
    const { rows } = await (await import('kysely')).sql<{ table_name: string }>`select table_name from information_schema.columns where table_schema = 'public' and table_name like 'reader\\_%' and column_name = 'account_id'`.execute(world.house.db);
    expect(rows.length).toBeGreaterThan(5);
    for (const { table_name } of rows) expect([table_name, await world.house.db.selectFrom(table_name as 'reader_muted').select('account_id').where('account_id', '=', id).execute()]).toEqual([table_name, []]);
  });
});

describe('What nobody uses', () => {
  it('goes: an address that was never confirmed, after a week', async () => {
    await world.browser().post('/konto/anmelden', { email: 'vertippt@example.org' });
    const there = async () => (await world.house.db.selectFrom('readers').select('id').where('email', '=', 'vertippt@example.org').execute()).length;
    world.clock.pass(6 * day);
    await keepRetention(world.house);
    expect(await there()).toBe(1);
    world.clock.pass(day + 1);
    await keepRetention(world.house);
    expect(await there()).toBe(0);
  });

  it('goes: an account after three years, told two months before; a visit keeps it', async () => {
    const [gone, back] = [await anybody(), await anybody()];
    const ids = [(await gone.browser.who())!.id, (await back.browser.who())!.id];
    const there = async () => (await readersById(world.house.db, ids)).size;
    await world.house.db.deleteFrom('mails').execute();
    const told = async () => (await world.mailsTo(gone.email)).map(({ text }) => text.includes('In 60 Tagen'));
    world.clock.pass(3 * 365 * day - 1);
    await tellUnused(world.house);
    expect(await told()).toEqual([]);
    world.clock.pass(1);
    expect(await tellUnused(world.house)).toBe(2);
    expect(await tellUnused(world.house)).toBe(0);
    expect(await told()).toEqual([true]);
    expect(await removeUnused(world.house)).toBe(0);
    await world.browser().post('/konto/anmelden', { email: back.email });
    await world.browser().post('/konto/link', { token: tokenIn((await world.mailsTo(back.email)).at(-1)!.link) });
    world.clock.pass(60 * day);
    expect(await removeUnused(world.house)).toBeGreaterThanOrEqual(1);
    expect(await there()).toBe(1);
    expect((await readersById(world.house.db, ids)).has(ids[1]!)).toBe(true);
  });

  it('does not go at once because a clock jumped ahead', async () => {
    const { browser } = await anybody();
    const { id } = (await browser.who())!;
    world.clock.pass(10 * 365 * day);
    await keepRetention(world.house);
    expect((await readersById(world.house.db, [id])).size).toBe(1);
    world.clock.pass(-10 * 365 * day);
    await keepRetention(world.house);
    world.clock.pass(70 * day);
    await keepRetention(world.house);
    expect((await readersById(world.house.db, [id])).size).toBe(1);
  });
});
