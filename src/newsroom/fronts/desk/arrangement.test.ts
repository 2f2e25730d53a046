import { describe, expect, it } from 'vitest';
import type { StoryLine } from '../../stories/told.ts';
import { addStory, moveSlot, removeSlot, sameArrangement } from './arrangement.ts';

const story = (id: string) => ({ id, headline: `«${id}»` }) as StoryLine;
const arranged = (...ids: string[]) => ({ slots: ids.map((id) => ({ id, story: story(id) })), fill: true });
const ids = ({ slots }: ReturnType<typeof arranged>) => slots.map((slot) => slot.id).join(' ');

describe('a front being arranged', () => {
  it('moves a story up to the lead and down again', () => {
    const up = moveSlot(arranged('see', 'berg', 'tal'), 2, 0);
    expect(ids(up as never)).toBe('tal see berg');
    expect(ids(moveSlot(up, 0, 1) as never)).toBe('see tal berg');
  });
  it('leaves everything where a story cannot go further', () => {
    expect(ids(moveSlot(arranged('see', 'berg'), 0, -1) as never)).toBe('see berg');
  });
  it('has every story once', () => {
    expect(ids(addStory(arranged('see', 'berg'), story('see'), 1) as never)).toBe('berg see');
    expect(ids(addStory(arranged('see'), story('tal'), 0) as never)).toBe('tal see');
  });
  it('knows whether anything is unsaved', () => {
    expect(sameArrangement(arranged('see'), removeSlot(arranged('see', 'berg'), 1))).toBe(true);
    expect(sameArrangement(arranged('see'), { ...arranged('see'), fill: false })).toBe(false);
  });
});
