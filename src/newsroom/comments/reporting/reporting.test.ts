/** Reports, statements of reasons, objections and the numbers of a year; on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilWaiting } from '../../../../test/locks.ts';
import type { Actor } from '../../../platform/feature.ts';
import { isRefused } from '../../../platform/result.ts';
import { hashOf } from '../../../platform/text/secret.ts';
import { addToken } from '../../staff/keeping.ts';
import { approveComment, refuseComment } from '../deciding.ts';
import { lockComment, readComment } from '../deciding-store.ts';
import { giveOwn } from '../leaving.ts';
import type { Discussion } from '../testing.ts';
import { jonas, mara, openDiscussion } from '../testing.ts';
import { readReportByReceipt, selectReports } from './report-store.ts';
import type { Reporting, ReportVerdict } from './reporting.ts';
import { decideReport, reportComment } from './reporting.ts';
import { answersPerAddress, mayObject, mayReport, objectionWithin, reportsPerNetwork } from './rules.ts';
import { readStatement, selectObjections } from './statement-store.ts';
import { answerObjection, objectTo, stateReasons } from './statements.ts';
import { reportCsv, reportLines, yearAsked, yearBounds, yearsShown } from './transparency.ts';
import { readTransparency } from './transparency-store.ts';

let world: Discussion;
beforeAll(async () => { world = await openDiscussion(); });
afterAll(() => world.close());

async function publicComment(text: string): Promise<string> {
  const id = await world.kept(await world.story(), 'zoë', text);
  await world.house.act(mara, (tools) => approveComment(tools, { id, seen: 'pending' }));
  return id;
}
const report = (comment: string, more: Partial<Reporting> = {}) => world.act((tools) => reportComment(world.house, tools, { comment, grounds: 'rules', law: '', words: 'Das ist beleidigend.', name: '', email: '', goodFaith: false, language: 'de', network: null, ...more }));
const open = async (comment: string) => (await selectReports(world.house.db, { open: true, after: undefined, limit: 100 })).filter((one) => one.comment === comment);
const decide = (id: string, verdict: Partial<ReportVerdict>) => world.house.act(mara, (tools) => decideReport(tools, { id, remove: false, answer: '', ...verdict }));
const mailsTo = async (recipient: string) => world.house.db.selectFrom('mails').select(['subject', 'body_text']).where('recipient', '=', recipient).orderBy('id').execute();

describe('A report', () => {
  it('gets a number, and a mail where there is an address', async () => {
    const comment = await publicComment('Ein Satz über Müllers Velo.');
    const made = await report(comment, { email: 'gül@example.org', name: 'Gül\u202e' });
    if (isRefused(made)) throw new Error(made.refused);
    const [line] = await open(comment);
    expect(line).toMatchObject({ number: made.number, name: 'Gül', words: 'Das ist beleidigend.', together: 1 });
    expect((await mailsTo('gül@example.org')).map(({ subject }) => subject)).toEqual([`Ihre Meldung M-${made.number}`]);
  });
  it('sent twice is one', async () => {
    const comment = await publicComment('Doppelt gemeldet.');
    const [first, second] = [await report(comment), await report(comment)];
    expect(second).toMatchObject({ number: (first as { number: number }).number });
    expect(await open(comment)).toHaveLength(1);
  });
  it('is looked up by its receipt and by nothing else, the newest where it was sent twice', async () => {
    const comment = await publicComment('Wo steht die Antwort?');
    const receipts = [await report(comment), await report(comment)].map((one) => (isRefused(one) ? '' : one.receipt));
    const found = async (receipt: string, about = comment) => (await readReportByReceipt(world.house.db, { comment: about, receiptHash: hashOf(receipt) }))?.words ?? null;
    expect([await found(receipts[0]!), await found(receipts[1]!), await found(''), await found(receipts[1]!, 'anderer')]).toEqual([null, 'Das ist beleidigend.', null, null]);
  });
  it('of a law is due within a day, of the rules within three', async () => {
    const comment = await publicComment('Zwei Fristen.');
    await report(comment, { grounds: 'law', law: 'Artikel 173 StGB', goodFaith: true });
    await report(comment);
    const [law, rules] = await open(comment);
    expect([law!.grounds, rules!.grounds]).toEqual(['law', 'rules']);
    expect(rules!.dueAt.getTime() - law!.dueAt.getTime()).toBe(2 * 86_400_000);
  });
  it.each([
    ['says nothing', { words: ' \n ' }, 'report-empty'], ['is a book', { words: 'ä'.repeat(3_001) }, 'report-too-long'], ['names no law', { grounds: 'law', goodFaith: true }, 'law-missing'],
    ['is not meant honestly', { grounds: 'law', law: 'StGB' }, 'good-faith-missing'], ['has half an address', { email: 'gül@' }, 'email-wrong'],
  ] as const)('that %s is refused by name', async (_, more, name) => {
    expect(await report(await publicComment(`Zum Melden ${name}.`), more)).toMatchObject({ refused: name });
  });
  it('is about what readers see', () => {
    const words = { grounds: 'rules', law: '', words: 'x', email: '', goodFaith: false } as const;
    expect([mayReport(words, 'approved'), mayReport(words, 'pending'), mayReport(words, null)]).toEqual([null, { refused: 'comment-not-public' }, { refused: 'comment-not-public' }]);
  });
  it('is mailed about to one address only so often in a day, whoever types it, and kept all the same', async () => {
    const comment = await publicComment('Ein Ziel.');
    const victim = ['ömer@example.org', 'Ömer@Example.org', 'ömer+zwölf@example.org'];
    for (let n = 0; n <= answersPerAddress; n += 1) expect(isRefused(await report(comment, { words: `Grund ${n}`, email: victim[n % 3]! }))).toBe(false);
    expect((await Promise.all(victim.map(mailsTo))).flat()).toHaveLength(answersPerAddress);
    expect(await open(comment)).toHaveLength(answersPerAddress + 1);
  });
  it('of one network comes only so often', async () => {
    const comment = await publicComment('Alle gegen einen.');
    for (let n = 0; n < reportsPerNetwork; n += 1) expect(isRefused(await report(comment, { words: `Grund ${n}`, network: 'net' }))).toBe(false);
    expect(await report(comment, { words: 'Noch einer', network: 'net' })).toMatchObject({ refused: 'too-many-reports' });
    expect(isRefused(await report(comment, { words: 'Von woanders', network: 'other' }))).toBe(false);
  });
});

describe('Deciding a report', () => {
  it('removes the comment, and answers everybody who reported it', async () => {
    const comment = await publicComment('Weg damit.');
    await report(comment, { email: 'a@example.org' });
    await report(comment, { words: 'Ich auch.', email: 'b@example.org' });
    const [first] = await open(comment);
    expect(await decide(first!.id, { remove: true })).toMatchObject({ refused: 'reason-missing' });
    expect(await decide(first!.id, { remove: true, reason: 'insult', answer: 'Danke für den Hinweis.' })).toEqual({ outcome: 'removed', answered: 2 });
    expect((await readComment(world.house.db, comment))?.state).toBe('refused');
    expect(await open(comment)).toEqual([]);
    const [, answer] = await mailsTo('b@example.org');
    expect(answer!.body_text).toContain('Danke für den Hinweis.');
    expect(answer!.body_text).toContain('zweite Person');
  });
  it('keeps the comment, and only this report is answered', async () => {
    const comment = await publicComment('Das bleibt.');
    await report(comment);
    await report(comment, { words: 'Ich auch.' });
    const [first, second] = await open(comment);
    expect(await decide(first!.id, {})).toEqual({ outcome: 'kept', answered: 1 });
    expect((await open(comment)).map(({ id }) => id)).toEqual([second!.id]);
    expect(await decide(first!.id, { remove: true, reason: 'insult' })).toMatchObject({ refused: 'report-decided' });
  });
  it('says so where the comment was gone already', async () => {
    const comment = await publicComment('Schon weg.');
    await report(comment);
    await world.house.act(mara, (tools) => refuseComment(tools, { id: comment, seen: 'approved', reason: 'hate' }));
    const [one] = await open(comment);
    expect(await decide(one!.id, { remove: true, reason: 'hate' })).toEqual({ outcome: 'gone', answered: 1 });
  });
});

describe('Two who decide two reports about one comment at once', () => {
  it('wait for each other, and the second is told', async () => {
    const comment = await publicComment('Beide zugleich.');
    await report(comment);
    await report(comment, { words: 'Ich auch.' });
    const two = await open(comment);
    const [gate, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const holding = world.act(async (tools) => {
      await lockComment(tools.db, comment);
      held.resolve();
      await gate.promise;
    });
    await held.promise;
    const both = two.map(({ id }) => decide(id, { remove: true, reason: 'insult' }));
    await untilWaiting(world, 2);
    gate.resolve();
    await holding;
    const answers = await Promise.all(both);
    expect(answers.filter((answer) => !isRefused(answer))).toEqual([{ outcome: 'removed', answered: 2 }]);
    expect(answers.find(isRefused)).toMatchObject({ refused: 'report-decided' });
  });
});

describe('A statement of reasons', () => {
  it('is kept once for a refusal, says whether a machine pointed at it, and names the law that was reported', async () => {
    const comment = await publicComment('Gegen das Gesetz.');
    await report(comment, { grounds: 'law', law: 'Artikel 261bis StGB', goodFaith: true });
    const [one] = await open(comment);
    await decide(one!.id, { remove: true, reason: 'unlawful' });
    const { id } = await world.house.db.selectFrom('comment_decisions').select('id').where('comment_id', '=', comment).orderBy('id', 'desc').executeTakeFirstOrThrow();
    for (let twice = 0; twice < 2; twice += 1) expect(await world.act((tools) => stateReasons(tools, { decision: id }))).toEqual({ path: `/kommentar/${comment}/einspruch` });
    expect(await readStatement(world.house.db, comment)).toMatchObject({ grounds: 'law', law: 'Artikel 261bis StGB', reported: true, foundByMachine: true, reason: 'unlawful', objection: null });
  });
  it('is not written for a decision that keeps nothing from readers', async () => {
    const comment = await publicComment('Freigegeben.');
    const { id } = await world.house.db.selectFrom('comment_decisions').select('id').where('comment_id', '=', comment).executeTakeFirstOrThrow();
    expect(await world.act((tools) => stateReasons(tools, { decision: id }))).toBeNull();
  });
});

describe('An objection', () => {
  async function refusedComment(text: string, by: Actor = mara): Promise<string> {
    const id = await world.kept(await world.story(), 'zoë', text);
    const decided = await world.house.act(by, (tools) => refuseComment(tools, { id, seen: 'pending', reason: 'off-topic', words: 'Bitte zum Thema.' }));
    if (isRefused(decided)) throw new Error(decided.refused);
    await world.act((tools) => stateReasons(tools, { decision: decided.decision }));
    return id;
  }
  const object = (comment: string, words = 'Es gehört zum Thema.', reader = 'zoë') => world.act((tools) => objectTo(tools, { comment, reader, words }));
  const openObjection = async (comment: string) => (await selectObjections(world.house.db, { open: true, limit: 50 })).find((one) => one.comment === comment)?.objection?.id ?? '';

  it('is the writer’s, once, in words', async () => {
    const comment = await refusedComment('Ein Umweg.');
    expect(await object(comment, 'Nein.', 'beat')).toEqual({ refused: 'not-your-comment' });
    expect(await object(comment, ' ')).toEqual({ refused: 'objection-empty' });
    expect(await object(comment)).toEqual({ number: expect.any(Number) });
    expect(await object(comment)).toEqual({ refused: 'objection-made' });
    expect((await giveOwn(world.house.db, 'zoë'))['objections']).toMatchObject([{ words: 'Es gehört zum Thema.', outcome: null }]);
  });
  it('is answered by a second person, in words, and lets the comment appear', async () => {
    const comment = await refusedComment('Doch zum Thema.');
    await object(comment);
    const id = await openObjection(comment);
    const answer = (by: typeof mara, words: string) => world.house.act(by, (tools) => answerObjection(world.house, tools, { id, restore: true, answer: words }));
    expect(await answer(mara, 'Stimmt.')).toEqual({ refused: 'second-person-needed' });
    expect(await answer({ ...mara, kind: 'token', id: 'ihr-schlüssel' }, 'Stimmt.')).toEqual({ refused: 'person-needed' });
    expect(await answer(jonas, ' ')).toEqual({ refused: 'answer-missing' });
    expect(await answer(jonas, 'Sie haben recht.')).toBeNull();
    expect((await readComment(world.house.db, comment))?.state).toBe('approved');
    expect(await answer(jonas, 'Noch einmal.')).toMatchObject({ refused: 'objection-decided' });
  });
  it('to what a token refused is not answered by whoever made the token', async () => {
    // Zoë has written as much as an hour takes.
    world.clock.pass(3_600_000);
    const made = await world.house.act({ ...mara, role: 'administrator' }, (tools) => addToken(tools, { name: 'Abendschicht', role: 'moderator', endsAt: null }));
    if (isRefused(made)) throw new Error(made.refused);
    const comment = await refusedComment('Vom Schlüssel abgelehnt.', { kind: 'token', id: made.token.id, name: 'Abendschicht', role: 'moderator' });
    await object(comment);
    const id = await openObjection(comment);
    const answer = (by: Actor) => world.house.act(by, (tools) => answerObjection(world.house, tools, { id, restore: false, answer: 'Es bleibt dabei.' }));
    expect([await answer(mara), await answer(jonas)]).toEqual([{ refused: 'second-person-needed' }, null]);
  });
  it('is possible for six months, also where the clock was set back', () => {
    const statedAt = new Date('2026-01-01T00:00:00Z');
    const facts = { words: 'Doch.', statedAt, made: false, state: 'refused' } as const;
    expect(mayObject(facts, new Date(statedAt.getTime() + objectionWithin))).toBeNull();
    expect(mayObject(facts, new Date(statedAt.getTime() + objectionWithin + 1))).toEqual({ refused: 'too-late-to-object' });
    expect(mayObject(facts, new Date(statedAt.getTime() - 1))).toBeNull();
  });
});

describe('The transparency report', () => {
  it('counts a period, and nothing beyond it', async () => {
    const now = world.clock.now();
    const until = new Date(now.getTime() + 1_000);
    const numbers = await readTransparency(world.house.db, { from: new Date(0), until });
    expect(numbers).toMatchObject({ removed: 4, reportsRemoved: 5, reportsKept: 1, reportsGone: 1, objections: 3, objectionsRestored: 1, decidedByMachine: 0 });
    expect(numbers.byReason['off-topic']).toBe(3);
    expect(numbers.afterReport).toBe(3);
    expect(await readTransparency(world.house.db, { from: until, until: new Date(until.getTime() + 1_000) })).toMatchObject({ received: 0, approved: 0, reports: 0, reportHours: null });
  });
  it('says the same as CSV, quotes and all', async () => {
    const numbers = await readTransparency(world.house.db, { from: new Date(0), until: world.clock.now() });
    const csv = reportCsv(reportLines(numbers), (name) => `«${name}» "so"`);
    expect(csv.split('\r\n')[1]).toBe(`"received","«received» ""so""","${numbers.received}"`);
  });
  it('knows years where the newsroom is, and no others', () => {
    const today = { now: new Date('2026-12-31T23:30:00Z'), timeZone: 'Europe/Zurich' };
    expect([yearAsked(undefined, today), yearAsked('2024', today), yearAsked('1999', today), yearAsked('2031', today), yearAsked('x', today)]).toEqual([2027, 2024, 2027, 2027, 2027]);
    expect(yearsShown(today, new Date('2025-12-31T23:30:00Z'))).toEqual([2027, 2026]);
    expect(yearBounds(2026, 'Europe/Zurich')).toEqual({ from: new Date('2025-12-31T23:00:00Z'), until: new Date('2026-12-31T23:00:00Z') });
  });
});

describe('Mails about a report', () => {
  it('say nothing that the reporter typed, since nobody has proven the address', async () => {
    const comment = await publicComment('Ein Köder.');
    const typed = { grounds: 'law', law: 'Gewinn: https://falle.example', words: 'Jetzt «gratis» Kredit holen.', name: 'Bank Zürich', goodFaith: true, email: 'dritte@example.org' } as const;
    expect(isRefused(await report(comment, typed))).toBe(false);
    const [one] = await open(comment);
    await decide(one!.id, { answer: 'Danke für den Hinweis.' });
    const mails = await world.house.db.selectFrom('mails').selectAll().where('recipient', '=', typed.email).orderBy('id').execute();
    expect(mails).toHaveLength(2);
    const said = mails.map((mail) => `${mail.subject}\n${mail.body_text}\n${mail.body_html}`).join('\n');
    expect([typed.law, typed.words, typed.name].filter((words) => said.includes(words))).toEqual([]);
    expect(said).toContain('Danke für den Hinweis.');
  });
});
