/** Arranging a front. */
import type { Tools } from '../../platform/feature.ts';
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { sectionsById } from '../sections/sections.ts';
import { frontPage } from './front.ts';
import type { Front } from './front.ts';
import { deleteFront, lockFront, storiesThere, updateFront } from './store.ts';

export interface FrontChange {
  /** 'front' or the id of a section. */
  readonly id: string;
  /** The version that the change was made from; null for the house itself. */
  readonly version: number | null;
  readonly slots: readonly string[];
  readonly fill: boolean;
}

export type FrontRefusal = Refused<'no-such-front' | 'changed-meanwhile' | 'unknown-story'>;

/** Puts stories where they stand, drafts and scheduled ones too: they show when readers may see them. */
export async function setFront(tools: Tools, { id, version, slots, fill }: FrontChange): Promise<Front | FrontRefusal> {
  if (id !== frontPage && !(await sectionsById(tools.db, [id])).has(id)) return refuse('no-such-front');
  const before = await lockFront(tools.db, id, tools.now);
  if (version !== null && version !== before.version) return refuse('changed-meanwhile', { version: before.version });
  const there = await storiesThere(tools.db, slots);
  const unknown = slots.findIndex((slot) => !there.has(slot) && !before.slots.includes(slot));
  if (unknown !== -1) return refuse('unknown-story', { pointer: `/slots/${unknown}`, given: slots[unknown] });
  const front: Front = { id, slots: [...new Set(slots)], fill, version: before.version + 1 };
  await updateFront(tools.db, front, tools.now);
  const tags = id === frontPage ? ['front'] : [`section:${id}`, 'front'];
  await tools.announce({ event: 'front.changed', facts: { id, version: front.version }, tags });
  await tools.record({ act: 'front.edit', subject: `front:${id}`, detail: { version: front.version, slots: front.slots } });
  return front;
}

/** The section is gone, its front with it. */
export async function forgetFront(tools: Tools, id: string): Promise<void> {
  await deleteFront(tools.db, id);
}
