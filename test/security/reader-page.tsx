/** What somebody types as a name, and what stands in a mail to a reader, as the pages and mails show it. */
import { createHash } from 'node:crypto';
import { renderPage } from '../../src/design/render.ts';
import { letterMail } from '../../src/design/letter.tsx';
import { judgeName, tidyName } from '../../src/newsroom/readers/names/rules.ts';
import { LinkView } from '../../src/newsroom/readers/views/door.tsx';
import { AccountFrame } from '../../src/newsroom/readers/views/frame.tsx';
import { readerTranslator } from '../../src/newsroom/readers/words.ts';
import { isRefused } from '../../src/platform/result.ts';
import type { Rendered } from './rendered.ts';
import { dangers, textOf } from './rendered.ts';

const spoken = { t: readerTranslator('de', 'sie'), language: 'de', writing: { language: 'de', timeZone: 'Europe/Zurich' } } as const;
const paper = { name: 'Der Höhenweg', tagline: '', accent: '#a4161a', language: 'de', logo: null, navigation: [], footer: [], publisher: [], contact: null } as const;

/** The page on which a name is given, with what was typed and why it cannot be had; the same stands there as a text that waits. */
function namePage(typed: string): Rendered {
  const verdict = judgeName(typed, { people: [], publication: [] });
  const wrong = verdict === null ? null : { field: 'name', sentence: spoken.t(`refused.${verdict.refused}`, verdict.detail as Record<string, string>) };
  const view = <LinkView {...spoken} token="x" name={null} wish={typed} email="lea@example.org" waiting={{ text: typed, about: { name: typed, url: '/bern' } }} limits={{ least: 2, most: 40 }} wrong={wrong} />;
  const { html, csp } = renderPage(<AccountFrame {...spoken} paper={paper} title="Name">{view}</AccountFrame>);
  return { body: html, csp };
}

const bare = (text: string) => text.normalize('NFC').replaceAll(/[\s\0\uFEFF\uFFFD\p{Cc}\p{Cs}]+/gu, '');
const letter = (text: string) => letterMail({ to: 'lea@example.org', language: 'de', sender: 'Der Höhenweg', accent: '#a4161a', foot: ['Warum'], letter: { subject: text, paragraphs: ['Antwort'], quote: text } });

const sheetsOf = (html: string) => [...html.matchAll(/<style>(.*?)<\/style>/gsu)].map(([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`).join(' ');

/** What is wrong where this text is somebody's name, or their comment in a mail; empty: nothing. */
export function asReader(text: string): string[] {
  const [page, innocent] = [namePage(text), { body: namePage('!').body + namePage('Lea').body, csp: '' }];
  const value = /<input id="name"[^>]* value="([^"]*)"/u.exec(page.body)?.[1] ?? '';
  const kept = textOf(`<p>${value}</p>`);
  const name = isRefused(judgeName(text, { people: [], publication: [] })) ? null : tidyName(text);
  const mail = letter(text);
  // A mail has no policy of its own: the sheet that the harmless one has is the one that may stand there.
  const [mailed, plain] = [{ body: mail.html, csp: sheetsOf(letter('!').html) }, { body: letter('!').html, csp: '' }];
  return [
    ...dangers(page, innocent),
    ...(bare(kept) === bare(text) ? [] : ['what was typed is not in its field']),
    ...(name === null || /^[\p{L}\p{M}0-9 .,'’\-·&\u200c]+$/u.test(name) ? [] : [`a name that hides something: ${JSON.stringify(name)}`]),
    ...dangers(mailed, plain).filter((danger) => !danger.endsWith('has style')),
    ...(bare(textOf(mail.html)).includes(bare(text)) ? [] : ['the mail has lost words']),
    ...(/[\r\n]/u.test(mail.subject) ? ['a subject of several lines'] : []),
  ];
}
