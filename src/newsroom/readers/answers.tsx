/** How the pages of an account answer: never kept by anybody, not to be found, in the publication's frame and languages; and how they read forms. */
import type { Context } from 'hono';
import type { ReactElement } from 'react';
import { renderPage } from '../../design/render.ts';
import type { House } from '../../platform/feature.ts';
import { scriptAddress } from '../../platform/http/client-scripts.ts';
import { clientOf } from '../../platform/http/arrival.ts';
import { addressKey } from '../../platform/http/rate-limit.ts';
import type { Refused } from '../../platform/result.ts';
import { agentWords } from '../../platform/signin/agents.ts';
import { cookieLine } from '../../platform/signin/cookies.ts';
import { cookieBase } from '../../platform/signin/realm.ts';
import { acceptedLanguage, type Translate, type Values } from '../../platform/words/translate.ts';
import type { Language } from '../../platform/words/words.ts';
import { footerPages } from '../pages/pages.ts';
import { logoPath, readPublication, type Publication } from '../publication/publication.ts';
import { sectionName, sectionTree } from '../sections/sections.ts';
import type { Entered, Visitor } from './signing.ts';
import { AccountFrame, type Paper, type Spoken, type Wrong } from './views/frame.tsx';
import { readerCookie, readerRealm } from './who.ts';
import { readerTranslator } from './words.ts';

export type Status = 200 | 403 | 404 | 410 | 422 | 429;

export interface PageOrder {
  readonly title: string;
  readonly content: ReactElement;
  readonly status?: Status;
  /** Of the page; by default what the request asks for. */
  readonly language?: Language;
}

/** A page of its own for one person: in the frame of the site, `noindex` and `no-store`, under its own policy. */
export async function readerPage(house: House, c: Context, { title, content, status = 200, language }: PageOrder): Promise<Response> {
  const publication = await readPublication(house.db);
  const spoken = spokenIn(publication, language ?? languageOf(c, publication));
  const { html, csp } = renderPage(<AccountFrame {...spoken} paper={await paperOf(house, publication, spoken)} title={status === 422 || status === 429 ? `${spoken.t('error')}: ${title}` : title}>{content}</AccountFrame>, { scriptAddress });
  // 'same-origin' and not 'no-referrer': with that, browsers would not say where a form comes from. A link's secret stays with us.
  return c.html(html, status, { 'Content-Security-Policy': csp, 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin', 'X-Robots-Tag': 'noindex', Vary: 'Cookie, Accept-Language' });
}

/** Words and language for what stands on such a page: the reader's own where they are signed in, else what the request asks for. */
export async function spokenFor(house: House, c: Context, language?: Language): Promise<Spoken> {
  const publication = await readPublication(house.db);
  const wanted = language !== undefined && publication.languages.includes(language) ? language : languageOf(c, publication);
  return spokenIn(publication, wanted);
}

/** A field of the posted form as text; what is missing or a file is empty. */
export interface Form {
  (name: string): string;
  all(name: string): readonly string[];
}

export async function formOf(c: Context): Promise<Form> {
  const body = await c.req.parseBody({ all: true });
  const all = (name: string) => [body[name] ?? []].flat().filter((value) => typeof value === 'string').map((value) => value.replaceAll('\0', ''));
  return Object.assign((name: string) => all(name)[0] ?? '', { all });
}

export function visitorOf(c: Context, house: Pick<House, 'settings'>): Visitor {
  return { address: addressKey(clientOf(c).address), agent: agentWords(c.req.header('user-agent') ?? null), previous: readerCookie(house, c.req.raw) };
}

/** What was refused, as a sentence at its field. */
export function wrongOf(t: Translate, { refused, detail }: Refused, field: string | null = fieldOf(refused)): Wrong {
  return { field, sentence: t(`refused.${refused}`, detail as Values | undefined) };
}

/** Gives the browser its cookie and leads it on. */
export function letIn(c: Context, house: Pick<House, 'settings'>, { secret, next }: Entered): Response {
  setCookie(c, house, { value: secret, seconds: readerRealm.most / 1000 });
  return c.redirect(next, 303);
}

export function setCookie(c: Context, house: Pick<House, 'settings'>, facts: { value: string; seconds: number }): void {
  c.header('Set-Cookie', cookieLine(house.settings.publicUrl, { base: cookieBase(readerRealm), ...facts }));
  c.header('Cache-Control', 'no-store');
}

/** `?sprache=` from a story's page, else what the browser wishes for, of the languages that the publication has. */
function languageOf(c: Context, { languages }: Publication): Language {
  const asked = languages.find((one) => one === c.req.query('sprache'));
  return asked ?? acceptedLanguage(c.req.header('accept-language'), languages[0] ?? 'de', languages);
}

function spokenIn({ addressForm, timeZone }: Publication, language: Language): Spoken {
  return { t: readerTranslator(language, addressForm), language, writing: { language, timeZone } };
}

async function paperOf({ db }: House, publication: Publication, { language }: Spoken): Promise<Paper> {
  const [sections, pages] = await Promise.all([sectionTree(db), footerPages(db, language)]);
  const { name, tagline, accent, logo, imprint, contact } = publication;
  const below = (parent: string | null): Paper['navigation'] => sections.filter((section) => section.parent === parent)
    .map((section) => ({ name: sectionName(section, language), url: `/${section.path}`, children: below(section.id) }));
  return {
    name, tagline, accent, language: publication.languages[0] ?? 'de', logo: logo === null ? null : { url: logoPath(logo), width: logo.width, height: logo.height },
    navigation: below(null), footer: pages.map(({ title, slug }) => ({ name: title, url: `/seite/${slug}` })),
    publisher: [imprint.publisher, imprint.street, `${imprint.postcode} ${imprint.town}`.trim()], contact: contact.email === '' ? null : contact.email,
  };
}

function fieldOf(refused: string): string | null {
  return ['name', 'email', 'password'].find((field) => refused.startsWith(`${field}-`)) ?? null;
}
