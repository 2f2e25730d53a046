/** Writing a comment: rules, screening, store, announcement, for many at once in one transaction. */
import { hash } from 'node:crypto';
import type { Tools } from '../../platform/feature.ts';
import { newId } from '../../platform/text/id.ts';
import { lines } from '../../platform/text/plain.ts';
import type { CommentState } from './comment.ts';
import { insertDecisions, countReplies } from './deciding-store.ts';
import { threadTag } from './deciding.ts';
import { lettersOf, sketchOf } from './folding.ts';
import type { NewComment, PostingFacts, Question, Since } from './posting-store.ts';
import { insertComments, readOnce, readPostingFacts } from './posting-store.ts';
import type { PostRefusal } from './rules.ts';
import { goesOutAtOnce, mayPost } from './rules.ts';
import type { Screened } from './screening.ts';
import { latelyMeans, screen, wordsOf } from './screening.ts';
import { countApproved } from './settings-store.ts';

/** What somebody sends. */
export interface Post extends Pick<Screened, 'hiddenField' | 'openFor' | 'proof'> {
  readonly story: string;
  /** The comment that it answers. */
  readonly answers: string | null;
  readonly writer: { readonly id: string; readonly name: string };
  /** As typed. */
  readonly text: string;
  /** Keyed hash of the network; null: not known. */
  readonly network: string | null;
  /** When it arrived: what it is judged by, however long it then waits. */
  readonly at: Date;
}

export interface Posted {
  readonly id: string;
  readonly state: CommentState;
  /** It was there already: a second press, a repeated request. */
  readonly again: boolean;
}

const hour = 60 * 60_000;
const day = 24 * hour;
const since: Since = { pace: hour, warnings: 90 * day, copies: 3 * day, refusals: 14 * day };
/** Shorter texts are the same by chance: «Danke!», «Genau so ist es.» */
const leastLetters = 24;

/**
 * Keeps what may be posted and answers for each post, in order. No two may be by one writer: each is judged by what
 * was there before.
 */
export async function postComments(tools: Tools, posts: readonly Post[]): Promise<(Posted | PostRefusal)[]> {
  const asked = posts.map(questionOf);
  const facts = await readPostingFacts(tools.db, asked, { now: tools.now, since });
  const judged = posts.map((post, place) => judge({ post, question: asked[place]!, place, facts }));
  const made = judged.flatMap((one) => ('made' in one ? [one.made] : []));
  const inserted = made.length === 0 ? new Set<string>() : await insertComments(tools.db, made);
  await follow(tools, made.filter(({ id }) => inserted.has(id)));
  // What another process kept a moment ago is found under its key.
  const there = await readOnce(tools.db, made.filter(({ id }) => !inserted.has(id)).map(({ onceKey }) => onceKey));
  return judged.map((one) => {
    if (!('made' in one)) return one;
    if (inserted.has(one.made.id)) return { id: one.made.id, state: one.made.state, again: false };
    const other = there.get(one.made.onceKey);
    if (other === undefined) throw new Error('A comment was neither kept nor there.');
    return { ...other, again: true };
  });
}

function questionOf(post: Post): Question {
  const text = lines(post.text);
  const letters = lettersOf(text);
  return {
    story: post.story, answers: post.answers, reader: post.writer.id, words: wordsOf(text),
    onceKey: keyOf(post.writer.id, post.story, post.answers ?? '', text), lettersKey: letters.length < leastLetters ? '' : keyOf(letters),
  };
}

interface Judging {
  readonly post: Post;
  readonly question: Question;
  readonly place: number;
  readonly facts: PostingFacts;
}

function judge({ post, question, place, facts }: Judging): Posted | PostRefusal | { readonly made: NewComment } {
  const there = facts.there.get(question.onceKey);
  if (there !== undefined) return { ...there, again: true };
  const thread = facts.threads.get(post.story);
  const answered = post.answers === null ? null : facts.answered.get(post.answers);
  const writer = facts.writers.get(post.writer.id)!;
  const text = lines(post.text);
  const refused = mayPost({ thread: thread?.facts ?? null, writer, answered: answered === null ? null : answered?.story === post.story ? answered.state : 'missing' }, text, post.at);
  if (refused !== null) return refused;
  const { name } = post.writer;
  const findings = screen({ ...post, text, name, turned: isTurned(post.text) }, {
    known: writer.known, warned: writer.warned, lately: writer.last.filter((at) => at.getTime() > post.at.getTime() - latelyMeans).length, sentBefore: facts.sentBefore.has(question.lettersKey),
    refusedSketches: facts.refusedSketches, listed: facts.listed.get(place) ?? [], houseNames: new Set(facts.houseNames.map(lettersOf)),
  });
  const state = goesOutAtOnce({ policy: thread!.policy, writer, findings }) ? 'approved' : 'pending';
  return {
    made: {
      id: newId(), story: post.story, parent: answered === null ? null : answered!.parent ?? answered!.id, answers: answered === null || answered!.parent === null ? null : answered!.id,
      reader: post.writer.id, staff: null, name, text, language: thread!.language, state, findings, onceKey: question.onceKey, lettersKey: question.lettersKey, sketch: sketchOf(text), network: post.network, at: post.at,
    },
  };
}

/** What went out at once is decided by rule, counted, and on the page; what waits is told to the desk. */
async function follow(tools: Tools, kept: readonly NewComment[]): Promise<void> {
  const out = kept.filter(({ state }) => state === 'approved');
  if (out.length > 0) {
    const decided = await insertDecisions(tools.db, out.map(({ id }) => ({
      comment: id, at: tools.now, byKind: 'program', byId: tools.by.id, byName: tools.by.name, name: 'approve', from: 'pending', to: 'approved', reason: '', words: '', after: 'rule', undoes: null,
    })));
    await countReplies(tools.db, countBy(out.flatMap(({ parent }) => parent ?? [])));
    await countApproved(tools.db, countBy(out.map(({ story }) => story)), tools.now);
    // Only who is answered has something to hear of.
    for (const [place, { id, parent }] of out.entries()) if (parent !== null) await tools.later('comments.tell', { decision: decided[place], comment: id });
  }
  for (const [story, ones] of Map.groupBy(kept, (one) => one.story)) {
    const approved = ones.filter(({ state }) => state === 'approved').length;
    await tools.announce({ event: 'comment.posted', facts: { story, waiting: ones.length - approved, approved }, ...(approved === 0 ? {} : { tags: [threadTag(story)] }) });
  }
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Characters that turn the direction of what follows, or that have neither width nor meaning; `lines` takes them out. */
function isTurned(text: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/u.test(text);
}

function keyOf(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\0'), 'base64url');
}
