/** How the door answers: never kept, under its own policy, in the language of the browser; and how it reads forms. */
import type { Context } from 'hono';
import type { ReactElement } from 'react';
import { renderPage } from '../../design/render.ts';
import type { House } from '../../platform/feature.ts';
import { clientOf } from '../../platform/http/arrival.ts';
import { addressKey } from '../../platform/http/rate-limit.ts';
import type { Refused } from '../../platform/result.ts';
import { agentWords } from '../../platform/signin/agents.ts';
import { cookieLine } from '../../platform/signin/cookies.ts';
import { cookieBase } from '../../platform/signin/realm.ts';
import { secondFactorWithin } from '../../platform/signin/sessions.ts';
import { acceptedLanguage, translator, type Translate, type Values } from '../../platform/words/translate.ts';
import type { Language } from '../../platform/words/words.ts';
import type { Entered, Visitor } from './signing.ts';
import type { Wrong } from './views/frame.tsx';
import { staffCookie, staffRealm } from './who.ts';
import { words } from './words.ts';

type Status = 200 | 403 | 410 | 422 | 429;

export function answer(c: Context, page: ReactElement, status: Status): Response {
  const { html, csp } = renderPage(page);
  // 'same-origin' and not 'no-referrer': with that, browsers would not say where a form comes from.
  return c.html(html, status, { 'Content-Security-Policy': csp, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'X-Robots-Tag': 'noindex' });
}

export function pageWords(c: Context, chosen?: Language) {
  const language = chosen ?? acceptedLanguage(c.req.header('accept-language'));
  return { t: translator(words, language), language };
}

/** A field of the posted form as text; what is missing or a file is empty. */
export type Form = (name: string) => string;

export async function formOf(c: Context): Promise<Form> {
  const body = await c.req.parseBody();
  return (name) => {
    const value = body[name];
    // PostgreSQL knows no NUL.
    return typeof value === 'string' ? value.replaceAll('\0', '') : '';
  };
}

/** Where to go after signing in: a path of the desk, never another site. */
export function nextPath(wish: string | undefined): string {
  const base = 'http://desk.invalid';
  if (wish === undefined || !URL.canParse(wish, base)) return '/desk';
  const { origin, pathname, search } = new URL(wish, base);
  const isDesk = origin === base && (pathname === '/desk' || pathname.startsWith('/desk/'));
  return isDesk && !/^\/desk\/(?:signin|signout|welcome|invitation)/u.test(pathname) ? pathname + search : '/desk';
}

export function visitorOf(c: Context, house: Pick<House, 'settings'>): Visitor {
  return { address: addressKey(clientOf(c).address), agent: agentWords(c.req.header('user-agent') ?? null), previous: staffCookie(house, c.req.raw) };
}

/** What was refused, as a sentence at its field. */
export function wrongOf(t: Translate, { refused, detail }: Refused, field: string | null): Wrong {
  return { field, sentence: t(`refused.${refused}`, detail as Values | undefined) };
}

/** Gives the browser its cookie and lets it in, or on to the second step. */
export function goInside(c: Context, house: Pick<House, 'settings'>, { entered, next }: { entered: Entered; next: string }): Response {
  setCookie(c, house, { value: entered.secret, seconds: (entered.secondDue ? secondFactorWithin : staffRealm.most) / 1000 });
  return c.redirect(entered.secondDue ? `/desk/signin/second?next=${encodeURIComponent(next)}` : next, 303);
}

export function setCookie(c: Context, house: Pick<House, 'settings'>, facts: { value: string; seconds: number }): void {
  c.header('Set-Cookie', cookieLine(house.settings.publicUrl, { base: cookieBase(staffRealm), ...facts }));
  c.header('Cache-Control', 'no-store');
}
