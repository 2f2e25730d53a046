/** The sweep of a running house: once a day, by any process that plays `jobs`. Several at once do no harm. */
import type { House } from '../feature.ts';
import type { ObjectAddress } from './objects.ts';
import { graceOfObjects, sweep } from './sweep.ts';

const hour = 60 * 60 * 1000;
const firstAfter = hour;
const every = 24 * hour;

type Lent = Pick<House, 'db' | 'objects' | 'features'>;

/** Removes the objects written before that instant of the machine's clock that no feature names. */
export function sweepHouse(house: Lent, writtenBefore: Date) {
  return sweep(house.objects, (addresses) => namedByAny(house, addresses), writtenBefore);
}

/** Which of these objects any feature names. */
export async function namedByAny({ db, features }: Pick<House, 'db' | 'features'>, addresses: readonly ObjectAddress[]): Promise<ReadonlySet<ObjectAddress>> {
  const named = await Promise.all(features.map((feature) => feature.namesObjects?.(db, addresses) ?? new Set<ObjectAddress>()));
  return named.reduce<ReadonlySet<ObjectAddress>>((all, some) => all.union(some), new Set());
}

/** Asked as often as one likes; sweeps an hour after the first time and then every day, without being waited for. */
export function createDailySweep(): (house: House) => Promise<Date | null> {
  let next: number | null = null;
  return async (house) => {
    const now = house.clock.now().getTime();
    next ??= now + firstAfter;
    if (now < next) return null;
    next = now + every;
    // Objects bear the machine's time, whatever the house's clock says.
    void sweepHouse(house, new Date(now - house.clock.offset - graceOfObjects)).then(
      (swept) => house.log.info({ ...swept }, 'objects that nothing names are swept'),
      (error: unknown) => house.log.warn({ error: String(error) }, 'the sweep of objects waits for the next day'),
    );
    return null;
  };
}
