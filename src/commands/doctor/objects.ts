import { newsroom } from '../../newsroom.ts';
import { removeLeftovers } from '../../newsroom/uploads/uploads.ts';
import type { Db } from '../../platform/database/database.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import { openObjects } from '../../platform/objects/open.ts';
import { graceOfObjects } from '../../platform/objects/sweep.ts';
import { sweepHouse } from '../../platform/objects/sweeping.ts';
import { isRefused } from '../../platform/result.ts';
import { bucketState } from '../bucket.ts';
import type { Given } from '../command.ts';
import { fine, wrong, type Finding } from './finding.ts';

/** Where pictures and films are kept; with --mend also what lies there, against the rows. */
export async function checkObjects(given: Given): Promise<Finding[]> {
  const state = await bucketState(given.settings);
  if (state !== null && state.trouble !== null) return [wrong(`${state.name} ${state.trouble.about}`, state.trouble.mend)];
  const bucket = state === null ? [] : [fine(`${state.name} can be read and written.`)];
  return given.options['mend'] === true ? [...bucket, ...(await mendObjects(given))] : bucket;
}

async function mendObjects(given: Given): Promise<Finding[]> {
  const { settings } = given;
  const objects = openObjects(settings);
  const found = await given.withDatabase(async ({ db }) => {
    // What is younger may belong to something that is being written just now.
    const writtenBefore = new Date(Date.now() - graceOfObjects);
    const swept = await sweepHouse({ db, objects, features: newsroom }, writtenBefore);
    const left = await removeLeftovers({ settings, db }, writtenBefore);
    const removed = fine(`${swept.removed} objects that nothing names and ${left.removed} unfinished files were removed (${((swept.bytes + left.bytes) / 1_000_000).toFixed(1)} MB).`);
    return [removed, ...(await missing(db, objects))];
  });
  return isRefused(found) ? [wrong(String(found.detail?.['message'] ?? found.refused), 'Mend the database first.')] : found;
}

const mostNamed = 20;

async function missing(db: Db, objects: ObjectStore): Promise<Finding[]> {
  const there = new Set<string>();
  for await (const { address } of objects.list()) there.add(address);
  const named = (await Promise.all(newsroom.map((feature) => feature.everyObject?.(db) ?? []))).flat();
  const lost = [...new Set(named.filter(({ address }) => !there.has(address)).map(({ of }) => of))];
  if (lost.length === 0) return [fine(`All ${named.length} objects that rows name are there.`)];
  const more = lost.length > mostNamed ? ` and ${lost.length - mostNamed} others` : '';
  return [wrong(`Objects are missing of ${lost.slice(0, mostNamed).join(', ')}${more}.`, 'Restore the newest backup into an installation of its own and put these pictures in again from there.')];
}
