/** What happens to a picture's rights: they end by the clock, it is blocked by hand, it is sealed by law. */
import type { Db } from '../../platform/database/database.ts';
import type { House, Job, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import type { Seal } from '../../platform/seals.ts';
import { picturesThemselves } from './actions.ts';
import type { Picture, PictureWithRenditions } from './store.ts';
import { endUses, nextUseEnd } from './uses-store.ts';
import { emptyPicturesOf, endRights, lockPicture, nextEnd, picturesOf, readPicture, setBlock } from './store.ts';

export type RightsRefusal = Refused<'no-such-picture' | 'blocked-already' | 'not-blocked' | 'sealed'>;

/** Takes a picture from every page at once; its addresses answer 410. The reason is for the newsroom. */
export async function blockPicture(tools: Tools, { id, reason }: { id: string; reason: string }): Promise<Picture | RightsRefusal> {
  const picture = await lockPicture(tools.db, id);
  if (picture === null) return refuse('no-such-picture');
  if (picture.blocked_at !== null) return refuse('blocked-already');
  return setAndTell(tools, picture, { at: tools.now, reason, event: 'picture.blocked', act: 'picture.block' });
}

export async function unblockPicture(tools: Tools, { id }: { id: string }): Promise<Picture | RightsRefusal> {
  const picture = await lockPicture(tools.db, id);
  if (picture === null) return refuse('no-such-picture');
  if (picture.blocked_at === null) return refuse('not-blocked');
  return setAndTell(tools, picture, { at: null, reason: '', event: 'picture.unblocked', act: 'picture.unblock' });
}

/**
 * Removes a picture's original and renditions for ever, where the law demands it, and every other picture made of the
 * same file. The row stays without content, so that stories that named it stay whole; the same file is refused from then on.
 */
export async function sealPicture(tools: Tools, { id, reason }: { id: string; reason: string }): Promise<{ readonly sealed: readonly string[] } | RightsRefusal> {
  const picture = await readPicture(tools.db, id);
  if (picture === null) return refuse('no-such-picture');
  if (picture.sealed) return refuse('sealed');
  await tools.seal({ kind: 'object', reference: picture.original, reason });
  return takeAway(tools, { original: picture.original, same: await picturesOf(tools.db, picture.original), reason });
}

/** What has come back with an older backup goes again. */
export async function takeAwaySealed(house: House, seals: readonly Seal[]): Promise<void> {
  for (const { kind, reference: original, reason } of seals) {
    if (kind !== 'object') continue;
    await house.objects.remove(original);
    const same = await picturesOf(house.db, original);
    if (same.every((one) => one.made === '' && one.name === '' && one.renditions.length === 0)) continue;
    for (const { address } of same.flatMap((one) => one.renditions)) await house.objects.remove(address);
    await house.act(picturesThemselves, (tools) => takeAway(tools, { original, same, reason }));
  }
}

async function takeAway(tools: Tools, { original, same, reason }: { original: string; same: readonly PictureWithRenditions[]; reason: string }): Promise<{ readonly sealed: readonly string[] }> {
  await emptyPicturesOf(tools.db, original);
  for (const { id } of same) {
    await tools.announce({ event: 'picture.sealed', facts: { id }, tags: [`picture:${id}`] });
    await tools.record({ act: 'picture.seal', subject: `picture:${id}`, detail: { original, reason } });
  }
  const addresses = [original, ...same.flatMap((one) => one.renditions.map(({ address }) => address))];
  await tools.later(removalJob.name, { addresses });
  return { sealed: same.map((one) => one.id) };
}

/** Objects that were sealed, removed once the seal is committed: a rollback loses nothing. */
export const removalJob: Job = {
  name: 'pictures.removal',
  async run(house, { addresses }) {
    for (const address of addresses as readonly string[]) await house.objects.remove(address);
  },
};

/**
 * Ends the rights whose instant has come: their pictures leave every page, or the pages of those that showed them long
 * enough. Answers when the next one ends.
 */
export async function endWhatIsDue(house: House): Promise<Date | null> {
  const next = await nextOfAll(house.db);
  if (next === null || next > house.clock.now()) return next;
  await house.act(picturesThemselves, async (tools) => {
    for (const id of await endRights(tools.db, tools.now)) {
      await tools.announce({ event: 'picture.ended', facts: { id }, tags: [`picture:${id}`] });
      await tools.record({ act: 'picture.end', subject: `picture:${id}` });
    }
    for (const { picture: id, usedBy } of await endUses(tools.db, tools.now)) {
      await tools.announce({ event: 'picture.ended', facts: { id, usedBy }, tags: [`picture:${id}`] });
      await tools.record({ act: 'picture.end', subject: `picture:${id}`, detail: { usedBy } });
    }
  });
  return nextOfAll(house.db);
}

async function nextOfAll(db: Db): Promise<Date | null> {
  const [right, use] = await Promise.all([nextEnd(db), nextUseEnd(db)]);
  return right === null || use === null ? right ?? use : right < use ? right : use;
}

interface Setting {
  readonly at: Date | null;
  readonly reason: string;
  readonly event: string;
  readonly act: string;
}

async function setAndTell(tools: Tools, picture: Picture, { at, reason, event, act }: Setting): Promise<Picture> {
  const version = picture.version + 1;
  await setBlock(tools.db, picture.id, { at, reason, version });
  await tools.announce({ event, facts: { id: picture.id }, tags: [`picture:${picture.id}`] });
  await tools.record({ act, subject: `picture:${picture.id}`, detail: { reason } });
  return { ...picture, blocked_at: at, block_reason: reason, version };
}
