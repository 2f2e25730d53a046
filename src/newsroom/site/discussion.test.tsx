import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageBudget } from '../../design/budget.ts';
import { renderPage } from '../../design/render.ts';
import type { ShownComment } from '../comments/comment.ts';
import type { DiscussionPage } from '../comments/discussion.ts';
import { housePolicy } from '../comments/rules.ts';
import type { DiscussionPart } from '../comments/views/discussion.tsx';
import { StoryDiscussion } from '../comments/views/discussion.tsx';
import { speakingIn } from '../comments/views/speaking.ts';
import { SitePage } from './frame.tsx';
import { changesBy } from './load-discussion.tsx';
import { storyView } from './load-story.tsx';
import { StoryView } from './story.tsx';
import { foehn, ground, reading, referenceStory, teaserOf } from './testing.ts';

const now = new Date('2026-11-23T16:00:00Z');
const published = new Date('2026-11-23T13:05:00Z');
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/gu, ' ');

function comment(id: string, more: Partial<ShownComment> = {}): ShownComment {
  return {
    id, parent: null, answersName: null, name: 'Zoë Müller', staff: false, text: 'Ich wohne seit vierzig Jahren am See.', gone: null, at: new Date('2026-11-23T14:05:00Z'), edited: false,
    language: 'de', recommendations: 0, replies: 0, chosen: false, pinned: false, ...more,
  };
}

type Facts = Partial<DiscussionPage['thread']['facts']>;
function part({ threads = [], facts = {}, approved = threads.length, sentence = '', at = now, language = 'de', mode = 'before' }: { threads?: DiscussionPage['threads']; facts?: Facts; approved?: number; sentence?: string; at?: Date; language?: string; mode?: 'before' | 'after' } = {}): DiscussionPart {
  const thread = { story: 'k3f9hbcd', language, policy: { ...housePolicy, mode }, facts: { openness: 'hours' as const, hours: 24, firstPublishedAt: published, closedAt: null, openUntil: null, ...facts }, sentence, approved };
  return { discussion: { thread, threads, sort: 'newest', only: null, next: null, start: null }, speaking: speakingIn({ language, timeZone: 'Europe/Zurich', form: 'sie', now: at }) };
}

const html = (discussion: DiscussionPart) => plain(renderPage(<main><StoryDiscussion {...discussion} /></main>).html);
const one = (more: Partial<ShownComment>) => html(part({ threads: [{ first: comment('bcdfghjk', more), replies: [] }] }));

describe('the discussion below a story', () => {
  it('says until when it is open, in the site’s zone, and who reads', () => {
    expect(html(part())).toContain('<b>Noch kein Kommentar</b> Offen bis 24. November 2026, 14.05 Uhr. Die Redaktion liest jeden Kommentar, bevor er erscheint.');
    expect(html(part({ language: 'fr' }))).toContain('Ouverte jusqu’au 24 novembre 2026 à 14h05.');
  });
  it('says from the second of its end that it is closed and why, and has nothing left to press', () => {
    const end = new Date('2026-11-24T13:05:00Z');
    const before = html(part({ at: new Date(end.getTime() - 1), threads: [{ first: comment('bcdfghjk'), replies: [] }] }));
    const after = html(part({ at: end, threads: [{ first: comment('bcdfghjk'), replies: [] }] }));
    expect(before).toMatch(/<textarea/u);
    expect(after).toContain('Diese Diskussion ist seit 24. November 2026, 14.05 Uhr geschlossen: Die Redaktion moderiert jede Debatte persönlich und hält sie darum 24 Stunden lang offen.');
    expect(after).not.toMatch(/<form|<textarea|<button|schreiben/u);
    expect(changesBy(part()).expires).toEqual(end);
    expect(changesBy(part({ at: end })).expires).toBeUndefined();
  });
  it('says it in the newsroom’s own sentence, where it has one', () => {
    expect(html(part({ at: new Date('2026-11-25T00:00:00Z'), sentence: 'Danke für 1’200 «Föhn»-Geschichten – wir gehen jetzt schlafen.' }))).toContain('Danke für 1’200 «Föhn»-Geschichten – wir gehen jetzt schlafen.');
    expect(html(part({ facts: { closedAt: now } }))).toContain('Die Redaktion hat diese Diskussion geschlossen');
  });
  it('is absent where there is none', () => {
    expect(html(part({ facts: { openness: 'closed' } }))).toContain('Zu diesem Artikel gibt es keine Diskussion.');
    const closed = part({ facts: { openness: 'closed' } });
    expect(html({ ...closed, discussion: { ...closed.discussion, thread: { ...closed.discussion.thread, policy: { ...housePolicy, openness: 'closed' } } } })).toBe('<!doctype html><main></main>');
  });
  it('shows what was said, by whom, when, with links that vouch for nothing', () => {
    const page = one({ text: 'Siehe https://example.org/föhn!\nZweite Zeile.\n\nZweiter Absatz.', recommendations: 3, chosen: true });
    expect(page).toContain('<bdi class="cm-name">Zoë Müller</bdi>');
    expect(page).toContain('<p dir="auto">Siehe <a href="https://example.org/f%C3%B6hn" rel="nofollow ugc noopener">https://example.org/föhn</a>!<br/>Zweite Zeile.</p><p dir="auto">Zweiter Absatz.</p>');
    expect(page).toContain('Auswahl der Redaktion');
    expect(page).toMatch(/<form action="\/kommentar\/bcdfghjk\/empfehlen" method="post"><button aria-label="Den Kommentar von Zoë Müller empfehlen, 3">Empfehlen<b> 3<\/b><\/button>/u);
    expect(page).toContain('href="/kommentare/k3f9hbcd/schreiben?antwort=bcdfghjk"');
  });
  it('keeps the place of what was answered, without its words or its name', () => {
    const page = one({ gone: 'deleted', text: null, name: 'Zoë Müller', replies: 1 });
    expect(page).toContain('Dieser Kommentar wurde von der Person gelöscht, die ihn geschrieben hat.');
    expect(page).not.toMatch(/Zoë|vierzig/u);
    expect(one({ name: '' })).toContain('Gelöschtes Konto');
  });
  it('marks members of the newsroom by a badge that no name can be', () => {
    expect(one({ staff: true })).toContain('</bdi><b>Redaktion</b>');
    expect(one({ name: 'Redaktion</bdi><b>Redaktion</b>' })).not.toContain('</bdi><b>Redaktion</b>');
  });
  it('lets no text out of its place', () => {
    const hostile = '"><script>alert(1)</script>\u202e<b style="x">';
    const page = html(part({ sentence: hostile, at: new Date('2026-11-25T00:00:00Z'), threads: [{ first: comment('bcdfghjk', { name: hostile, text: hostile, replies: 1 }), replies: [comment('bcdfghjm', { answersName: hostile, text: `https://a.example/${hostile}` })] }] }));
    expect(page).not.toMatch(/<script>|\sstyle="|<b style/u);
  });
});

describe('the weight of the whole story', () => {
  const texts = ['Der Wind dreht am Abend über dem See, und niemand weiss, woher er kommt. Ich habe in Rapperswil vierzig Jahre lang gemessen und nie eine solche Reihe gesehen; die Stationen am Ufer zeigen es deutlich.', 'Danke für den Text! Mich würde interessieren, was die Versicherungen dazu sagen.', 'Wer «12’345 Böen» zählt, muss auch sagen, ab welcher Stärke. Unter 60 km/h ist das kein Sturm, sondern Herbst.', 'Unsere Fähre fuhr trotzdem, im Fahrplan, mit fünf Passagieren und einem nassen Hund.', 'Ich verstehe nicht, warum die Gemeinden erst jetzt Dächer prüfen. Das hätte man nach dem Sturm von 1999 wissen können, die Berichte liegen alle im Archiv.'];
  const names = ['Zoë Müller', 'Beat Öztürk', 'Annelise von Känel', 'R. Hürlimann', 'Jean-Noël Favre', 'Şirin', 'Walter S. aus Uster', 'Ladina', 'Köbi', 'Marianne Frei'];
  const many = texts.map((text, i) => ({
    first: comment(`bcdfghj${i + 2}`, { text, name: names[i]!, recommendations: 12 - i, replies: 2, pinned: i === 0 }),
    replies: [0, 1].map((j) => comment(`kmnpqrs${i * 2 + j}`, { parent: 'x', text: texts[(i + j + 1) % 5]!.slice(0, 120), name: names[5 + ((i + j) % 5)]! })),
  }));
  it('stays in its budget with the first screen of 5,000 comments', () => {
    const story = referenceStory();
    const discussion = part({ threads: many, approved: 5_000 });
    const page = (talk: DiscussionPart | null) => renderPage(
      <SitePage site={ground.site} view={storyView({ story, ground, now })}>
        <StoryView story={story} followOn={teaserOf(foehn())} reading={reading} origin="https://blatt.example" discussion={talk === null ? null : { ...talk, discussion: { ...talk.discussion, next: '/kommentare/k3f9hbcd' } }} />
      </SitePage>,
    ).html;
    const [bare, whole] = [page(null), page(discussion)].map((one) => brotliCompressSync(one).length) as [number, number];
    expect(plain(page(discussion))).toContain('5’000 Kommentare');
    expect(whole).toBeLessThanOrEqual(pageBudget.storyWhole);
    expect(whole - bare).toBeLessThanOrEqual(pageBudget.storyComments);
  });
});
