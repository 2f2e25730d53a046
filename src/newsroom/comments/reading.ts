/** The short way of reading: from the store to what pages show. */
import type { Db } from '../../platform/database/database.ts';
import { idPattern } from '../../platform/text/id-form.ts';
import type { ShownComment, Sort } from './comment.ts';
import { sorts } from './comment.ts';
import type { DiscussionPage, ShownThread } from './discussion.ts';
import { discussionPath, sortNames } from './discussion.ts';
import type { Cursor } from './reading-store.ts';
import { countBefore, selectFirst, selectPinned, selectReplies, selectShown } from './reading-store.ts';
import type { Thread } from './settings-store.ts';
import { readThread } from './settings-store.ts';

/** On the story's own page: enough to see what it is about, little enough to weigh nothing. */
const firstScreen = { threads: 5, replies: 2 };
/** On a page of its own. */
const wholePage = { threads: 25, replies: 4 };
/** Of one thread. */
const threadPage = 50;

/** The query names of a discussion's page. */
export const discussionQuery = ['sortierung', 'vor', 'faden', 'ab'] as const;

/** What stands below the story; null where readers see no such story. */
export async function storyDiscussion(db: Db, story: string): Promise<DiscussionPage | null> {
  const thread = await readThread(db, story);
  if (thread === null) return null;
  const page = thread.approved === 0 ? [] : await pinnedFirst(db, story, firstScreen.threads);
  const threads = await withReplies(db, page.slice(0, firstScreen.threads), firstScreen.replies);
  const isMore = page.length > firstScreen.threads || threads.some(({ first, replies }) => first.replies > replies.length);
  return { thread, threads, sort: 'newest', only: null, next: isMore ? discussionPath(story) : null, start: null };
}

export interface Asked {
  readonly story: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A page of the discussion, or of one thread of it; null: no such story; `elsewhere`: no such page of it. */
export async function discussionPage(db: Db, { story, query }: Asked): Promise<DiscussionPage | null | 'elsewhere'> {
  const thread = await readThread(db, story);
  if (thread === null) return null;
  const sort = query['sortierung'] === undefined ? 'newest' : sorts.find((one) => sortNames[one] === query['sortierung']);
  if (sort === undefined) return 'elsewhere';
  const [before, from] = [cursorOf(query['vor']), cursorOf(query['ab'])];
  if (before === 'wrong' || from === 'wrong') return 'elsewhere';
  return query['faden'] === undefined ? wholeDiscussion(db, { thread, sort, before }) : oneThread(db, { thread, id: query['faden'], from });
}

async function wholeDiscussion(db: Db, { thread, sort, before }: { thread: Thread; sort: Sort; before: Cursor | null }): Promise<DiscussionPage> {
  const { story } = thread;
  const { threads: length, replies } = wholePage;
  const found = sort === 'newest' && before === null ? await pinnedFirst(db, story, length) : await selectFirst(db, { story, sort, after: before, limit: length + 1 });
  const page = found.slice(0, length);
  const last = found.length > length ? page.at(-1) : undefined;
  const order = sort === 'newest' ? '' : `sortierung=${sortNames[sort]}&`;
  return {
    thread, sort, only: null, threads: await withReplies(db, page, replies), start: before === null ? null : discussionPath(story) + (order === '' ? '' : `?${order.slice(0, -1)}`),
    next: last === undefined ? null : `${discussionPath(story)}?${order}vor=${writeCursor(last)}`,
  };
}

async function oneThread(db: Db, { thread, id, from }: { thread: Thread; id: string; from: Cursor | null }): Promise<DiscussionPage | 'elsewhere'> {
  const { story } = thread;
  const first = idPattern.test(id) ? await selectShown(db, id) : null;
  if (first === null || first.story !== story || first.parent !== null) return 'elsewhere';
  const replies = await selectReplies(db, [id], { each: threadPage + 1, from });
  const next = replies[threadPage];
  const path = `${discussionPath(story)}?faden=${id}`;
  return { thread, sort: 'oldest', only: id, threads: [{ first, replies: replies.slice(0, threadPage) }], start: from === null ? null : path, next: next === undefined ? null : `${path}&ab=${writeCursor(next)}` };
}

/** The page on which a comment stands, with its place on it; null where readers do not see it. */
export async function placeOf(db: Db, id: string): Promise<{ readonly story: string; readonly url: string } | null> {
  const comment = idPattern.test(id) ? await selectShown(db, id) : null;
  if (comment === null) return null;
  const path = `${discussionPath(comment.story)}?faden=${comment.parent ?? id}`;
  const isFar = comment.parent !== null && (await countBefore(db, { parent: comment.parent, at: comment.at, id }, threadPage)) >= threadPage;
  return { story: comment.story, url: `${path}${isFar ? `&ab=${writeCursor(comment)}` : ''}#kommentar-${id}` };
}

/** Pinned ones, then the newest; one more than asked for where there are more. */
async function pinnedFirst(db: Db, story: string, length: number): Promise<ShownComment[]> {
  const [pinned, newest] = await Promise.all([selectPinned(db, story), selectFirst(db, { story, sort: 'newest', after: null, limit: length + 1 })]);
  const first = pinned.filter(({ parent }) => parent === null);
  return [...first, ...newest].slice(0, length + 1);
}

async function withReplies(db: Db, firsts: readonly ShownComment[], each: number): Promise<ShownThread[]> {
  const answered = firsts.filter(({ replies }) => replies > 0).map(({ id }) => id);
  const replies = Map.groupBy(await selectReplies(db, answered, { each }), ({ parent }) => parent);
  return firsts.map((first) => ({ first, replies: replies.get(first.id) ?? [] }));
}

function writeCursor({ at, id, recommendations }: Cursor): string {
  return `${at.getTime().toString(36)}.${id}.${recommendations}`;
}

function cursorOf(text: string | undefined): Cursor | null | 'wrong' {
  if (text === undefined) return null;
  const [at = '', id = '', recommendations = ''] = text.split('.');
  if (!/^[0-9a-z]{1,9}$/u.test(at) || !idPattern.test(id) || !/^\d{1,9}$/u.test(recommendations)) return 'wrong';
  return { at: new Date(Number.parseInt(at, 36)), id, recommendations: Number(recommendations) };
}
