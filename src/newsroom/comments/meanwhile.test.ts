/** What happens between writing and deciding: a story goes or moves, a writer goes, somebody joins the newsroom, a clock jumps. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { makeAuthor } from '../authors/authors.ts';
import { makeSection } from '../sections/sections.ts';
import { withdrawStory } from '../stories/stories.ts';
import { answerAsNewsroom } from './answering.ts';
import { approveComment, refuseComment } from './deciding.ts';
import type { Decided } from './deciding.ts';
import { decisionsAbout, readComment } from './deciding-store.ts';
import { takeAwayWriter } from './leaving.ts';
import { recommendComment } from './own.ts';
import { discussionPage } from './reading.ts';
import { readStatement } from './reporting/statement-store.ts';
import { beginRound } from './rounds-store.ts';
import { tellOfDecision } from './telling.ts';
import type { Discussion } from './testing.ts';
import { jonas, mara, openDiscussion } from './testing.ts';

let world: Discussion;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

const hours = (count: number) => count * 3_600_000;
const approve = (id: string, by = mara) => world.house.act(by, (tools) => approveComment(tools, { id, seen: 'pending' }));
const withdraw = (id: string) => world.act((tools) => withdrawStory(tools, { id, reason: 'Irrtum' } as never));
const shown = async (story: string) => {
  const page = await discussionPage(world.house.db, { story, query: {} });
  return page === null || page === 'elsewhere' ? [] : page.threads.flatMap(({ first, replies }) => [first, ...replies]);
};

describe('a story that is withdrawn meanwhile', () => {
  it('takes no word any more: of readers, of the newsroom, no recommendation', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'zoë', 'Stand schon da.');
    await approve(id);
    await withdraw(story);
    expect(await world.post(story, 'beat', 'Wo ist er?', { answers: id })).toEqual({ refused: 'story-gone' });
    expect(await world.house.act(mara, (tools) => answerAsNewsroom(tools, { story, answers: id, text: 'Hier.' }))).toEqual({ refused: 'story-gone' });
    await world.reader('fan');
    expect(await world.act((tools) => recommendComment(tools, { id, reader: 'fan', recommends: 'yes', network: null }))).toEqual({ refused: 'comment-unknown' });
    expect(await shown(story)).toEqual([]);
  });
  it('leaves what waits to be decided; why it was refused is stated, that it appeared is not', async () => {
    const story = await world.story();
    const [good, bad] = [await world.kept(story, 'zoë', 'Wartet noch.'), await world.kept(story, 'beat', 'So ein Trottel.')];
    await withdraw(story);
    const decisions = [await approve(good), await world.house.act(mara, (tools) => refuseComment(tools, { id: bad, seen: 'pending', reason: 'insult' }))] as Decided[];
    const before = (await world.house.db.selectFrom('mails').select('id').execute()).length;
    for (const { decision, comment } of decisions) await world.act((tools) => tellOfDecision(world.house, tools, { decision, comment }));
    const mails = await world.house.db.selectFrom('mails').select(['recipient', 'subject']).execute();
    expect(mails.slice(before)).toEqual([{ recipient: 'beat@leser.example', subject: 'Ihr Kommentar erscheint nicht' }]);
    expect(await readStatement(world.house.db, bad)).toMatchObject({ reason: 'insult' });
  });
});

describe('the newsroom’s answer', () => {
  const answer = (story: string, by: Partial<Actor>) => world.house.act({ ...mara, ...by }, (tools) => answerAsNewsroom(tools, { story, answers: null, text: `Gern, ${by.role}.` }));
  it('stands below any story by whoever moderates or decides, and by whoever writes below what is theirs', async () => {
    const story = await world.story();
    for (const role of ['moderator', 'editor', 'publisher', 'administrator']) expect(isRefused(await answer(story, { role })), role).toBe(false);
    for (const role of ['freelancer', 'reporter']) {
      expect(await answer(story, { id: 'vera', role })).toEqual({ refused: 'not-your-story' });
      expect(await answer(story, { kind: 'token', id: 'schlüssel', role })).toEqual({ refused: 'not-your-story' });
    }
    await world.house.db.updateTable('stories').set({ assigned: ['vera'] }).where('id', '=', story).execute();
    expect(isRefused(await answer(story, { id: 'vera', role: 'freelancer' }))).toBe(false);
    await world.house.db.updateTable('stories').set({ assigned: [], created_by: 'beni' }).where('id', '=', story).execute();
    expect(isRefused(await answer(story, { id: 'beni', role: 'reporter' }))).toBe(false);
    expect(await answer(story, { id: 'vera', role: 'freelancer' })).toEqual({ refused: 'not-your-story' });
  });
  it('stands below a story with their byline', async () => {
    const story = await world.story();
    await world.house.db.insertInto('staff').values({ id: 'aylin', name: 'Aylin Öztürk', email: 'aylin@example.org', role: 'freelancer', language: 'de', may_sign_in: true, invited_at: world.clock.now() } as never).execute();
    const author = await world.act((tools) => makeAuthor(tools, { name: 'Aylin Öztürk', about: '', portrait: null, staff: 'aylin' }));
    if (isRefused(author)) throw new Error(author.refused);
    await sql`update stories set working = jsonb_set(working, '{authors}', ${JSON.stringify([author.id])}::jsonb) where id = ${story}`.execute(world.house.db);
    expect(isRefused(await answer(story, { id: 'aylin', role: 'freelancer' }))).toBe(false);
  });
  it('is refused over the API in words', async () => {
    const { status, json } = await world.ask('reporter', { method: 'POST', path: `/comments/threads/${await world.story()}/answers`, body: { answers: null, text: 'Gern.' } });
    expect([status, json.name]).toEqual([403, 'not-your-story']);
    expect(json.detail).toContain('wrote');
  });
});

describe('a story that moves meanwhile', () => {
  it('keeps its discussion, under the rules of where it now is', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'zoë', 'Stand schon da.');
    await approve(id);
    const moved = await world.act((tools) => makeSection(tools, { path: 'ruhig', name: 'Ruhig' } as never));
    if (isRefused(moved)) throw new Error(moved.refused);
    expect((await world.ask('publisher', { method: 'PATCH', path: `/comments/settings/${moved.id}`, body: { openness: 'closed' }, headers: { 'if-match': '"0"' } })).status).toBe(200);
    expect(await world.post(story, 'beat', 'Noch offen.', { answers: id })).toMatchObject({ state: 'pending' });
    expect((await world.ask('publisher', { method: 'PATCH', path: `/stories/${story}`, body: { section: 'ruhig' }, headers: { 'if-match': '"1"' } })).status).toBe(200);
    expect((await world.ask('publisher', { method: 'POST', path: `/stories/${story}/publish`, body: {} })).status).toBe(200);
    expect(await world.post(story, 'rosa', 'Nicht mehr offen.')).toMatchObject({ refused: 'closed', detail: { because: 'never-open' } });
    expect((await shown(story)).map(({ id: one }) => one)).toEqual([id]);
    expect((await world.ask('moderator', { path: '/comments/queue?section=ruhig' })).json.items).toMatchObject([{ text: 'Noch offen.', story: { section: 'ruhig' } }]);
  });
});

describe('an account that goes in the middle of a thread', () => {
  it('leaves its words without a name, what answers them, and what waits', async () => {
    const story = await world.story();
    const root = await world.kept(story, 'gehend', 'Das bleibt stehen.');
    await approve(root);
    const reply = await world.kept(story, 'beat', 'Eine Antwort darauf.', { answers: root });
    await approve(reply);
    const waiting = await world.kept(story, 'gehend', 'Wartet noch.', { answers: reply });
    await world.act(async (tools) => {
      await takeAwayWriter(tools, 'gehend');
      await tools.db.deleteFrom('readers').where('id', '=', 'gehend').execute();
    });
    await approve(waiting);
    expect((await shown(story)).map(({ name, text }) => [name, text])).toEqual([['', 'Das bleibt stehen.'], ['Beat Müller', 'Eine Antwort darauf.'], ['', 'Wartet noch.']]);
    expect(await readComment(world.house.db, root)).toMatchObject({ reader: null, name: '' });
    expect(await world.post(story, 'rosa', 'Darauf kann man antworten.', { answers: root })).toMatchObject({ state: 'pending' });
    expect(JSON.stringify(await world.house.db.selectFrom('comments').selectAll().where('story_id', '=', story).execute())).not.toContain('ehend');
  });
});

describe('a name', () => {
  it('that belongs to the newsroom from now on is looked at first, however long its reader has had it', async () => {
    const story = await world.story();
    const before = await world.kept(story, 'ladina', 'Ich heisse schon lange so.');
    expect((await readComment(world.house.db, before))?.findings).not.toContain('house-name');
    await approve(before);
    await world.house.db.insertInto('staff').values({ id: 'neu', name: 'LADINA MÜLLER', email: 'ladina@example.org', role: 'reporter', language: 'de', may_sign_in: true, invited_at: world.clock.now(), joined_at: world.clock.now(), suspended_at: null }).execute();
    const settings = await world.ask('publisher', { method: 'PATCH', path: `/comments/threads/${story}`, body: { mode: 'after' } });
    expect(settings.status).toBe(200);
    const id = await world.kept(story, 'ladina', 'Jetzt heisst auch eine Redaktorin so.');
    expect(await readComment(world.house.db, id)).toMatchObject({ state: 'pending', findings: expect.arrayContaining(['house-name']) });
    const lookalike = await world.kept(story, 'fremd', 'Mit fremden Buchstaben.', { writer: { id: 'fremd', name: 'Lаdina Мüller' } });
    expect((await readComment(world.house.db, lookalike))?.findings).toContain('house-name');
  });
});

describe('a clock that jumps', () => {
  it('back: who wrote in what is now the future may write, decisions stand, and rounds go on', async () => {
    const story = await world.story();
    await world.kept(story, 'zoë', 'Die Uhr geht vor.');
    world.clock.pass(-hours(2));
    const id = await world.kept(story, 'zoë', 'Jetzt geht sie richtig.');
    await approve(id);
    world.clock.pass(-hours(2));
    expect(await approve(id, jonas)).toMatchObject({ refused: 'decided-meanwhile' });
    expect(await decisionsAbout(world.house.db, id)).toHaveLength(1);
    const round = (every: number) => world.act((tools) => beginRound(tools.db, { name: 'sprung', now: tools.now, every }));
    expect([await round(hours(1)), await round(hours(1))]).toEqual([true, false]);
    world.clock.pass(-hours(24));
    expect([await round(hours(1)), await round(hours(1))]).toEqual([true, false]);
    world.clock.pass(hours(28));
  });
  it('ahead: what has closed opens again when it is set right, and nothing was lost', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'zoë', 'Vor dem Sprung.');
    world.clock.pass(hours(25));
    expect(await world.post(story, 'beat', 'Im Sprung.')).toMatchObject({ refused: 'closed' });
    world.clock.pass(-hours(25));
    expect(await world.post(story, 'beat', 'Nach dem Sprung.')).toMatchObject({ state: 'pending' });
    expect(await approve(id)).toMatchObject({ state: 'approved' });
  });
});
