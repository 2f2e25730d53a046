/**
 * Hostile texts on the whole way of a comment: written, waiting in the queue, public, reported, mailed, given as a copy.
 * Everywhere they are text, and as they were written.
 */
import { approveComment, decideMany, postComments } from '../../src/newsroom/comments/comments.ts';
import type { Post } from '../../src/newsroom/comments/comments.ts';
import { giveOwn } from '../../src/newsroom/comments/leaving.ts';
import { reportComment } from '../../src/newsroom/comments/reporting/reporting.ts';
import { judgeText } from '../../src/newsroom/comments/rules.ts';
import type { House } from '../../src/platform/feature.ts';
import { isRefused } from '../../src/platform/result.ts';
import { lines } from '../../src/platform/text/plain.ts';
import { program } from '../house.ts';
import { insertReader } from '../readers.ts';
import type { WholeProgram } from './program.ts';
import type { Rendered } from './rendered.ts';
import { dangers, textOf } from './rendered.ts';

/** As many as stand on one page of a discussion. */
export const atOnce = 20;

/** Text to what is wrong with it; texts with which nothing is wrong are absent. */
export type Wrongs = ReadonlyMap<string, readonly string[]>;

export interface Debate {
  /** At most `atOnce` texts, each another. */
  judge(texts: readonly string[]): Promise<Wrongs>;
}

export async function openDebate(whole: WholeProgram): Promise<Debate> {
  await whole.as.get('publisher')!('POST', '/sections', { path: 'debatte', name: 'Debatte' });
  for (let at = 0; at < atOnce; at++) await insertReader(whole.house, readerAt(at));
  const { page, sent } = await debate(whole, ['Ein Wort.', 'Siehe https://example.org/\n\nUnd noch ein Absatz,\nmit einer Zeile.']);
  const text = { body: [...sent.keys()].map((id) => commentOn(page.body, id)).join(''), csp: '' };
  return { judge: async (texts) => look(whole, texts, { page, text }) };
}

const readerAt = (at: number) => `debatte${String.fromCodePoint(97 + at)}`;

interface Kept {
  /** Comment to its text as it was sent. */
  readonly sent: ReadonlyMap<string, string>;
  readonly queue: readonly { readonly id: string; readonly text: string }[];
  readonly page: Rendered;
}

/** Posted by as many readers, read by a moderator, let go together; the page that readers then get. */
async function debate(whole: WholeProgram, texts: readonly string[]): Promise<Kept> {
  const { house, url, as } = whole;
  const [publisher, moderator] = [as.get('publisher')!, as.get('moderator')!];
  const { json: { id: story } } = await publisher('POST', '/stories', { section: 'debatte', headline: 'Worüber alle reden', body: { html: '<p>Ein Absatz.</p>' } });
  await publisher('POST', `/stories/${story}/publish`, {});
  // Of an earlier debate: as if it had been long ago, so that the same people may write again.
  await house.db.updateTable('comments').set({ created_at: new Date(0) }).execute();
  const posts = texts.map((text, at): Post => ({ story, text, answers: null, writer: { id: readerAt(at), name: 'Zoë Müller' }, hiddenField: '', openFor: null, proof: 'not-asked', network: null, at: house.clock.now() }));
  const posted = await house.act(program, (tools) => postComments(tools, posts));
  const sent = new Map(posted.flatMap((one, at) => {
    if (isRefused(one)) throw new Error(`${one.refused}: ${JSON.stringify(texts[at]!.slice(0, 80))}`);
    return [[one.id, texts[at]!] as const];
  }));
  const { json: { items } } = await moderator('GET', `/comments/queue?story=${story}&limit=${atOnce}`);
  await house.act({ kind: 'staff', id: 'mara', name: 'Mara Gantenbein', role: 'moderator' }, (tools) => decideMany(tools, [...sent.keys()].map((id) => ({ id, seen: 'pending' as const })), approveComment));
  const answer = await fetch(`${url}/kommentare/${story}`);
  return { sent, queue: items, page: { body: await answer.text(), csp: answer.headers.get('content-security-policy') ?? '' } };
}

/** The same without anything hostile: a whole page, and what stands in a comment. */
interface Known {
  readonly page: Rendered;
  readonly text: Rendered;
}

async function look(whole: WholeProgram, texts: readonly string[], known: Known): Promise<Wrongs> {
  const wrongs = new Map<string, string[]>();
  const note = (text: string, wrong: string) => void wrongs.set(text, [...(wrongs.get(text) ?? []), wrong]);
  const taken = texts.filter((text) => judgeText(lines(text)) === null);
  const { sent, queue, page } = await debate(whole, taken);
  const queued = new Map(queue.map(({ id, text }) => [id, text]));
  for (const [id, text] of sent) {
    const kept = lines(text);
    if (queued.get(id) !== kept) note(text, 'the queue shows something else');
    const shown = commentOn(page.body, id);
    if (shown === null) note(text, 'it is not on the page');
    else {
      if (bare(textOf(shown)) !== bare(kept)) note(text, `the page shows «${textOf(shown).slice(0, 80)}»`);
      for (const danger of dangers({ body: shown, csp: '' }, known.text)) note(text, danger);
    }
    for (const wrong of await reported(whole.house, id, text)) note(text, wrong);
  }
  // Whatever breaks out of its own place is seen in the page around it.
  for (const danger of dangers(page, known.page)) for (const text of sent.values()) note(text, `on its page: ${danger}`);
  const copies = await Promise.all(taken.map((_, at) => giveOwn(whole.house.db, readerAt(at))));
  for (const [at, text] of taken.entries()) if (!JSON.stringify(copies[at]).includes(JSON.stringify(lines(text)))) note(text, 'the copy of one’s own lacks it');
  return wrongs;
}

/** A report in the same words: kept as they are, and in the list of the desk. */
async function reported(house: House, comment: string, words: string): Promise<string[]> {
  const said = { comment, grounds: 'law', law: words.slice(0, 60), words: words.slice(0, 500), name: words.slice(0, 60), email: '', language: 'de', network: null, goodFaith: true } as const;
  const made = await house.act(program, (tools) => reportComment(house, tools, said));
  if (isRefused(made)) return ['report-empty', 'law-missing'].includes(made.refused) ? [] : [`a report of it is refused: ${made.refused}`];
  const row = await house.db.selectFrom('comment_reports').select(['words']).where('number', '=', made.number).executeTakeFirstOrThrow();
  return row.words === lines(words.slice(0, 500)) ? [] : ['a report of it has other words'];
}

/** The part of a page that holds one comment's text: from its place to the next one's. */
function commentOn(html: string, id: string): string | null {
  const [, rest] = html.split(`<article class="cm" id="kommentar-${id}"`);
  return rest === undefined ? null : /<div class="cm-text"[^>]*>([\s\S]*?)<\/div>/u.exec(rest)?.[1] ?? null;
}

const bare = (text: string) => text.replaceAll(/\s+/gu, '');
