/** /desk/me/security: how people look after their own sign-in. */
import type { Context, Hono } from 'hono';
import { encode } from 'uqr';
import type { House } from '../../platform/feature.ts';
import { isRefused, type Refused } from '../../platform/result.ts';
import { readCredentials, type Credentials } from '../../platform/signin/credentials.ts';
import { shortestPassword } from '../../platform/signin/passwords.ts';
import { isFresh, listSessions, type Session } from '../../platform/signin/sessions.ts';
import { totpAddress } from '../../platform/signin/totp.ts';
import { locales } from '../../platform/words/translate.ts';
import type { Language } from '../../platform/words/words.ts';
import { answer, formOf, pageWords, wrongOf, type Form } from './answers.tsx';
import { confirmApp, dropApp, dropPassword, endMyOtherSessions, endMySession, proposeApp, renewCodes, setPassword } from './own.ts';
import type { Wrong } from './views/frame.tsx';
import { CodesPage, SecurityPage, type AppValues, type SessionLine } from './views/security.tsx';
import { signedIn, staffRealm, type SignedIn } from './who.ts';

const address = '/desk/me/security';

export function securityRoutes(app: Hono, house: House): void {
  app.get(address, async (c) => {
    const me = await signedIn(house, c.req.raw);
    return me === null ? toSignIn(c) : securityPage(c, house, { me, wrong: null });
  });
  app.post(address, async (c) => {
    const me = await signedIn(house, c.req.raw);
    return me === null ? toSignIn(c) : change(c, house, me);
  });
}

function toSignIn(c: Context) {
  return c.redirect(`/desk/signin?next=${address}`, 303);
}

type Done = null | readonly string[] | Refused;
type Change = (house: House, me: SignedIn, form: Form) => Promise<Done>;

/** What the page's buttons do, by name; codes that come back are shown, this once. */
const changes: Readonly<Record<string, { readonly field: string | null; readonly work: Change }>> = {
  'password': { field: 'password', work: (house, me, form) => setPassword(house, me, form('password')) },
  'drop-password': { field: null, work: dropPassword },
  'app': { field: null, work: proposeApp },
  'confirm': { field: 'code', work: (house, me, form) => confirmApp(house, me, form('code')) },
  'codes': { field: null, work: renewCodes },
  'drop-app': { field: null, work: dropApp },
  'end-session': { field: null, work: endOne },
  'end-others': { field: null, work: endOthers },
};

async function change(c: Context, house: House, me: SignedIn) {
  const form = await formOf(c);
  const what = form('do');
  const chosen = Object.hasOwn(changes, what) ? changes[what] : undefined;
  if (chosen === undefined) return c.redirect(address, 303);
  const done = await chosen.work(house, me, form);
  if (done === null) return c.redirect(`${address}?done=${what}`, 303);
  const language = me.person.language;
  if (!isRefused(done)) return answer(c, <CodesPage {...pageWords(c, language)} codes={done} />, 200);
  return securityPage(c, house, { me, wrong: wrongOf(pageWords(c, language).t, done, isAtField(done) ? chosen.field : null) });
}

/** Too many tries, or a sign-in too long ago, are wrong with no field. */
function isAtField({ refused }: Refused): boolean {
  return refused !== 'too-many-attempts' && refused !== 'sign-in-again';
}

/** Ending a session that has ended meanwhile is what was wanted. */
async function endOne(house: House, me: SignedIn, form: Form): Promise<null> {
  await house.act(me.actor, (tools) => endMySession(tools, { accountId: me.person.id, id: form('session') }));
  return null;
}

async function endOthers(house: House, me: SignedIn): Promise<null> {
  await house.act(me.actor, (tools) => endMyOtherSessions(tools, { accountId: me.person.id, except: me.session.id }));
  return null;
}

async function securityPage(c: Context, house: House, { me, wrong }: { me: SignedIn; wrong: Wrong | null }) {
  const now = house.clock.now();
  const { name, email, language } = me.person;
  const credentials = await readCredentials(house.db, staffRealm, me.person.id);
  const sessions = await listSessions(house.db, staffRealm, { accountId: me.person.id, now });
  const { t } = pageWords(c, language);
  const done = c.req.query('done') ?? '';
  const told = ['password', 'drop-password', 'drop-app', 'end-session', 'end-others'].includes(done) && wrong === null;
  const host = new URL(house.settings.publicUrl).hostname;
  return answer(c, (
    <SecurityPage
      t={t} language={language} name={name} email={email} fresh={isFresh(me.session, now)} hasPassword={credentials.password !== null} leastPassword={shortestPassword}
      app={appValues(credentials, { account: email, issuer: host })} sessions={sessions.map((one) => sessionLine(one, { me, now, language }))}
      note={told ? t(`security.done.${done}`) : null} wrong={wrong}
    />
  ), wrong === null ? 200 : 422);
}

function appValues({ totpSecret, totpSince, recoveryCodes }: Credentials, names: { account: string; issuer: string }): AppValues {
  if (totpSince !== null) return { state: 'on', codesLeft: recoveryCodes };
  if (totpSecret === null) return { state: 'none' };
  return { state: 'proposed', secret: totpSecret.replaceAll(/.{4}(?=.)/gu, '$& '), qr: drawQr(totpAddress({ secret: totpSecret, ...names })) };
}

/** A QR code as one path, a square for each dark module, with the quiet zone of four that ISO/IEC 18004 asks for. */
function drawQr(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return { size, path };
}

function sessionLine(session: Session, { me, now, language }: { me: SignedIn; now: Date; language: Language }): SessionLine {
  return { id: session.id, agent: session.agent, isThis: session.id === me.session.id, seen: ago(session.seenAt, now, language) };
}

const minute = 60_000;

/** «vor 3 Stunden»; null for the last ten minutes, to which 'seen' is written. Relative, because the zone of whoever reads is not known here. */
function ago(at: Date, now: Date, language: Language): string | null {
  const minutes = Math.floor((now.getTime() - at.getTime()) / minute);
  if (minutes < 11) return null;
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'always' });
  if (minutes < 120) return words.format(-minutes, 'minute');
  return minutes < 48 * 60 ? words.format(-Math.floor(minutes / 60), 'hour') : words.format(-Math.floor(minutes / 1440), 'day');
}
