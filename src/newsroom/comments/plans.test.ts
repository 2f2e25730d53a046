/**
 * How the database goes about what is asked most, with as many rows as make it choose: by an index wherever a newsroom's
 * discussions grow with the years. A sentence that walks through all comments is found here before a newsroom finds it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDiscussions } from '../../../bench/discussions/fill.ts';
import { howItReads } from '../../../test/statement-plans.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { renameWriter } from './own-store.ts';
import { giveOwn } from './leaving.ts';
import type { QueueWish } from './moderating/queue-store.ts';
import { readNumbers, selectQueue } from './moderating/queue-store.ts';
import { readCommenter, readWhole } from './moderating/reading.ts';
import { readPostingFacts } from './posting-store.ts';
import { commentCounts, selectFirst, selectReplies } from './reading-store.ts';
import { countRecommendations, insertRecommendation } from './recommending-store.ts';
import { countFromNetwork, selectReports } from './reporting/report-store.ts';
import { readStatement, selectObjections } from './reporting/statement-store.ts';
import { readTransparency } from './reporting/transparency-store.ts';
import { endWhatEnds, untoldThreads } from './rounds-store.ts';
import type { Discussion } from './testing.ts';
import { openDiscussion } from './testing.ts';

let world: Discussion;
let db: Db;
let story: string;
let comment: string;
let reader: string;
beforeAll(async () => {
  world = await openDiscussion();
  db = world.house.db;
  const size = { stories: 3_000, readers: 3_000, comments: 30_000, waiting: 1_500, longest: 500, reports: 2_000 };
  story = await fillDiscussions(db, { story: await world.story(), now: world.clock.now(), size });
  const some = await db.selectFrom('comments').select(['id', 'reader_id']).where('state', '=', 'pending').where('parent_id', 'is not', null).limit(1).executeTakeFirstOrThrow();
  comment = some.id;
  reader = some.reader_id!;
}, 120_000);
afterAll(() => world?.close());

/** The tables that grow with every comment. */
const growing = ['comments', 'comment_decisions', 'comment_recommendations', 'comment_statements', 'comment_reports', 'readers', 'stories', 'public_stories', 'comment_threads'];
async function walks(work: (db: Db) => Promise<unknown>): Promise<string[]> {
  const reads = await howItReads(db, work);
  expect(reads.length).toBeGreaterThan(0);
  return reads.filter((read) => growing.some((table) => read === `${table} whole`));
}
const asTx = (work: (tx: Tx) => Promise<unknown>) => (recorded: Db) => work(recorded as unknown as Tx);
const queue = (more: Partial<QueueWish>) => (recorded: Db) => selectQueue(recorded, { state: 'pending', order: 'oldest', limit: 51, ...more }, world.clock.now());

describe('no walk through everything', () => {
  it('is found where there is one', async () => {
    expect(await walks((recorded) => recorded.selectFrom('comments').selectAll().where('writer_name', '=', 'Zoë').execute())).toEqual(['comments whole']);
  });
  it.each<[string, Partial<QueueWish>]>([
    ['what waits longest', {}], ['the newest that waits', { order: 'newest' }], ['what waits below a story', { story: '2222222b' }], ['what waits of a reader', { reader: '22222223' }], ['what waits with a finding', { finding: 'links' }], ['what waits in a section', { section: 'zuerich' }],
    ['what is public', { state: 'approved', order: 'newest' }], ['what was refused', { state: 'refused', order: 'newest' }], ['what is public below a story', { state: 'approved', order: 'newest', story: '22222224' }],
  ])('for the queue: %s', async (_, wish) => {
    expect(await walks(queue(wish))).toEqual([]);
    expect(await walks(queue({ ...wish, after: comment }))).toEqual([]);
  });
  it('for the numbers above the queue, a comment with everything around it, and whoever wrote it', async () => {
    expect(await walks((recorded) => readNumbers(recorded, 'mara', world.clock.now()))).toEqual([]);
    expect(await walks((recorded) => readWhole(recorded, comment, world.clock.now()))).toEqual([]);
    expect(await walks((recorded) => readCommenter(recorded, reader))).toEqual([]);
  });
  it('for a discussion’s page in each order, its answers, and the numbers of a list', async () => {
    const after = { at: world.clock.now(), id: 'z', recommendations: 5 };
    for (const sort of ['newest', 'oldest', 'best'] as const) for (const cursor of [null, after]) expect(await walks((recorded) => selectFirst(recorded, { story, sort, after: cursor, limit: 21 })), sort).toEqual([]);
    expect(await walks((recorded) => selectReplies(recorded, [comment, story], { each: 3 }))).toEqual([]);
    expect(await walks((recorded) => commentCounts(recorded, [story, '22222224']))).toEqual([]);
  });
  it('for writing: rules, pace, copies, what is like what was refused', async () => {
    const day = 86_400_000;
    const question = { story, answers: comment, reader, onceKey: 'neu', lettersKey: 'neu', words: 'föhn' };
    expect(await walks((recorded) => readPostingFacts(recorded, [question], { now: world.clock.now(), since: { pace: day / 24, warnings: 90 * day, copies: 3 * day, refusals: 14 * day } }))).toEqual([]);
    expect(await walks(asTx((tx) => insertRecommendation(tx, { comment, reader, network: 'n1', at: world.clock.now() }, 5)))).toEqual([]);
    expect(await walks(asTx(countRecommendations))).toEqual([]);
  });
  it('for reports, statements, objections', async () => {
    for (const open of [true, false]) {
      expect(await walks((recorded) => selectReports(recorded, { open, after: undefined, limit: 51 }))).toEqual([]);
      expect(await walks((recorded) => selectObjections(recorded, { open, limit: 51 }))).toEqual([]);
    }
    expect(await walks((recorded) => readStatement(recorded, comment))).toEqual([]);
    expect(await walks((recorded) => countFromNetwork(recorded, 'n1', new Date(0)))).toEqual([]);
    const now = world.clock.now().getTime();
    expect(await walks((recorded) => readTransparency(recorded, { from: new Date(now - 3_600_000), until: new Date(now) }))).toEqual([]);
  });
  it('for what readers take along and leave behind, and for what ends with time', async () => {
    expect(await walks((recorded) => giveOwn(recorded, reader))).toEqual([]);
    expect(await walks(asTx((tx) => renameWriter(tx, reader, 'Leserin Ö')))).toEqual([]);
    expect(await walks(untoldThreads)).toEqual([]);
    expect(await walks(asTx((tx) => endWhatEnds(tx, { now: world.clock.now(), networksBefore: new Date(world.clock.now().getTime() - 30 * 86_400_000) })))).toEqual([]);
  });
});
