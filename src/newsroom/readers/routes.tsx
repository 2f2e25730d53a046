/** The readers' door at its addresses. Works without script; every GET only looks. */
import { Hono, type Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { isRefused, type Refused } from '../../platform/result.ts';
import { maySignInAt } from '../../platform/signin/cookies.ts';
import { notBefore } from '../../platform/signin/even.ts';
import type { LinkRefusal } from '../../platform/signin/links.ts';
import { languages } from '../../platform/words/words.ts';
import { accountRoutes } from './account.tsx';
import { formOf, letIn, readerPage, setCookie, spokenFor, visitorOf, wrongOf } from './answers.tsx';
import { longestName, shortestName } from './names/rules.ts';
import { lookAtOffLink, switchOff, type OffLink } from './notices.ts';
import { takeEmail, whoseNewEmail } from './own.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { nextPath } from './rules.ts';
import { beginSignIn, signInByLink, signInWithPassword, signOut, whoseLink } from './signing.ts';
import { AddressView, DeadLinkView, ElsewhereView, LinkView, OffView, PasswordView, PostView, SignInView } from './views/door.tsx';
import type { Wrong } from './views/frame.tsx';
import { signedInReader } from './who.ts';

/** Long enough to cover writing a mail and making an account, or not making one. */
const linkAnswerAfter = 300;

export function readerRoutes(house: House): Hono {
  const app = new Hono();
  // Switching a notice off needs no sign-in: it works over any address.
  app.get('/konto/abbestellen', (c) => askOff(c, house));
  app.post('/konto/abbestellen', (c) => takeOff(c, house));
  for (const below of ['/konto', '/konto/*']) app.use(below, async (c, next) => (maySignInAt(house.settings.publicUrl, c.req.url) ? next() : elsewhere(c, house)));
  app.get('/konto/anmelden', (c) => askWho(c, house));
  app.post('/konto/anmelden', (c) => takeWho(c, house));
  app.get('/konto/post', (c) => post(c, house, null));
  app.get('/konto/anmelden/passwort', (c) => passwordPage(c, house, { email: '', next: nextPath(c.req.query('next')), wrong: null, status: 200 }));
  app.post('/konto/anmelden/passwort', (c) => takePassword(c, house));
  app.get('/konto/link', (c) => showLink(c, house));
  app.post('/konto/link', (c) => takeLink(c, house));
  app.get('/konto/adresse', (c) => showAddress(c, house));
  app.post('/konto/adresse', (c) => takeAddress(c, house));
  app.post('/konto/abmelden', (c) => goOut(c, house));
  accountRoutes(app, house);
  passkeyRoutes(app, house);
  return app;
}

async function askWho(c: Context, house: House) {
  const next = nextPath(c.req.query('next'));
  if ((await signedInReader(house, c.req.raw)) !== null) return c.redirect(next, 303);
  return signInPage(c, house, { email: '', next, wrong: null, status: 200 });
}

async function takeWho(c: Context, house: House) {
  const form = await formOf(c);
  const spoken = await spokenFor(house, c, languageIn(form('sprache')));
  const [email, next] = [form('email').trim(), nextPath(form('next'))];
  const refused = await notBefore(linkAnswerAfter, beginSignIn(house, { email, language: spoken.language, next, address: visitorOf(c, house).address }));
  if (refused === null) return post(c, house, { email, next, language: spoken.language });
  return signInPage(c, house, { email, next, wrong: wrongOf(spoken.t, refused), status: statusOf(refused), language: spoken.language });
}

interface SignInFacts {
  readonly email: string;
  readonly next: string;
  readonly wrong: Wrong | null;
  readonly status: 200 | 422 | 429;
  readonly language?: ReturnType<typeof languageIn>;
}

async function signInPage(c: Context, house: House, { status, language, ...values }: SignInFacts) {
  const spoken = await spokenFor(house, c, language);
  return readerPage(house, c, { title: spoken.t('door.title'), status, language: spoken.language, content: <SignInView {...spoken} {...values} /> });
}

async function post(c: Context, house: House, sent: { email: string; next: string; language: 'de' | 'fr' | 'it' | 'en' } | null) {
  const spoken = await spokenFor(house, c, sent?.language);
  const content = <PostView {...spoken} email={sent?.email ?? null} next={sent?.next ?? nextPath(c.req.query('next'))} />;
  return readerPage(house, c, { title: spoken.t('post.title'), language: spoken.language, content });
}

async function passwordPage(c: Context, house: House, { status, language, ...values }: SignInFacts) {
  const spoken = await spokenFor(house, c, language);
  return readerPage(house, c, { title: spoken.t('password.title'), status, language: spoken.language, content: <PasswordView {...spoken} {...values} /> });
}

async function takePassword(c: Context, house: House) {
  const form = await formOf(c);
  const [email, next] = [form('email').trim(), nextPath(form('next'))];
  const entered = await signInWithPassword(house, { email, password: form('password'), next, visitor: visitorOf(c, house) });
  if (!isRefused(entered)) return letIn(c, house, entered);
  const language = languageIn(form('sprache'));
  const { t } = await spokenFor(house, c, language);
  return passwordPage(c, house, { email, next, wrong: wrongOf(t, entered, entered.refused === 'sign-in-wrong' ? 'password' : null), status: statusOf(entered), language });
}

/** Mail scanners follow links: looking uses nothing up. */
async function showLink(c: Context, house: House) {
  return linkPage(c, house, { token: c.req.query('token') ?? '', refused: null, typed: null });
}

async function takeLink(c: Context, house: House) {
  const form = await formOf(c);
  const entered = await signInByLink(house, { secret: form('token'), name: form('name'), sends: form('ohne') === '', visitor: visitorOf(c, house) });
  if (!isRefused(entered)) return letIn(c, house, entered);
  return linkPage(c, house, { token: form('token'), refused: entered, typed: form('name') });
}

async function linkPage(c: Context, house: House, { token, refused, typed }: { token: string; refused: Refused | null; typed: string | null }) {
  const link = await whoseLink(house, token);
  if (isRefused(link)) return deadLink(c, house, link);
  const { account, wish, waiting } = link;
  const spoken = await spokenFor(house, c, account.language);
  const values = { token, name: account.name, wish: typed ?? wish, email: account.email, waiting, limits: { least: shortestName, most: longestName } };
  const content = <LinkView {...spoken} {...values} wrong={refused === null ? null : wrongOf(spoken.t, refused)} />;
  return readerPage(house, c, { title: spoken.t(account.name === null ? 'link.new.title' : 'link.back.title'), status: refused === null ? 200 : 422, language: spoken.language, content });
}

async function deadLink(c: Context, house: House, { refused }: LinkRefusal) {
  const spoken = await spokenFor(house, c);
  return readerPage(house, c, { title: spoken.t('door.dead.title'), status: 410, content: <DeadLinkView {...spoken} why={refused} /> });
}

async function showAddress(c: Context, house: House) {
  const token = c.req.query('token') ?? '';
  const looked = await whoseNewEmail(house, token);
  if (isRefused(looked)) return deadLink(c, house, looked);
  const spoken = await spokenFor(house, c, looked.account.language);
  return readerPage(house, c, { title: spoken.t('address.title'), language: spoken.language, content: <AddressView {...spoken} token={token} name={looked.account.name ?? ''} email={looked.email} /> });
}

async function takeAddress(c: Context, house: House) {
  const refused = await takeEmail(house, (await formOf(c))('token'));
  return refused === null ? c.redirect('/konto?getan=address', 303) : deadLink(c, house, refused);
}

async function goOut(c: Context, house: House) {
  const me = await signedInReader(house, c.req.raw);
  if (me !== null) await signOut(house, me);
  setCookie(c, house, { value: '', seconds: 0 });
  return c.redirect('/', 303);
}

async function askOff(c: Context, house: House) {
  const looked = await lookAtOffLink(house, offLinkOf(c));
  if (isRefused(looked)) return deadLink(c, house, looked);
  const spoken = await spokenFor(house, c, looked.reader.language);
  const action = looked.on ? `/konto/abbestellen?${new URL(c.req.url).searchParams.toString()}` : null;
  return readerPage(house, c, { title: spoken.t('off.title'), language: spoken.language, content: <OffView {...spoken} kind={looked.name} action={action} /> });
}

/** The button of that page, and that of the mail program (RFC 8058): no cookie, no question, the same answer twice. */
async function takeOff(c: Context, house: House) {
  const link = offLinkOf(c);
  const done = await switchOff(house, link);
  if (isRefused(done)) return deadLink(c, house, done);
  const spoken = await spokenFor(house, c, done.language);
  return readerPage(house, c, { title: spoken.t('off.done.title'), language: spoken.language, content: <OffView {...spoken} kind={done.name} action={null} /> });
}

function offLinkOf(c: Context): OffLink {
  return { account: c.req.query('konto') ?? '', kind: c.req.query('art') ?? '', signature: c.req.query('s') ?? '' };
}

async function elsewhere(c: Context, house: House) {
  const spoken = await spokenFor(house, c);
  return readerPage(house, c, { title: spoken.t('elsewhere.title'), status: 403, content: <ElsewhereView {...spoken} /> });
}

function languageIn(text: string) {
  return languages.find((one) => one === text);
}

function statusOf({ refused }: Refused): 422 | 429 {
  return refused === 'too-many-attempts' ? 429 : 422;
}
