/** What moderators read and hold, and what they do about those who write; on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRefused } from '../../../platform/result.ts';
import { approveComment, refuseComment } from '../deciding.ts';
import type { Discussion } from '../testing.ts';
import { jonas, mara, openDiscussion } from '../testing.ts';
import { freeComment, holdComment } from './holds.ts';
import { heldFor } from './rules.ts';
import type { QueueWish } from './queue-store.ts';
import { readNumbers, selectAbove, selectQueue } from './queue-store.ts';
import { banCommenter, liftCommenter, suspendCommenter, trustCommenter, warnCommenter } from './standing.ts';
import { countByState, readStanding, selectMarks, selectWritten } from './standing-store.ts';
import { listWord, unlistWord } from './words.ts';
import { selectWords } from './words-store.ts';

let world: Discussion;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

const wish: QueueWish = { state: 'pending', order: 'oldest', limit: 50 };
const queue = async (part: Partial<QueueWish>) => (await selectQueue(world.house.db, { ...wish, ...part }, world.clock.now())).map(({ id }) => id);
const hold = (id: string, by = mara) => world.house.act(by, (tools) => holdComment(tools, id));
const approve = (id: string, by = mara) => world.house.act(by, (tools) => approveComment(tools, { id, seen: 'pending' }));
const refuse = (id: string) => world.house.act(mara, (tools) => refuseComment(tools, { id, seen: 'pending', reason: 'insult' }));

describe('The queue', () => {
  it('gives what waits longest first, and goes on where a page ended', async () => {
    const story = await world.story();
    const ids = [await world.kept(story, 'anouk', 'Eins.'), await world.kept(story, 'beat', 'Zwei.'), await world.kept(story, 'zoë', 'Drei.')];
    expect(await queue({ story })).toEqual(ids);
    expect(await queue({ story, limit: 2 })).toEqual(ids.slice(0, 2));
    expect(await queue({ story, after: ids[1]! })).toEqual(ids.slice(2));
    expect(await queue({ story, order: 'newest' })).toEqual(ids.toReversed());
    expect(await queue({ story, order: 'newest', after: ids[1]! })).toEqual([ids[0]]);
  });
  it('is narrowed by section, finding, writer and words, whose signs mean themselves', async () => {
    const story = await world.story();
    const plain = await world.kept(story, 'clio', 'Das stimmt zu 100%.');
    const loud = await world.kept(story, 'dario', 'UNGLAUBLICH WAS HIER WIEDER PASSIERT');
    expect(await queue({ story, finding: 'capitals' })).toEqual([loud]);
    expect(await queue({ story, reader: 'clio' })).toEqual([plain]);
    expect(await queue({ story, words: '100%' })).toEqual([plain]);
    expect(await queue({ story, words: '1%0' })).toEqual([]);
    expect(await queue({ story, words: 'dario m' })).toEqual([loud]);
    expect(await queue({ story, section: 'zuerich' })).toEqual([plain, loud]);
    expect(await queue({ story, section: 'zuer' })).toEqual([]);
  });
  it('shows above an answer the first of its thread and what came before, without what was refused', async () => {
    const story = await world.story();
    const first = await world.kept(story, 'emil', 'Der Anfang.');
    await approve(first);
    const rude = await world.kept(story, 'fritz', 'Unsinn!', { answers: first });
    const kind = await world.kept(story, 'gül', 'Danke dafür.', { answers: first });
    const last = await world.kept(story, 'hana', 'Ganz meine Meinung.', { answers: first });
    await refuse(rude);
    expect((await selectAbove(world.house.db, { id: last, parent: first }, world.clock.now())).map(({ id }) => id)).toEqual([first, kind]);
    expect(await selectAbove(world.house.db, { id: first, parent: null }, world.clock.now())).toEqual([]);
  });
  it('counts the last hour, and not what was taken back', async () => {
    const before = await readNumbers(world.house.db, mara.id, world.clock.now());
    const id = await world.kept(await world.story(), 'ines', 'Noch eins.', { network: 'aa' });
    expect(await readNumbers(world.house.db, mara.id, world.clock.now())).toMatchObject({ waiting: before.waiting + 1, arrivedInHour: before.arrivedInHour + 1 });
    world.clock.pass(30_000);
    await approve(id);
    expect(await readNumbers(world.house.db, mara.id, world.clock.now())).toMatchObject({ waiting: before.waiting, decidedInHour: before.decidedInHour + 1, byMeInHour: before.byMeInHour + 1 });
    expect((await readNumbers(world.house.db, jonas.id, world.clock.now())).byMeInHour).toBe(before.decidedInHour - before.byMeInHour);
    world.clock.pass(3_601_000);
    expect(await readNumbers(world.house.db, mara.id, world.clock.now())).toMatchObject({ decidedInHour: 0, arrivedInHour: 0, medianWait: null });
  });
});

describe('Holding a comment', () => {
  it('keeps a colleague from beginning with it, until one goes on or a minute is over', async () => {
    const id = await world.kept(await world.story(), 'jana', 'Wer liest mich?');
    expect(await hold(id)).toMatchObject({ until: expect.any(Date) });
    expect(await hold(id, jonas)).toEqual({ refused: 'held-by-other', detail: { name: mara.name } });
    await world.house.act(jonas, (tools) => freeComment(tools, id));
    expect(isRefused(await hold(id, jonas))).toBe(true);
    await world.house.act(mara, (tools) => freeComment(tools, id));
    expect(isRefused(await hold(id, jonas))).toBe(false);
    world.clock.pass(heldFor);
    expect(isRefused(await hold(id))).toBe(false);
  });
  it('lasts no longer where the clock was set back', async () => {
    const id = await world.kept(await world.story(), 'zoë', 'Die Uhr ging vor.');
    const take = (by: typeof mara) => world.house.act(by, (tools) => holdComment(tools, id));
    await take(mara);
    world.clock.pass(-24 * 3_600_000);
    expect(await take(jonas)).toMatchObject({ until: expect.any(Date) });
    expect(await take(mara)).toMatchObject({ refused: 'held-by-other' });
    world.clock.pass(24 * 3_600_000);
  });
  it('is said to the desk once, not with each renewal', async () => {
    const id = await world.kept(await world.story(), 'kim', 'Und mich?');
    const before = world.announced.length;
    await hold(id);
    await hold(id);
    expect(world.announced.slice(before)).toEqual([{ event: 'comment.held', facts: { id, by: mara.id } }]);
  });
  it('is one moderator’s, however many reach for it in the same moment', async () => {
    const id = await world.kept(await world.story(), 'lou', 'Alle zugleich.');
    const answers = await Promise.all([mara, jonas, { ...mara, id: 'pia', name: 'Pia' }, { ...mara, id: 'tim', name: 'Tim' }].map((by) => hold(id, by)));
    expect(answers.filter((answer) => !isRefused(answer))).toHaveLength(1);
  });
  it('is refused where it waits no more', async () => {
    const id = await world.kept(await world.story(), 'mia', 'Schon entschieden.');
    await approve(id);
    expect(await hold(id)).toEqual({ refused: 'decided-meanwhile' });
  });
  it('leaves nothing behind', async () => {
    const story = await world.story();
    await hold(await world.kept(story, 'nora', 'Vergessen.'));
    world.clock.pass(heldFor + 1);
    const next = await world.kept(story, 'nora', 'Und weiter.');
    await hold(next);
    expect(await world.house.db.selectFrom('comment_holds').select('comment_id').execute()).toEqual([{ comment_id: next }]);
  });
});

describe('Somebody who writes', () => {
  const about = (reader: string, words = 'Wegen des Tons.') => ({ reader, words, comment: null });

  it('who is suspended cannot write, and can when it is over', async () => {
    const story = await world.story();
    await world.reader('otto');
    await world.house.act(mara, (tools) => suspendCommenter(tools, { ...about('otto'), days: 7 }));
    expect(await world.post(story, 'otto', 'Lasst mich!')).toMatchObject({ refused: 'suspended' });
    world.clock.pass(7 * 86_400_000);
    expect(await world.post(await world.story(), 'otto', 'Ich bin wieder da.')).toMatchObject({ state: 'pending' });
  });
  it('who is banned cannot write until it is lifted', async () => {
    const story = await world.story();
    await world.reader('paul');
    await world.house.act(mara, (tools) => banCommenter(tools, about('paul')));
    expect(await world.house.act(mara, (tools) => banCommenter(tools, about('paul')))).toEqual({ refused: 'banned-already' });
    expect(await world.post(story, 'paul', 'Unerhört!')).toEqual({ refused: 'banned' });
    expect(await world.house.act(mara, (tools) => liftCommenter(tools, about('paul', '')))).toMatchObject({ refused: 'not-allowed' });
    expect(await world.post(story, 'paul', 'Noch immer!')).toEqual({ refused: 'banned' });
    await world.house.act({ ...jonas, role: 'editor' }, (tools) => liftCommenter(tools, about('paul', '')));
    expect(await world.post(story, 'paul', 'Danke.')).toMatchObject({ state: 'pending' });
    expect(await world.house.act(mara, (tools) => liftCommenter(tools, about('paul', '')))).toEqual({ refused: 'nothing-to-lift' });
  });
  it('who is trusted is published at once', async () => {
    const story = await world.story();
    await approve(await world.kept(story, 'quirin', 'Mein erster.'));
    await world.house.act(mara, (tools) => trustCommenter(tools, { ...about('quirin', ''), trust: 'trusted' }));
    expect(await world.post(story, 'quirin', 'Mein zweiter.')).toMatchObject({ state: 'approved' });
  });
  it('is warned in words, and looked at first from then on', async () => {
    await world.reader('rosa');
    expect(await world.house.act(mara, (tools) => warnCommenter(tools, about('rosa', '')))).toEqual({ refused: 'words-missing' });
    await world.house.act(mara, (tools) => warnCommenter(tools, about('rosa')));
    const story = await world.story();
    const id = await world.kept(story, 'rosa', 'Jetzt höflich.');
    expect(await queue({ story, finding: 'warned' })).toEqual([id]);
  });
  it('leaves a history: what was done, by whom, and what was written', async () => {
    const story = await world.story('Seegfrörni');
    const first = await world.kept(story, 'selma', 'Erster.');
    const second = await world.kept(story, 'selma', 'Zweiter.');
    await refuse(first);
    await world.house.act(mara, (tools) => suspendCommenter(tools, { ...about('selma'), days: 2, comment: first }));
    expect(await selectMarks(world.house.db, 'selma')).toMatchObject([{ kind: 'suspension', byName: mara.name, words: 'Wegen des Tons.', comment: first, until: expect.any(Date) }]);
    expect(await countByState(world.house.db, 'selma')).toEqual({ pending: 1, approved: 0, refused: 1, deleted: 0 });
    expect(await selectWritten(world.house.db, { reader: 'selma', except: second, limit: 5 })).toMatchObject([{ id: first, state: 'refused', reason: 'insult', headline: 'Seegfrörni' }]);
    expect(await readStanding(world.house.db, 'selma')).toMatchObject({ trust: 'usual', bannedAt: null });
  });
});

describe('The word lists', () => {
  const add = (word: string, language: 'de' | 'fr' = 'de') => world.house.act(mara, (tools) => listWord(tools, { language, word }));

  it('take a word once, find its forms, and let it go again', async () => {
    const added = await add('Lügner');
    if (isRefused(added)) throw new Error(added.refused);
    expect(await add('lügner')).toEqual({ refused: 'word-listed' });
    const story = await world.story();
    const id = await world.kept(story, 'tarek', 'Das sind doch alles Lügnern!');
    expect(await queue({ story, finding: 'listed-word' })).toEqual([id]);
    expect(await world.house.act(mara, (tools) => unlistWord(tools, added.id))).toBeNull();
    expect(await selectWords(world.house.db, 'de')).toEqual([]);
    expect(await world.house.act(mara, (tools) => unlistWord(tools, added.id))).toEqual({ refused: 'no-such-word' });
  });
  it('refuse what would find nothing', async () => {
    expect(await add('und')).toEqual({ refused: 'word-empty' });
    expect(await add('la', 'fr')).toEqual({ refused: 'word-empty' });
  });
});
