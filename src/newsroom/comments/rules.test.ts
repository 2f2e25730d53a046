import { describe, expect, it } from 'vitest';
import type { PolicyLayer, ThreadFacts } from './comment.ts';
import { closedBecause, closesAt, goesOutAtOnce, isOpen, isTooLong, lengthOf, longestComment, mayDecide, mayEdit, mayPost, mayUndo, policyOf } from './rules.ts';
import type { PostFacts } from './rules.ts';

const at = (text: string) => new Date(`2026-11-${text}Z`);
const thread = (more: Partial<ThreadFacts> = {}): ThreadFacts => ({ openness: 'hours', hours: 24, firstPublishedAt: at('23T09:00:00'), closedAt: null, openUntil: null, ...more });
const layer = (more: Partial<PolicyLayer>): PolicyLayer => ({ openness: null, hours: null, mode: null, challenge: null, sentences: {}, ...more });

describe('a discussion', () => {
  it('is open for 24 hours from first publication, to the second', () => {
    expect(closesAt({ ...thread(), ...policyOf([]) })).toEqual(at('24T09:00:00'));
    expect(isOpen(thread(), at('24T08:59:59.999'))).toBe(true);
    expect(isOpen(thread(), at('24T09:00:00'))).toBe(false);
  });
  it('follows the nearest setting: site, section, story', () => {
    expect(policyOf([])).toMatchObject({ openness: 'hours', hours: 24, mode: 'before' });
    expect(policyOf([layer({ hours: 48 }), layer({ mode: 'after' })])).toMatchObject({ hours: 48, mode: 'after' });
    expect(policyOf([layer({ hours: 48, openness: 'closed' }), layer({ openness: 'always' }), layer({})]).openness).toBe('always');
    expect(policyOf([layer({ sentences: { de: 'Feierabend.', fr: 'C’est fini.' } }), layer({ sentences: { de: 'Das «Züri»-Ressort schläft.' } })]).sentences).toEqual({ de: 'Das «Züri»-Ressort schläft.', fr: 'C’est fini.' });
  });
  it('stays open for ever, or never opens, where it was set so', () => {
    expect(closesAt(thread({ openness: 'always' }))).toBe('never');
    expect(isOpen(thread({ openness: 'closed' }), at('23T09:00:00'))).toBe(false);
    expect(closedBecause(thread({ openness: 'closed' }))).toBe('never-open');
  });
  it('is closed by an editor from that instant, and goes on for as long as one says', () => {
    expect(isOpen(thread({ closedAt: at('23T10:00:00') }), at('23T10:00:00'))).toBe(false);
    expect(closedBecause(thread({ closedAt: at('23T10:00:00') }))).toBe('editor');
    expect(closesAt(thread({ openUntil: at('26T09:00:00') }))).toEqual(at('26T09:00:00'));
    expect(closesAt(thread({ openness: 'closed', openUntil: at('26T09:00:00') }))).toEqual(at('26T09:00:00'));
  });
});

describe('posting', () => {
  const facts = (more: Partial<PostFacts> = {}): PostFacts => ({ thread: thread(), answered: null, writer: { trust: 'usual', suspendedUntil: null, banned: false, known: true, last: [] }, ...more });
  const writer = facts().writer;
  const now = at('23T12:00:00');
  it('is for whoever is neither banned nor suspended, while it is open', () => {
    expect(mayPost(facts(), 'Grüezi Zürich', now)).toBeNull();
    expect(mayPost(facts({ thread: null }), 'Grüezi', now)).toEqual({ refused: 'story-gone' });
    expect(mayPost(facts(), 'Grüezi', at('24T09:00:00'))).toMatchObject({ refused: 'closed', detail: { because: 'time' } });
    expect(mayPost(facts({ writer: { ...writer, banned: true } }), 'Grüezi', now)).toEqual({ refused: 'banned' });
    expect(mayPost(facts({ writer: { ...writer, suspendedUntil: at('23T12:00:01') } }), 'Grüezi', now)).toMatchObject({ refused: 'suspended' });
    expect(mayPost(facts({ writer: { ...writer, suspendedUntil: now } }), 'Grüezi', now)).toBeNull();
  });
  it('answers only what stands there', () => {
    expect(mayPost(facts({ answered: 'approved' }), 'Ja', now)).toBeNull();
    for (const answered of ['pending', 'refused', 'deleted', 'missing'] as const) expect(mayPost(facts({ answered }), 'Ja', now)).toEqual({ refused: 'answered-gone' });
  });
  it('takes 2,000 characters as people count them', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(lengthOf(`Zürich ${family}`)).toBe(8);
    expect(isTooLong('ü'.repeat(longestComment))).toBe(false);
    expect(isTooLong('ü'.repeat(longestComment + 1))).toBe(true);
    expect(isTooLong(family.repeat(700))).toBe(false);
    expect(isTooLong(`a${'\u0301'.repeat(9_000)}`)).toBe(true);
    expect(mayPost(facts(), 'ü'.repeat(2_001), now)).toEqual({ refused: 'comment-too-long', detail: { longest: 2_000, length: 2_001 } });
  });
  it('takes no text without a sign in it', () => {
    for (const nothing of ['', ' \n\t', '\u200d\ufe0f', '\u0301']) expect(mayPost(facts(), nothing, now)).toEqual({ refused: 'comment-empty' });
    for (const little of ['?', '👍', '不', '…']) expect(mayPost(facts(), little, now)).toBeNull();
  });
  it('has a pace, and a clock that was set back does not stop anybody', () => {
    const last = (...seconds: number[]) => facts({ writer: { ...writer, last: seconds.map((second) => new Date(now.getTime() - second * 1_000)) } });
    expect(mayPost(last(1), 'Grüezi', now)).toEqual({ refused: 'too-soon', detail: { seconds: 2 } });
    expect(mayPost(last(3), 'Grüezi', now)).toBeNull();
    expect(mayPost(last(-3_600), 'Grüezi', now)).toBeNull();
    expect(mayPost(last(...Array.from({ length: 20 }, (_, i) => 60 + i * 60)), 'Grüezi', now)).toMatchObject({ refused: 'too-many-comments' });
  });
});

describe('what goes out at once', () => {
  const usual = { trust: 'usual', known: true } as const;
  it('is nothing by default, what trusted people write, or what the mode says', () => {
    expect(goesOutAtOnce({ policy: { mode: 'before' }, writer: usual, findings: [] })).toBe(false);
    expect(goesOutAtOnce({ policy: { mode: 'before' }, writer: { ...usual, trust: 'trusted' }, findings: [] })).toBe(true);
    expect(goesOutAtOnce({ policy: { mode: 'first-timers' }, writer: usual, findings: [] })).toBe(true);
    expect(goesOutAtOnce({ policy: { mode: 'first-timers' }, writer: { ...usual, known: false }, findings: [] })).toBe(false);
    expect(goesOutAtOnce({ policy: { mode: 'after' }, writer: { ...usual, trust: 'watched' }, findings: [] })).toBe(false);
  });
  it('is never what somebody should look at', () => {
    for (const trust of ['usual', 'trusted'] as const) expect(goesOutAtOnce({ policy: { mode: 'after' }, writer: { trust, known: true }, findings: ['links'] })).toBe(false);
  });
});

describe('a decision', () => {
  it('is made on what was seen', () => {
    expect(mayDecide({ state: 'pending', seen: 'pending', to: 'approved', edited: null, read: null })).toBeNull();
    expect(mayDecide({ state: 'approved', seen: 'approved', to: 'refused', edited: null, read: null })).toBeNull();
    expect(mayDecide({ state: 'refused', seen: 'pending', to: 'approved', edited: null, read: null })).toEqual({ refused: 'decided-meanwhile', detail: { state: 'refused' } });
    expect(mayDecide({ state: 'approved', seen: 'approved', to: 'approved', edited: null, read: null })).toMatchObject({ refused: 'decided-meanwhile' });
    expect(mayDecide({ state: 'deleted', seen: 'deleted', to: 'approved', edited: null, read: null })).toMatchObject({ refused: 'not-decidable' });
  });
  it('is taken back by whoever made it, within ten seconds, while it is the last', () => {
    const decision = { at: at('23T12:00:00'), byId: 'mara', isLast: true, name: 'approve', after: 'queue' };
    expect(mayUndo(decision, { by: 'mara', now: at('23T12:00:10') })).toBeNull();
    expect(mayUndo(decision, { by: 'mara', now: at('23T12:00:10.001') })).toMatchObject({ refused: 'too-late-to-undo' });
    expect(mayUndo(decision, { by: 'mara', now: at('23T11:59:59') })).toMatchObject({ refused: 'too-late-to-undo' });
    expect(mayUndo(decision, { by: 'jonas', now: at('23T12:00:01') })).toMatchObject({ refused: 'too-late-to-undo' });
    expect(mayUndo({ ...decision, isLast: false }, { by: 'mara', now: at('23T12:00:01') })).toMatchObject({ refused: 'too-late-to-undo' });
  });
  it('is not taken back where it answered a report or an objection: they have been told', () => {
    for (const after of ['report:r1', 'objection:o1']) {
      expect(mayUndo({ at: at('23T12:00:00'), byId: 'mara', isLast: true, name: 'refuse', after }, { by: 'mara', now: at('23T12:00:01') }), after).toMatchObject({ refused: 'too-late-to-undo' });
    }
  });
  it('leaves one’s own words alone after five minutes, or once somebody has read them', () => {
    const comment = { state: 'pending', createdAt: at('23T12:00:00') } as const;
    expect(mayEdit(comment, at('23T12:04:59'))).toBe(true);
    expect(mayEdit(comment, at('23T12:05:00'))).toBe(false);
    expect(mayEdit({ ...comment, state: 'approved' }, at('23T12:01:00'))).toBe(false);
  });
});
