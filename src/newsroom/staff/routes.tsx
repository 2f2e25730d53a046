/** The door of the newsroom at its addresses. Works without script; every GET only looks. */
import { Hono, type Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { isRefused, type Refused } from '../../platform/result.ts';
import { isLoopback, maySignInAt } from '../../platform/signin/cookies.ts';
import { notBefore } from '../../platform/signin/even.ts';
import { lookAtLink, type LinkRefusal } from '../../platform/signin/links.ts';
import { waitingSession } from '../../platform/signin/sessions.ts';
import { shortestPassword } from '../../platform/signin/passwords.ts';
import { languages, type Language } from '../../platform/words/words.ts';
import { answer, formOf, goInside, nextPath, pageWords, setCookie, visitorOf, wrongOf, type Form } from './answers.tsx';
import { acceptInvitation, createFirstAdministrator, whoIsInvited, type JoinRefusal } from './joining.ts';
import { requestSignInLink } from './mailing.ts';
import { readPerson } from './store.ts';
import { securityRoutes } from './security.tsx';
import { showSecondFactor, signInByLink, signInWithPassword, signOut } from './signing.ts';
import { DeadLinkPage, ElsewherePage, JoinPage, LinkPage, LinkSentPage, SecondPage, SignInPage } from './views/door.tsx';
import type { Wrong } from './views/frame.tsx';
import { signedIn, staffCookie, staffRealm } from './who.ts';

/** Long enough to cover writing a mail, whether there is somebody to write to or not. */
const linkAnswerAfter = 300;

const addresses = ['/desk/signin', '/desk/signin/link', '/desk/signin/second', '/desk/invitation', '/desk/welcome', '/desk/me/security'];

export function staffRoutes(house: House): Hono {
  const app = new Hono();
  for (const address of addresses) {
    app.use(address, async (c, next) => (maySignInAt(house.settings.publicUrl, c.req.url) ? next() : elsewhere(c, house)));
  }
  app.get('/desk/signin', (c) => askWho(c, house));
  app.post('/desk/signin', (c) => takeWho(c, house));
  app.get('/desk/signin/link', (c) => showLink(c, house));
  app.post('/desk/signin/link', (c) => takeLink(c, house));
  app.get('/desk/signin/second', (c) => askSecond(c, house));
  app.post('/desk/signin/second', (c) => takeSecond(c, house));
  app.get('/desk/invitation', (c) => showInvitation(c, house));
  app.post('/desk/invitation', (c) => takeInvitation(c, house));
  app.get('/desk/welcome', (c) => showWelcome(c, house));
  app.post('/desk/welcome', (c) => takeWelcome(c, house));
  app.post('/desk/signout', (c) => leave(c, house));
  securityRoutes(app, house);
  return app;
}

async function askWho(c: Context, house: House) {
  const next = nextPath(c.req.query('next'));
  const me = await signedIn(house, c.req.raw);
  if (me !== null && c.req.query('again') === undefined) return c.redirect(next, 303);
  return signInPage(c, house, { email: me?.person.email ?? '', next, wrong: null, status: 200 });
}

async function takeWho(c: Context, house: House) {
  const form = await formOf(c);
  const next = nextPath(form('next'));
  const email = form('email').trim();
  const again = (refused: Refused, field: string | null) => signInPage(c, house, { email, next, wrong: wrongOf(pageWords(c).t, refused, field), status: refused.refused === 'too-many-attempts' ? 429 : 422 });
  if (!email.includes('@')) return again({ refused: 'email-wrong' }, 'email');
  if (form('with') === 'link') {
    const refused = await notBefore(linkAnswerAfter, requestSignInLink(house, { email, address: visitorOf(c, house).address }));
    return refused === null ? answer(c, <LinkSentPage {...pageWords(c)} email={email} />, 200) : again(refused, null);
  }
  const entered = await signInWithPassword(house, { email, password: form('password'), visitor: visitorOf(c, house) });
  return isRefused(entered) ? again(entered, entered.refused === 'sign-in-wrong' ? 'password' : null) : goInside(c, house, { entered, next });
}

function signInPage(c: Context, house: House, values: { email: string; next: string; wrong: Wrong | null; status: 200 | 422 | 429 }) {
  return answer(c, <SignInPage {...pageWords(c)} {...values} host={new URL(house.settings.publicUrl).host} />, values.status);
}

/** Mail scanners follow links: looking uses nothing up. */
async function showLink(c: Context, house: House) {
  const token = c.req.query('token') ?? '';
  const link = await lookAtLink(house.db, staffRealm, { kind: 'sign-in', secret: token, now: house.clock.now() });
  if (isRefused(link)) return deadLink(c, link, 'sign-in');
  const person = link.accountId === null ? null : await readPerson(house.db, link.accountId);
  return person === null ? deadLink(c, { refused: 'link-unknown' }, 'sign-in') : answer(c, <LinkPage {...pageWords(c)} name={person.name} token={token} next={nextPath(c.req.query('next'))} />, 200);
}

async function takeLink(c: Context, house: House) {
  const form = await formOf(c);
  const entered = await signInByLink(house, { secret: form('token'), visitor: visitorOf(c, house) });
  return isRefused(entered) ? deadLink(c, entered, 'sign-in') : goInside(c, house, { entered, next: nextPath(form('next')) });
}

function deadLink(c: Context, refused: LinkRefusal, kind: 'sign-in' | 'invitation' | 'welcome') {
  return answer(c, <DeadLinkPage {...pageWords(c)} why={refused.refused} kind={kind} />, 410);
}

async function askSecond(c: Context, house: House) {
  const secret = staffCookie(house, c.req.raw);
  const waiting = secret === null ? null : await waitingSession(house.db, staffRealm, { secret, now: house.clock.now() });
  if (waiting === null) return c.redirect('/desk/signin', 303);
  return answer(c, <SecondPage {...pageWords(c)} next={nextPath(c.req.query('next'))} wrong={null} />, 200);
}

async function takeSecond(c: Context, house: House) {
  const form = await formOf(c);
  const next = nextPath(form('next'));
  const entered = await showSecondFactor(house, { secret: staffCookie(house, c.req.raw) ?? '', code: form('code'), visitor: visitorOf(c, house) });
  if (!isRefused(entered)) return goInside(c, house, { entered, next });
  const wrong = wrongOf(pageWords(c).t, entered, entered.refused === 'code-wrong' ? 'code' : null);
  if (entered.refused === 'sign-in-over') return signInPage(c, house, { email: '', next, wrong, status: 422 });
  return answer(c, <SecondPage {...pageWords(c)} next={next} wrong={wrong} />, entered.refused === 'too-many-attempts' ? 429 : 422);
}

async function showInvitation(c: Context, house: House) {
  const token = c.req.query('token') ?? '';
  const person = await whoIsInvited(house, token);
  if (isRefused(person)) return deadLink(c, person, 'invitation');
  return joinPage(c, { token, name: person.name, email: person.email, chosen: pageWords(c).language, role: person.role, refused: null });
}

async function takeInvitation(c: Context, house: House) {
  const form = await formOf(c);
  const joining = joiningOf(c, house, form);
  const entered = await acceptInvitation(house, joining);
  if (!isRefused(entered)) return goInside(c, house, { entered, next: '/desk' });
  const person = await whoIsInvited(house, joining.secret);
  if (isRefused(person)) return deadLink(c, person, 'invitation');
  return joinPage(c, { token: joining.secret, name: joining.name, email: person.email, chosen: joining.language, role: person.role, refused: entered });
}

async function showWelcome(c: Context, house: House) {
  const token = c.req.query('token') ?? '';
  const link = await lookAtLink(house.db, staffRealm, { kind: 'first-administrator', secret: token, now: house.clock.now() });
  if (isRefused(link)) return deadLink(c, link, 'welcome');
  return joinPage(c, { token, name: '', email: '', chosen: pageWords(c).language, role: null, refused: null });
}

async function takeWelcome(c: Context, house: House) {
  const form = await formOf(c);
  const joining = joiningOf(c, house, form);
  const entered = await createFirstAdministrator(house, { ...joining, email: form('email') });
  if (!isRefused(entered)) return goInside(c, house, { entered, next: '/desk' });
  if (isDead(entered)) return deadLink(c, entered, 'welcome');
  return joinPage(c, { token: joining.secret, name: joining.name, email: form('email'), chosen: joining.language, role: null, refused: entered });
}

function joiningOf(c: Context, house: House, form: Form) {
  const chosen = languages.find((one) => one === form('language')) ?? pageWords(c).language;
  return { secret: form('token'), name: form('name'), password: form('password'), language: chosen, visitor: visitorOf(c, house) };
}

function joinPage(c: Context, facts: { token: string; name: string; email: string; chosen: Language; role: string | null; refused: JoinRefusal | null }) {
  const { refused, ...values } = facts;
  const wrong = refused === null ? null : wrongOf(pageWords(c).t, refused, fieldOf(refused));
  return answer(c, <JoinPage {...pageWords(c)} {...values} leastPassword={shortestPassword} wrong={wrong} />, refused === null ? 200 : 422);
}

function fieldOf({ refused }: JoinRefusal): string | null {
  return ['name', 'email', 'password'].find((field) => refused.startsWith(`${field}-`)) ?? null;
}

function isDead(refused: JoinRefusal): refused is LinkRefusal {
  return refused.refused.startsWith('link-');
}

async function leave(c: Context, house: House) {
  const me = await signedIn(house, c.req.raw);
  if (me !== null) await signOut(house, me);
  setCookie(c, house, { value: '', seconds: 0 });
  return c.redirect('/desk/signin', 303);
}

function elsewhere(c: Context, house: House) {
  const { publicUrl, port } = house.settings;
  const local = isLoopback(new URL(publicUrl).hostname) ? publicUrl : `http://127.0.0.1:${port}`;
  return answer(c, <ElsewherePage {...pageWords(c)} local={`${local}/desk`} />, 403);
}
