/** What readers see of a discussion, against a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approveComment, markAs, refuseComment } from './deciding.ts';
import { discussionPath } from './discussion.ts';
import { countRecommendations } from './recommending-store.ts';
import { deleteComment, recommendComment } from './own.ts';
import { discussionPage, placeOf, storyDiscussion } from './reading.ts';
import { commentCounts } from './reading-store.ts';
import type { Discussion } from './testing.ts';
import { mara, openDiscussion } from './testing.ts';

let world: Discussion;
let story: string;
const ids: string[] = [];
beforeAll(async () => {
  world = await openDiscussion();
  story = await world.story('Föhn über Zürich');
  for (let i = 0; i < 60; i++) ids.push(await publish(`leser${i}`, `Meinung Nummer ${i} aus «Züri».`));
});
afterAll(() => world.close());

async function publish(reader: string, text: string, answers: string | null = null): Promise<string> {
  const id = await world.kept(story, reader, text, { answers });
  await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending' }));
  return id;
}
const page = async (query: Record<string, string> = {}) => {
  const found = await discussionPage(world.house.db, { story, query });
  if (found === null || found === 'elsewhere') throw new Error('no page');
  return found;
};
const queryOf = (address: string) => Object.fromEntries(new URL(address, 'http://a.example').searchParams);

/** Every comment of an order, page by page. */
async function walk(query: Record<string, string>): Promise<string[]> {
  const seen: string[] = [];
  for (let next: Record<string, string> | null = query; next !== null;) {
    const { threads, next: more } = await page(next);
    seen.push(...threads.map(({ first }) => first.id));
    next = more === null ? null : queryOf(more);
  }
  return seen;
}

describe('a discussion', () => {
  it('shows nothing that waits, and counts what is public', async () => {
    await world.kept(story, 'wartend', 'Noch nicht gelesen.');
    expect((await page()).thread.approved).toBe(60);
    expect(await walk({})).toHaveLength(60);
  });
  it('is read in three orders, in pages that never shift', async () => {
    expect(await walk({})).toEqual(ids.toReversed());
    expect(await walk({ sortierung: 'aelteste' })).toEqual(ids);
    for (const [reader, id] of [['a', ids[7]!], ['b', ids[7]!], ['a', ids[40]!]] as const) {
      await world.reader(reader);
      await world.act((tools) => recommendComment(tools, { id, reader, recommends: 'yes', network: null }));
    }
    await world.act((tools) => countRecommendations(tools.db));
    const best = await walk({ sortierung: 'empfohlen' });
    expect(best.slice(0, 2)).toEqual([ids[7], ids[40]]);
    expect(best.toSorted()).toEqual(ids.toSorted());
    const { next } = await page();
    const late = await publish('spätling', 'Zwischen zwei Seiten.');
    expect((await page(queryOf(next!))).threads[0]!.first.id).toBe(ids[60 - 26]);
    ids.push(late);
  });
  it('shows answers below what they answer, and leads to more of them', async () => {
    const replies: string[] = [];
    for (let i = 0; i < 6; i++) replies.push(await publish(`antwort${i}`, `Antwort ${i}`, ids[60]));
    const { threads } = await page();
    expect(threads[0]!.first).toMatchObject({ id: ids[60], replies: 6 });
    expect(threads[0]!.replies.map(({ id }) => id)).toEqual(replies.slice(0, 4));
    const whole = await page({ faden: ids[60]! });
    expect(whole.threads[0]!.replies.map(({ id }) => id)).toEqual(replies);
    expect(await placeOf(world.house.db, replies[5]!)).toEqual({ story, url: `${discussionPath(story)}?faden=${ids[60]}#kommentar-${replies[5]}` });
  });
  it('knows the place of every public comment, and of no other', async () => {
    expect((await placeOf(world.house.db, ids[3]!))?.url).toBe(`${discussionPath(story)}?faden=${ids[3]}#kommentar-${ids[3]}`);
    expect(await placeOf(world.house.db, await world.kept(story, 'nochnicht', 'Wartet.'))).toBeNull();
    for (const nothing of ['', 'nichts', '../../x', '23456789']) expect(await placeOf(world.house.db, nothing)).toBeNull();
  });
  it('answers addresses that mean nothing by leading to the whole', async () => {
    for (const query of [{ sortierung: 'zufall' }, { vor: 'x' }, { vor: 'zzzzzzzzz.23456789.x' }, { faden: "'; drop" }, { faden: '23456789' }, { ab: '1' }]) expect(await discussionPage(world.house.db, { story, query }), JSON.stringify(query)).toBe('elsewhere');
    expect(await discussionPage(world.house.db, { story: '23456789', query: {} })).toBeNull();
  });
  it('has the pinned ones first, once', async () => {
    await world.house.act(mara, (tools) => markAs(tools, { id: ids[2]!, name: 'pin' }));
    const all = await walk({});
    expect(all[0]).toBe(ids[2]);
    expect(new Set(all).size).toBe(all.length);
    expect((await storyDiscussion(world.house.db, story))!.threads.map(({ first }) => first.id)).toEqual([ids[2], ids[60], ids[59], ids[58], ids[57]]);
  });
  it('keeps the place of what was answered when it goes, without its words', async () => {
    await world.act((tools) => deleteComment(tools, { id: ids[60]!, reader: 'spätling' }));
    const [, gone] = (await page()).threads;
    expect(gone!.first).toMatchObject({ id: ids[60], gone: 'deleted', text: null });
    expect(gone!.replies).toHaveLength(4);
    await world.house.act(mara, (tools) => refuseComment(tools, { id: ids[59]!, seen: 'approved', reason: 'hate' }));
    expect((await walk({})).includes(ids[59]!)).toBe(false);
    expect(await commentCounts(world.house.db, [story, 'nirgends'])).toEqual(new Map([[story, 60 + 1 + 6 - 2]]));
  });
});

describe('recommendations', () => {
  it('count one per reader, none for oneself, and go back', async () => {
    const id = ids[10]!;
    await world.reader('fan');
    for (let i = 0; i < 3; i++) await world.act((tools) => recommendComment(tools, { id, reader: 'fan', recommends: 'yes', network: 'n1' }));
    expect(await world.act((tools) => recommendComment(tools, { id, reader: 'leser10', recommends: 'yes', network: 'n1' }))).toEqual({ refused: 'own-comment' });
    const count = async () => {
      await world.act((tools) => countRecommendations(tools.db));
      return (await world.house.db.selectFrom('comments').select('recommendations').where('id', '=', id).executeTakeFirstOrThrow()).recommendations;
    };
    expect(await count()).toBe(1);
    await world.act((tools) => recommendComment(tools, { id, reader: 'fan', recommends: 'no', network: 'n1' }));
    expect(await count()).toBe(0);
    await world.act((tools) => recommendComment(tools, { id, reader: 'fan', recommends: 'yes', network: 'n1' }));
    expect(await count()).toBe(1);
  });
  it('of a farm of accounts in one network count like those of a family', async () => {
    const id = ids[11]!;
    for (let i = 0; i < 12; i++) {
      await world.reader(`farm${i}`);
      await world.act((tools) => recommendComment(tools, { id, reader: `farm${i}`, recommends: 'yes', network: 'farm' }));
    }
    expect(await world.act((tools) => countRecommendations(tools.db))).toEqual([story]);
    expect((await world.house.db.selectFrom('comments').select('recommendations').where('id', '=', id).executeTakeFirstOrThrow()).recommendations).toBe(5);
    expect(await world.act((tools) => countRecommendations(tools.db))).toEqual([]);
  });
  it('of a farm that presses in the same moment too', async () => {
    const id = ids[13]!;
    for (let i = 0; i < 12; i++) await world.reader(`farm${i}`);
    await Promise.all(Array.from({ length: 12 }, (_, i) => world.act((tools) => recommendComment(tools, { id, reader: `farm${i}`, recommends: 'yes', network: 'farm' }))));
    expect(await world.house.db.selectFrom('comment_recommendations').select('reader_id').where('comment_id', '=', id).where('counts', '=', true).execute()).toHaveLength(5);
  });
  it('of such a farm count no more for being taken back and given again in turns', async () => {
    const id = ids[11]!;
    for (const recommends of ['no', 'yes'] as const) {
      for (let i = 0; i < 5; i++) await world.act((tools) => recommendComment(tools, { id, reader: `farm${i}`, recommends, network: 'farm' }));
      if (recommends === 'yes') break;
      for (let i = 12; i < 17; i++) {
        await world.reader(`farm${i}`);
        await world.act((tools) => recommendComment(tools, { id, reader: `farm${i}`, recommends: 'yes', network: 'farm' }));
      }
    }
    await world.act((tools) => countRecommendations(tools.db));
    expect((await world.house.db.selectFrom('comments').select('recommendations').where('id', '=', id).executeTakeFirstOrThrow()).recommendations).toBe(5);
  });
  it('end with the discussion', async () => {
    world.clock.pass(24 * 3_600_000);
    expect(await world.act((tools) => recommendComment(tools, { id: ids[12]!, reader: 'fan', recommends: 'yes', network: null }))).toEqual({ refused: 'closed' });
  });
});
