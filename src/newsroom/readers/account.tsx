/** A reader's own page at its addresses. */
import type { Context, Hono } from 'hono';
import type { House } from '../../platform/feature.ts';
import { isRefused, type Refused } from '../../platform/result.ts';
import { readCredentials } from '../../platform/signin/credentials.ts';
import { shortestPassword } from '../../platform/signin/passwords.ts';
import { isFresh, listSessions } from '../../platform/signin/sessions.ts';
import { readPublication } from '../publication/publication.ts';
import { formOf, readerPage, setCookie, spokenFor, visitorOf, wrongOf, type Form } from './answers.tsx';
import { copyOfOwnData, leave } from './leaving.ts';
import { longestName, shortestName } from './names/rules.ts';
import { chooseNotices, noticeSwitches, ownPages } from './notices.ts';
import { askForEmail, chooseLanguage, endMyOtherSessions, endMySession, rename, setPassword } from './own.ts';
import { listPasskeys } from './passkey-store.ts';
import { removePasskey } from './passkeys.ts';
import { nameFreeAt } from './rules.ts';
import { AccountView, LeaveView } from './views/account.tsx';
import { LeftView } from './views/door.tsx';
import { signedInReader, readerRealm, type SignedInReader } from './who.ts';

export function accountRoutes(app: Hono, house: House): void {
  app.get('/konto', (c) => asReader(c, house, (me) => accountPage(c, house, { me, refused: null, typed: {} })));
  app.post('/konto/aendern', (c) => asReader(c, house, (me) => change(c, house, me)));
  app.get('/konto/daten.json', (c) => asReader(c, house, (me) => giveCopy(c, house, me)));
  app.get('/konto/loeschen', (c) => asReader(c, house, (me) => leavePage(c, house, me)));
  app.post('/konto/loeschen', (c) => asReader(c, house, (me) => takeLeave(c, house, me)));
}

/** Whoever is not signed in is asked to, and comes back. */
async function asReader(c: Context, house: House, then: (me: SignedInReader) => Promise<Response>): Promise<Response> {
  const me = await signedInReader(house, c.req.raw);
  c.header('Cache-Control', 'no-store');
  return me === null ? c.redirect('/konto/anmelden', 303) : then(me);
}

interface Sent { readonly form: Form; readonly address: string }

/** What the forms of the page do, by the word in their `do`. */
const changes: Readonly<Record<string, (house: House, me: SignedInReader, sent: Sent) => Promise<Refused | null>>> = {
  'name': (house, me, { form }) => rename(house, me, form('name')),
  'email': (house, me, { form, address }) => askForEmail(house, me, { email: form('email'), address }),
  'password': (house, me, { form }) => setPassword(house, me, form('password')),
  'drop-password': (house, me) => setPassword(house, me, null),
  'drop-passkey': (house, me, { form }) => removePasskey(house, me, form('id')),
  'language': async (house, me, { form }) => chooseLanguage(house, me, form('language')),
  'notices': async (house, me, { form }) => (await chooseNotices(house, me.reader, new Set(form.all('notice'))), null),
  'end-session': (house, me, { form }) => endMySession(house, me, form('id')),
  'end-others': (house, me) => endMyOtherSessions(house, me),
};
const doneWords = [...Object.keys(changes), 'passkey', 'address'];

async function change(c: Context, house: House, me: SignedInReader): Promise<Response> {
  const form = await formOf(c);
  const what = form('do');
  const refused = await (Object.hasOwn(changes, what) ? changes[what]!(house, me, { form, address: visitorOf(c, house).address }) : { refused: 'not-found' });
  if (refused === null) return c.redirect(`/konto?getan=${what}`, 303);
  return accountPage(c, house, { me, refused, typed: { name: form('name'), email: form('email') }, field: what });
}

interface AccountFacts {
  readonly me: SignedInReader;
  readonly refused: Refused | null;
  readonly typed: Readonly<Record<string, string>>;
  /** The form that was refused. */
  readonly field?: string;
}

async function accountPage(c: Context, house: House, { me, refused, typed, field }: AccountFacts): Promise<Response> {
  const { reader, session } = me;
  const now = house.clock.now();
  const spoken = await spokenFor(house, c, reader.language);
  const [{ languages }, credentials, passkeys, notices, sessions] = await Promise.all([
    readPublication(house.db),
    readCredentials(house.db, readerRealm, reader.id), listPasskeys(house.db, reader.id), noticeSwitches(house, reader, spoken.language),
    listSessions(house.db, readerRealm, { accountId: reader.id, now }),
  ]);
  const done = refused === null ? doneWords.find((one) => one === c.req.query('getan')) : undefined;
  const atField = ['name', 'email', 'password'].find((one) => one === field) ?? null;
  const content = (
    <AccountView
      {...spoken} reader={reader} fresh={isFresh(session, now)} nameFreeAt={nameFreeAt(reader.nameChangedAt, now)} nameLimits={{ least: shortestName, most: longestName }}
      hasPassword={credentials.password !== null} leastPassword={shortestPassword} passkeys={passkeys} notices={notices} languages={languages} made={ownPages(house, spoken.language)}
      sessions={sessions.map(({ id, agent, seenAt }) => ({ id, agent, seenAt, isThis: id === session.id }))}
      typed={field === undefined ? {} : { [field]: typed[field] ?? '' }} note={done === undefined ? null : spoken.t(`done.${done}`)}
      wrong={refused === null ? null : wrongOf(spoken.t, refused, refused.refused === 'sign-in-again' ? null : atField)}
    />
  );
  return readerPage(house, c, { title: spoken.t('account.title'), language: spoken.language, status: refused === null ? 200 : 422, content });
}

async function giveCopy(c: Context, house: House, me: SignedInReader): Promise<Response> {
  const copy = await copyOfOwnData(house, me);
  return c.body(`${JSON.stringify(copy, null, 2)}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8', 'Content-Disposition': 'attachment; filename="konto.json"', 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex',
  });
}

async function leavePage(c: Context, house: House, { reader, session }: SignedInReader): Promise<Response> {
  const spoken = await spokenFor(house, c, reader.language);
  const content = <LeaveView {...spoken} fresh={isFresh(session, house.clock.now())} email={reader.email} />;
  return readerPage(house, c, { title: spoken.t('account.leave'), language: spoken.language, content });
}

async function takeLeave(c: Context, house: House, me: SignedInReader): Promise<Response> {
  if (isRefused(await leave(house, me))) return leavePage(c, house, me);
  setCookie(c, house, { value: '', seconds: 0 });
  const spoken = await spokenFor(house, c, me.reader.language);
  return readerPage(house, c, { title: spoken.t('account.left.title'), language: spoken.language, content: <LeftView {...spoken} /> });
}
