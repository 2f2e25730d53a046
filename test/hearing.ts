/** Listeners run in jobs after the commit; a test that has no jobs running lets them hear at once. */
import type { TestHouse } from './house.ts';

/** Tells every listener of the plan what was announced, and what they announce themselves. */
export async function hearAll({ house, announced }: TestHouse): Promise<void> {
  const heard = heardBy.get(announced) ?? new WeakSet();
  heardBy.set(announced, heard);
  for (const announcement of announced) {
    if (heard.has(announcement)) continue;
    heard.add(announcement);
    for (const listener of house.features.flatMap((feature) => feature.listeners ?? [])) {
      if (listener.event === announcement.event) await listener.hear(house, announcement.facts);
    }
  }
}

const heardBy = new WeakMap<object, WeakSet<object>>();
