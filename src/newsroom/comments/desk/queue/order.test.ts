import { describe, expect, it } from 'vitest';
import { ahead, lineToRead, nextAfter, partArrived, stepFrom, stepOn } from './order.ts';

const zora = { id: 'zora', name: 'Zora Ünal' };
const lines = [
  { id: 'a', heldBy: null },
  { id: 'b', heldBy: zora },
  { id: 'c', heldBy: null },
  { id: 'd', heldBy: null },
];

describe('After a decision', () => {
  it('comes the next below, past what a colleague reads', () => {
    expect(nextAfter(lines, 'a', 'me')).toBe('c');
  });
  it('comes the nearest above where nothing is left below', () => {
    expect(nextAfter(lines, 'd', 'me')).toBe('c');
    expect(nextAfter(lines.slice(0, 2), 'b', 'me')).toBe('a');
  });
  it('comes what one holds oneself', () => {
    expect(nextAfter(lines, 'a', 'zora')).toBe('b');
  });
  it('comes nothing where colleagues read all the rest', () => {
    expect(nextAfter([lines[0]!, lines[1]!], 'a', 'me')).toBeNull();
  });
  it('the first comes where nothing was read yet', () => {
    expect(nextAfter(lines, null, 'me')).toBe('a');
  });
});

describe('Walking by keys', () => {
  it('stops at both ends and begins at the near one', () => {
    expect(stepFrom(lines, 'd', 1)).toBe('d');
    expect(stepFrom(lines, 'a', -1)).toBe('a');
    expect(stepFrom(lines, null, -1)).toBe('d');
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe('What stands before a moderator', () => {
  const [a, b, c, d] = lines as [typeof lines[0], typeof lines[0], typeof lines[0], typeof lines[0]];
  it('is the first that nobody else reads, where nothing was read yet', () => {
    expect(lineToRead([b, c], null, 'me')).toEqual({ line: c, comes: true, gone: false });
    expect(lineToRead([b], null, 'me')).toEqual({ line: null, comes: false, gone: false });
  });
  it('stays when somebody else decides about it, until one goes on from where it stood', () => {
    const kept = { line: c, at: 2, came: true };
    expect(lineToRead([a, b, d], kept, 'me')).toEqual({ line: c, comes: false, gone: true });
    expect([stepOn([a, b, d], kept, 1), stepOn([a, b, d], kept, -1), stepOn([], kept, 1)]).toEqual(['d', 'b', null]);
  });
  it('gives way to a colleague where it only came, and not where it was chosen', () => {
    expect(lineToRead(lines, { line: b, at: 1, came: true }, 'me').line).toBe(a);
    expect(lineToRead(lines, { line: b, at: 1, came: false }, 'me').line).toBe(b);
    expect(lineToRead([b], { line: b, at: 0, came: true }, 'me').line).toBe(b);
  });
  it('is walked through by keys from where one is', () => {
    expect([stepOn(lines, { line: b, at: 1, came: false }, 1), stepOn(lines, null, 1), stepOn(lines, null, -1)]).toEqual(['c', 'a', 'd']);
  });
});

describe('What is fetched ahead', () => {
  it('is what will be read next, each once', () => {
    expect(ahead(lines, 'a', { me: 'me', count: 3 })).toEqual(['c', 'd']);
    expect(ahead(lines, 'a', { me: 'me', count: 1 })).toEqual(['c']);
  });
});

describe('What arrives while somebody reads', () => {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id).join('');
  it('waits where it would move a line that stands there already', () => {
    const { steady, arrived } = partArrived(lines, new Set(['b', 'd']));
    expect([ids(steady), ids(arrived)]).toEqual(['bd', 'ac']);
  });
  it('is drawn below all that stands there, as further pages are', () => {
    const { steady, arrived } = partArrived(lines, new Set(['a']));
    expect([ids(steady), ids(arrived)]).toEqual(['abcd', '']);
  });
  it('is everything and no news where nothing was drawn yet', () => {
    expect(ids(partArrived(lines, new Set()).steady)).toBe('abcd');
  });
});
