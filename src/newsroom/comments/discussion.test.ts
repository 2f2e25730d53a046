/** Writing and deciding against a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilWaiting } from '../../../test/locks.ts';
import { isRefused } from '../../platform/result.ts';
import { withdrawStory } from '../stories/stories.ts';
import { approveComment, decideMany, markAs, refuseComment, undoDecision } from './deciding.ts';
import type { Decided } from './deciding.ts';
import { decisionsAbout, readComment } from './deciding-store.ts';
import { deleteComment, editComment } from './own.ts';
import { commentsThemselves, PostBox } from './post-box.ts';
import { postComments } from './posting.ts';
import type { Discussion } from './testing.ts';
import { jonas, mara, openDiscussion } from './testing.ts';
import { lockThread } from './settings-store.ts';

let world: Discussion;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

const hours = (count: number) => count * 3_600_000;
const state = async (id: string) => (await readComment(world.house.db, id))?.state;
const approve = (id: string, by = mara) => world.house.act(by, (tools) => approveComment(tools, { id, seen: 'pending' }));
const refuse = (id: string, by = mara) => world.house.act(by, (tools) => refuseComment(tools, { id, seen: 'pending', reason: 'insult', words: 'Bitte ohne «Trottel».' }));
const thread = async (story: string) => world.house.db.selectFrom('comment_threads').selectAll().where('story_id', '=', story).executeTakeFirst();

describe('writing', () => {
  it('keeps a comment for a moderator, and tells the desk', async () => {
    const story = await world.story();
    const before = world.announced.length;
    const posted = await world.post(story, 'zoë', '  Ich wohne\r\nam See.  ');
    expect(posted).toEqual({ id: expect.any(String), state: 'pending', again: false });
    expect(await readComment(world.house.db, (posted as { id: string }).id)).toMatchObject({ text: 'Ich wohne\nam See.', name: 'Zoë Müller', reader: 'zoë', language: 'de', findings: ['first-comment'] });
    expect(world.announced.slice(before)).toEqual([{ event: 'comment.posted', facts: { story, waiting: 1, approved: 0 } }]);
  });
  it('counts the same words at the same place once, however often they come', async () => {
    const story = await world.story();
    const first = await world.kept(story, 'zoë', 'Zweimal gedrückt.');
    expect(await world.post(story, 'zoë', 'Zweimal  gedrückt. ')).toEqual({ id: first, state: 'pending', again: true });
    await approve(first);
    expect(await world.post(story, 'zoë', 'Zweimal gedrückt.')).toEqual({ id: first, state: 'approved', again: true });
    expect(await world.kept(story, 'beat', 'Zweimal gedrückt.')).not.toBe(first);
    expect(await world.kept(await world.story(), 'zoë', 'Zweimal gedrückt.')).not.toBe(first);
  });
  it('counts it once when two processes keep it in the same moment', async () => {
    const story = await world.story();
    await world.reader('gleich');
    const order = { story, answers: null, writer: { id: 'gleich', name: 'Zoë' }, text: 'Gleichzeitig.', hiddenField: '', openFor: null, proof: 'not-asked', network: null, at: world.clock.now() } as const;
    const answers = await Promise.all([1, 2, 3].map(() => world.house.act(commentsThemselves, (tools) => postComments(tools, [order]))));
    const posted = answers.flat().map((one) => (isRefused(one) ? one.refused : one));
    expect(new Set(posted.map((one) => (typeof one === 'string' ? one : one.id))).size).toBe(1);
    expect(posted.filter((one) => typeof one !== 'string' && !one.again)).toHaveLength(1);
  });
  it('closes to the second, and an update does not open it again', async () => {
    const story = await world.story();
    const closes = new Date(world.clock.now().getTime() + hours(24));
    expect(await world.post(story, 'zoë', 'Gerade noch.', { at: new Date(closes.getTime() - 1) })).toMatchObject({ state: 'pending' });
    expect(await world.post(story, 'beat', 'Zu spät.', { at: closes })).toMatchObject({ refused: 'closed', detail: { because: 'time', at: closes } });
  });
  it('ends with the story: nothing is written below what readers do not see', async () => {
    const story = await world.story();
    await world.act((tools) => withdrawStory(tools, { id: story, reason: 'Irrtum' } as never));
    expect(await world.post(story, 'zoë', 'Wo ist er?')).toEqual({ refused: 'story-gone' });
    expect(await world.post('23456789', 'zoë', 'Wo ist er?')).toEqual({ refused: 'story-gone' });
  });
  it('puts answers two levels deep, whoever is answered', async () => {
    const story = await world.story();
    const root = await world.kept(story, 'zoë', 'Erster Gedanke.');
    expect(await world.post(story, 'beat', 'Antwort.', { answers: root })).toEqual({ refused: 'answered-gone' });
    await approve(root);
    const reply = await world.kept(story, 'beat', 'Antwort.', { answers: root });
    await approve(reply);
    const second = await world.kept(story, 'zoë', 'Antwort auf die Antwort.', { answers: reply });
    expect(await readComment(world.house.db, second)).toMatchObject({ parent: root, answers: reply });
    expect(await world.post(await world.story(), 'beat', 'Anderswo.', { answers: root })).toEqual({ refused: 'answered-gone' });
  });
  it('looks first at words of the newsroom’s list, by their stem and however they are written', async () => {
    const story = await world.story();
    await world.house.db.insertInto('comment_words').values({ id: 'w1', language: 'de', word: 'Trottel', stems: 'trottel', added_at: world.clock.now(), added_by: 'mara' } as never).execute();
    for (const text of ['So ein Trottel!', 'Alles Trotteln.', 'Du Тrоttel']) expect((await readComment(world.house.db, await world.kept(story, `leser-${text.length}`, text)))?.findings, text).toContain('listed-word');
    expect((await readComment(world.house.db, await world.kept(story, 'sanft', 'Ein schöner Text.')))?.findings).not.toContain('listed-word');
    await world.house.db.deleteFrom('comment_words').execute();
  });
  it('looks first at what comes again, or is nearly what was refused', async () => {
    const story = await world.story();
    const text = 'Die Stadt gibt schon wieder Millionen für ein Projekt aus, das niemand braucht und das am Ende doch scheitert.';
    await refuse(await world.kept(story, 'beat', text));
    const again = await world.kept(story, 'rosa', text.replace('niemand', 'keiner wirklich'));
    expect((await readComment(world.house.db, again))?.findings).toContain('like-refused');
    expect((await readComment(world.house.db, await world.kept(story, 'theo', text)))?.findings).toEqual(expect.arrayContaining(['like-refused', 'sent-before']));
  });
});

describe('the post box', () => {
  it('keeps many at once, answers each, and one that no sentence takes takes no other with it', async () => {
    const story = await world.story();
    const box = new PostBox(world.house);
    const order = (reader: string, text: string) => ({ story, answers: null, writer: { id: reader, name: reader }, text, hiddenField: '', openFor: null, proof: 'not-asked' as const, network: null, at: world.clock.now() });
    for (const id of [...Array.from({ length: 150 }, (_, i) => `r${i}`), 'x', 'spät']) await world.reader(id);
    const many = Array.from({ length: 150 }, (_, i) => box.post(order(`r${i}`, `Meinung ${i}`)));
    const poisoned = box.post({ ...order('x', 'Gift'), story: `${story}\0` });
    const closed = box.post({ ...order('spät', 'Zu spät'), at: new Date(world.clock.now().getTime() + hours(25)) });
    expect(new Set((await Promise.all(many)).map((one) => (isRefused(one) ? one.refused : one.id))).size).toBe(150);
    await expect(poisoned).rejects.toThrow();
    expect(await closed).toMatchObject({ refused: 'closed' });
    expect(await world.house.db.selectFrom('comments').select('id').where('story_id', '=', story).execute()).toHaveLength(150);
  });
  it('takes one writer’s posts one after the other', async () => {
    const story = await world.story();
    await world.reader('eilig');
    const box = new PostBox(world.house);
    const order = (text: string) => ({ story, answers: null, writer: { id: 'eilig', name: 'Eilig' }, text, hiddenField: '', openFor: null, proof: 'not-asked' as const, network: null, at: world.clock.now() });
    const answers = await Promise.all([box.post(order('Eins')), box.post(order('Zwei')), box.post(order('Eins'))]);
    expect(answers).toMatchObject([{ again: false }, { refused: 'too-soon' }, { again: true }]);
  });
});

describe('deciding', () => {
  it('puts a comment before readers: number, page, history', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'zoë', 'Schöner Text.');
    const before = world.announced.length;
    const decided = (await approve(id)) as Decided;
    expect(decided).toMatchObject({ comment: id, story, state: 'approved' });
    expect((await thread(story))?.approved).toBe(1);
    expect(world.announced.slice(before)).toEqual([{ event: 'comment.approved', facts: { id, story, by: 'mara' }, tags: [`comments:${story}`] }]);
    expect(await decisionsAbout(world.house.db, id)).toMatchObject([{ name: 'approve', byId: 'mara', byName: 'Mara Gantenbein', from: 'pending', to: 'approved', after: 'queue' }]);
  });
  it('keeps who refused, why, after what', async () => {
    const id = await world.kept(await world.story(), 'zoë', 'So ein Trottel.');
    await refuse(id);
    expect(await decisionsAbout(world.house.db, id)).toMatchObject([{ name: 'refuse', reason: 'insult', words: 'Bitte ohne «Trottel».', from: 'pending', to: 'refused' }]);
    expect(await world.house.act(mara, (tools) => refuseComment(tools, { id, seen: 'refused', reason: 'other' }))).toEqual({ refused: 'reason-missing' });
  });
  it('is never overwritten: neither twice by one nor by two at once', async () => {
    const id = await world.kept(await world.story(), 'zoë', 'Zwei lesen dasselbe.');
    const answers = await Promise.all([approve(id, mara), refuse(id, jonas), approve(id, jonas)]);
    expect(answers.filter((one) => !isRefused(one))).toHaveLength(1);
    expect(answers.filter((one) => isRefused(one)).map((one) => (one as { refused: string }).refused)).toEqual(['decided-meanwhile', 'decided-meanwhile']);
    expect(await decisionsAbout(world.house.db, id)).toHaveLength(1);
  });
  it('can be taken back for ten seconds, by whoever made it, and the history keeps both', async () => {
    const story = await world.story();
    const id = await world.kept(story, 'zoë', 'Daneben gedrückt.');
    const { decision } = (await approve(id)) as Decided;
    expect(await world.house.act(jonas, (tools) => undoDecision(tools, { comment: id, decision }))).toMatchObject({ refused: 'too-late-to-undo' });
    expect(await world.house.act(mara, (tools) => undoDecision(tools, { comment: id, decision }))).toMatchObject({ state: 'pending' });
    expect(await world.house.act(mara, (tools) => undoDecision(tools, { comment: id, decision }))).toMatchObject({ refused: 'too-late-to-undo' });
    expect([await state(id), (await thread(story))?.approved]).toEqual(['pending', 0]);
    expect((await decisionsAbout(world.house.db, id)).map(({ name }) => name)).toEqual(['undo', 'approve']);
    const again = (await approve(id)) as Decided;
    world.clock.pass(10_001);
    expect(await world.house.act(mara, (tools) => undoDecision(tools, { comment: id, decision: again.decision }))).toMatchObject({ refused: 'too-late-to-undo' });
  });
  it('takes many at once, and names what others decided meanwhile', async () => {
    const story = await world.story();
    const ids = [await world.kept(story, 'a1', 'Eins.'), await world.kept(story, 'a2', 'Zwei.'), await world.kept(story, 'a3', 'Drei.')];
    await refuse(ids[1]!, jonas);
    const answer = await world.house.act(mara, (tools) => decideMany(tools, ids.map((id) => ({ id, seen: 'pending' as const })), approveComment));
    expect(answer.decided).toHaveLength(2);
    expect(answer.refused).toEqual([{ id: ids[1], name: 'decided-meanwhile' }]);
    expect((await thread(story))?.approved).toBe(2);
  });
  it('can never be rewritten', async () => {
    await expect(world.house.db.updateTable('comment_decisions').set({ by_name: 'Niemand' }).execute()).rejects.toThrow(/never rewritten/u);
  });
  it('sets three comments of a discussion first, and as many as it likes apart', async () => {
    const story = await world.story();
    const ids: string[] = [];
    for (const reader of ['p1', 'p2', 'p3', 'p4']) ids.push(await world.kept(story, reader, `Von ${reader}.`));
    expect(await world.house.act(mara, (tools) => markAs(tools, { id: ids[0]!, name: 'pin' }))).toMatchObject({ refused: 'not-decidable' });
    for (const id of ids) await approve(id);
    for (const id of ids.slice(0, 3)) expect(await world.house.act(mara, (tools) => markAs(tools, { id, name: 'pin' }))).toMatchObject({ comment: id });
    expect(await world.house.act(mara, (tools) => markAs(tools, { id: ids[3]!, name: 'pin' }))).toMatchObject({ refused: 'too-many-pinned' });
    expect(await world.house.act(mara, (tools) => markAs(tools, { id: ids[3]!, name: 'choose' }))).toMatchObject({ comment: ids[3] });
  });
});

describe('one’s own comment', () => {
  it('can be changed for five minutes while it waits, by nobody else', async () => {
    const id = await world.kept(await world.story(), 'zoë', 'Mit Tipfehler.');
    expect(await world.act((tools) => editComment(tools, { id, reader: 'beat', text: 'Fremd.' }))).toEqual({ refused: 'comment-unknown' });
    expect(await world.act((tools) => editComment(tools, { id, reader: 'zoë', text: 'Ohne Tippfehler, www.example.org' }))).toMatchObject({ text: 'Ohne Tippfehler, www.example.org' });
    expect((await readComment(world.house.db, id))?.findings).toContain('links');
    world.clock.pass(5 * 60_000);
    expect(await world.act((tools) => editComment(tools, { id, reader: 'zoë', text: 'Zu spät.' }))).toEqual({ refused: 'too-late-to-edit' });
  });
  it('goes with its words when it is taken back; the thread below stays', async () => {
    const story = await world.story();
    const root = await world.kept(story, 'zoë', 'Das nehme ich zurück.');
    await approve(root);
    const reply = await world.kept(story, 'beat', 'Schade.', { answers: root });
    await approve(reply);
    expect(await world.act((tools) => deleteComment(tools, { id: root, reader: 'beat' }))).toEqual({ refused: 'comment-unknown' });
    expect(await world.act((tools) => deleteComment(tools, { id: root, reader: 'zoë' }))).toMatchObject({ state: 'deleted' });
    const row = await world.house.db.selectFrom('comments').selectAll().where('id', '=', root).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ text: '', shown: true, once_key: null, replies: 1 });
    expect((await thread(story))?.approved).toBe(1);
    expect(await world.kept(story, 'zoë', 'Das nehme ich zurück.')).not.toBe(root);
  });
});

describe('deciding several while a colleague decides one of them', () => {
  it('waits, and leaves what the other has decided', async () => {
    const story = await world.story();
    const ids = [await world.kept(story, 'uwe', 'Eins von zweien.'), await world.kept(story, 'vera', 'Zwei von zweien.')].toSorted();
    const gate = Promise.withResolvers<void>();
    const held = Promise.withResolvers<void>();
    const holding = world.act(async (tools) => {
      await lockThread(tools.db, story, tools.now);
      held.resolve();
      await gate.promise;
    });
    await held.promise;
    const many = world.house.act(mara, (tools) => decideMany(tools, ids.map((id) => ({ id, seen: 'pending' as const })), approveComment));
    await untilWaiting(world, 1);
    const one = approve(ids[1]!, jonas);
    await untilWaiting(world, 2);
    gate.resolve();
    await holding;
    expect((await many).decided.map(({ comment }) => comment)).toEqual(ids);
    expect(await one).toMatchObject({ refused: 'decided-meanwhile' });
  });
});

describe('a comment that its writer changes while a moderator reads it', () => {
  it('is not let out in words that nobody has read', async () => {
    const id = await world.kept(await world.story(), 'wanda', 'Ein freundlicher Satz.');
    await world.act((tools) => editComment(tools, { id, reader: 'wanda', text: 'Ein ganz anderer Satz.' }));
    const decide = (edited: string | null) => world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending', edited }));
    expect(await decide(null)).toEqual({ refused: 'edited-meanwhile' });
    expect(await state(id)).toBe('pending');
    expect(await decide((await readComment(world.house.db, id))!.editedAt!.toISOString())).toMatchObject({ state: 'approved' });
  });
});
