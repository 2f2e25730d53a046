import { describe, expect, it } from 'vitest';
import { extend, nothing, toggle, within } from './selection.ts';

const list = ['a', 'b', 'c', 'd', 'e'];
const chosen = (selection: { chosen: ReadonlySet<string> }) => [...selection.chosen].sort().join('');

describe('choosing pictures', () => {
  it('takes one in and out again', () => {
    expect(chosen(toggle(toggle(nothing, 'b'), 'd'))).toBe('bd');
    expect(chosen(toggle(toggle(nothing, 'b'), 'b'))).toBe('');
  });

  it('extends from the one chosen last, in both directions, and keeps what was chosen', () => {
    const from = toggle(toggle(nothing, 'e'), 'c');
    expect(chosen(extend(from, 'a', list))).toBe('abce');
    expect(chosen(extend(extend(toggle(nothing, 'c'), 'd', list), 'b', list))).toBe('bcd');
    expect(chosen(extend(nothing, 'b', list))).toBe('b');
  });

  it('lets go of what is no longer shown', () => {
    const all = extend(toggle(nothing, 'a'), 'e', list);
    expect(chosen(within(all, ['b', 'd']))).toBe('bd');
    expect(within(all, list)).toBe(all);
    expect(within(all, ['b']).anchor).toBeNull();
  });
});
