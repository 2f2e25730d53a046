/** A front being arranged: what stands where, before it is saved. Pure. */
import type { StoryLine } from '../../stories/desk/lent.ts';

export interface Slot {
  readonly id: string;
  readonly story: StoryLine | null;
}

export interface Arrangement {
  readonly slots: readonly Slot[];
  readonly fill: boolean;
}

export function moveSlot({ slots, fill }: Arrangement, from: number, to: number): Arrangement {
  if (from === to || slots[from] === undefined || to < 0 || to >= slots.length) return { slots, fill };
  const moved = slots.toSpliced(from, 1).toSpliced(to, 0, slots[from]);
  return { slots: moved, fill };
}

/** A story stands on a front once: one that is there already goes to the new place. */
export function addStory({ slots, fill }: Arrangement, story: StoryLine, at = slots.length): Arrangement {
  const others = slots.filter((slot) => slot.id !== story.id);
  return { slots: others.toSpliced(Math.min(at, others.length), 0, { id: story.id, story }), fill };
}

export function removeSlot({ slots, fill }: Arrangement, at: number): Arrangement {
  return { slots: slots.toSpliced(at, 1), fill };
}

export function sameArrangement(one: Arrangement, other: Arrangement): boolean {
  return one.fill === other.fill && one.slots.length === other.slots.length && one.slots.every((slot, at) => slot.id === other.slots[at]?.id);
}
