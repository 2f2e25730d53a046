/** What somebody typed as a comment, in the form that comes back with it and where it can only be copied. */
import { renderPage } from '../../src/design/render.ts';
import { speakingIn } from '../../src/newsroom/comments/views/speaking.ts';
import { TooLateView, WriteView } from '../../src/newsroom/comments/views/write.tsx';
import { lines } from '../../src/platform/text/plain.ts';
import type { Rendered } from './rendered.ts';
import { dangers } from './rendered.ts';

const speaking = speakingIn({ language: 'de', timeZone: 'Europe/Zurich', form: 'sie', now: new Date('2026-11-23T16:00:00Z') });
const story = { id: 'k3f9hbcd', headline: 'Worüber alle reden', url: '/debatte/worueber-k3f9hbcd' };

function formWith(text: string): Rendered {
  const answers = { id: 'bcdfghjk', name: text, text };
  const { html, csp } = renderPage(
    <html lang="de">
      <body>
        <WriteView story={story} speaking={speaking} answers={answers} text={text} name={null} typed={{ email: text, name: text, stamp: text }} wrong={text} proof={null} />
        <TooLateView story={story} speaking={speaking} why={text} text={text} />
      </body>
    </html>,
  );
  return { body: html, csp };
}

// Without a text the form begins elsewhere.
const innocent = { body: formWith('Siehe https://example.org/\n\nUnd mehr,\nnoch eine Zeile.').body + formWith('').body, csp: '' };
const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'", '&amp;': '&' };

/** What is wrong where this text was typed; empty: nothing. */
export function asTyped(text: string): string[] {
  const kept = lines(text);
  const page = formWith(kept);
  const fields = [...page.body.matchAll(/<textarea id="cms-text"[^>]*>([\s\S]*?)<\/textarea>/gu)].map(([, inside]) => inside!.replace(/^\n/u, '').replaceAll(/&(?:lt|gt|quot|#x27|amp);/gu, (entity) => entities[entity]!));
  return [...dangers(page, innocent), ...(fields.length === 2 && fields.every((field) => field === kept) ? [] : ['what was typed is not in its field'])];
}
