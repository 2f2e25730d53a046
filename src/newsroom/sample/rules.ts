/** What the house has decided about its sample: when it comes, and what of it stays when it goes. */
import type { Sample } from '../../settings.ts';
import { keyOf } from './things.ts';
import type { ThingKey, Use } from './things.ts';

export interface FillFacts {
  readonly wish: Sample;
  /** The database is one that the program runs itself. */
  readonly own: boolean;
  readonly present: boolean;
  /** It was there once, and somebody removed it. */
  readonly loadedBefore: boolean;
  /** Nobody has made a section or a story yet. */
  readonly empty: boolean;
}

/** Whether a start fills in the sample. Who has removed it does not get it again by a restart, unless nothing else is there and it is asked for. */
export function shouldFill({ wish, own, present, loadedBefore, empty }: FillFacts): boolean {
  if (wish === 'no' || present) return false;
  if (wish === 'yes') return empty || !loadedBefore;
  return own && empty && !loadedBefore;
}

/**
 * Which things of the sample stay: those that somebody changed, and all that is used by what stays, in any number of
 * steps. A story that somebody wrote keeps the sample's author that it names, and that the author's portrait.
 * @param sample the sample's things
 * @param changed those among them that are no longer as they came
 * @param uses what names what, at least wherever a thing of the sample is named
 */
export function whatStays(sample: readonly ThingKey[], changed: readonly ThingKey[], uses: readonly Use[]): Set<string> {
  const ofSample = new Set(sample.map(keyOf));
  const stays = new Set(changed.map(keyOf));
  const usedBy = Map.groupBy(uses, (use) => keyOf(use.by));
  const people = [...usedBy.keys()].filter((key) => !ofSample.has(key));
  const toFollow = [...stays, ...people];
  for (let key = toFollow.pop(); key !== undefined; key = toFollow.pop()) {
    for (const { of } of usedBy.get(key) ?? []) {
      const used = keyOf(of);
      if (!ofSample.has(used) || stays.has(used)) continue;
      stays.add(used);
      toFollow.push(used);
    }
  }
  return stays;
}
