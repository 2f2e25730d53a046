/** Who changes many comments at once locks them in the order in which moderators do: nobody waits for each other. */
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { untilWaiting } from '../../../test/locks.ts';
import type { Tx } from '../../platform/database/database.ts';
import { isRefused } from '../../platform/result.ts';
import { lockComments } from './deciding-store.ts';
import { countAnew } from './importing/import-store.ts';
import { recommendComment } from './own.ts';
import { leaveComments, renameWriter } from './own-store.ts';
import { countRecommendations } from './recommending-store.ts';
import type { Discussion } from './testing.ts';
import { openDiscussion } from './testing.ts';

let world: Discussion;
let story: string;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

/** The smallest lies neither first nor last, in whichever direction somebody reads. */
const written = ['d', 'a', 'c', 'b'];
beforeEach(async () => {
  story = await world.story();
  await world.house.db.deleteFrom('comments').execute();
  for (const id of written) {
    await sql`update comments set id = ${id} where id = ${await world.kept(story, 'zoë', `Beitrag ${id}: Grüezi.`)}`.execute(world.house.db);
    await sql`update comments set id = ${`${id}-answer`}, parent_id = ${id}, state = 'approved' where id = ${await world.kept(story, 'beat', `Antwort auf ${id}.`)}`.execute(world.house.db);
  }
  await world.house.db.updateTable('comments').set({ state: 'approved' }).where('parent_id', 'is', null).execute();
});

/** Holds the smallest, and takes the others while the work waits for it: at once, or not at all. */
async function besideModerator(work: (tx: Tx) => Promise<unknown>): Promise<void> {
  const { db } = world.house;
  let working: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    await lockComments(tx, ['a']);
    working = db.transaction().execute(work);
    await untilWaiting(world, 1);
    await sql`set local lock_timeout = '50ms'`.execute(tx);
    await lockComments(tx, written);
  });
  await working;
}

it('a writer who leaves while recommendations are counted waits for the count, and not the count for them', async () => {
  await world.reader('rosa');
  for (const [id, reader] of [['b-answer', 'zoë'], ['d', 'rosa']] as const) expect(isRefused(await world.act((tools) => recommendComment(tools, { id, reader, recommends: 'yes', network: null })))).toBe(false);
  const { db } = world.house;
  let leaving: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (tx) => {
    await sql`select from comment_recommendations for update`.execute(tx);
    leaving = db.transaction().execute((other) => leaveComments(other, 'zoë'));
    await untilWaiting(world, 1);
    await sql`set local lock_timeout = '50ms'`.execute(tx);
    await countRecommendations(tx);
  });
  await leaving;
  expect((await db.selectFrom('comments').select('recommendations').where('id', '=', 'd').executeTakeFirstOrThrow()).recommendations).toBe(1);
});

describe('beside a moderator who decides several', () => {
  it('a writer who is called otherwise waits', async () => {
    await besideModerator((tx) => renameWriter(tx, 'zoë', 'Zoë Ångström'));
    expect((await world.house.db.selectFrom('comments').select('writer_name').where('reader_id', '=', 'zoë').execute()).map((row) => row.writer_name)).toEqual(written.map(() => 'Zoë Ångström'));
  });
  it('a writer who leaves waits', async () => {
    await besideModerator((tx) => leaveComments(tx, 'zoë'));
    expect(await world.house.db.selectFrom('comments').select('id').where('reader_id', '=', 'zoë').execute()).toEqual([]);
  });
  it('an import that counts anew waits', async () => {
    await besideModerator(async (tx) => {
      // As it goes about many: what it counts comes in no order.
      await sql`set local enable_sort = off`.execute(tx);
      await countAnew(tx, [story], world.clock.now());
    });
    expect((await world.house.db.selectFrom('comments').select('replies').where('id', 'in', written).execute()).map(({ replies }) => replies)).toEqual(written.map(() => 1));
  });
});
