/** A film that may not be shown: blocked by hand, or sealed by law. */
import type { House, Job, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import type { Seal } from '../../platform/seals.ts';
import { tellPoster, videosThemselves } from './actions.ts';
import type { WholeVideo } from './store.ts';
import { emptyVideosOf, lockVideo, readVideoRow, setBlock, videosOf } from './store.ts';

export type VideoRightsRefusal = Refused<'no-such-video' | 'blocked-already' | 'not-blocked' | 'sealed'>;

/** Takes a film from every page at once; its addresses answer 410. The reason is for the newsroom. */
export async function blockVideo(tools: Tools, { id, reason }: { id: string; reason: string }): Promise<null | VideoRightsRefusal> {
  const video = await lockVideo(tools.db, id);
  if (video === null) return refuse('no-such-video');
  if (video.blocked_at !== null) return refuse('blocked-already');
  await setBlock(tools.db, id, { at: tools.now, reason });
  return tell(tools, id, { event: 'video.blocked', act: 'video.block', reason });
}

export async function unblockVideo(tools: Tools, { id }: { id: string }): Promise<null | VideoRightsRefusal> {
  const video = await lockVideo(tools.db, id);
  if (video === null) return refuse('no-such-video');
  if (video.blocked_at === null) return refuse('not-blocked');
  await setBlock(tools.db, id, { at: null, reason: '' });
  return tell(tools, id, { event: 'video.unblocked', act: 'video.unblock', reason: '' });
}

/** Removes a film and its qualities for ever, and every other film that was made of the same file. The row stays, without content. */
export async function sealVideo(tools: Tools, { id, reason }: { id: string; reason: string }): Promise<{ readonly sealed: readonly string[] } | VideoRightsRefusal> {
  const video = await readVideoRow(tools.db, id);
  if (video === null) return refuse('no-such-video');
  if (video.sealed) return refuse('sealed');
  await tools.seal({ kind: 'object', reference: video.original, reason });
  return takeAway(tools, { original: video.original, same: await videosOf(tools.db, video.original), reason });
}

/** What has come back with an older backup goes again. */
export async function takeAwaySealed(house: House, seals: readonly Seal[]): Promise<void> {
  for (const { kind, reference: original, reason } of seals) {
    if (kind !== 'object') continue;
    const same = await videosOf(house.db, original);
    if (same.every((one) => one.name === '' && one.renditions.length === 0)) continue;
    for (const address of addressesOf(original, same)) await house.objects.remove(address);
    await house.act(videosThemselves, (tools) => takeAway(tools, { original, same, reason }));
  }
}

/** Objects that were sealed, removed once the seal is committed: a rollback loses nothing. */
export const removalJob: Job = {
  name: 'videos.removal',
  async run(house, { addresses }) {
    for (const address of addresses as readonly string[]) await house.objects.remove(address);
  },
};

async function takeAway(tools: Tools, { original, same, reason }: { original: string; same: readonly WholeVideo[]; reason: string }): Promise<{ readonly sealed: readonly string[] }> {
  await emptyVideosOf(tools.db, original);
  for (const video of same) await tellPoster(tools, { ...video, poster: null });
  for (const { id } of same) await tell(tools, id, { event: 'video.sealed', act: 'video.seal', reason });
  await tools.later(removalJob.name, { addresses: addressesOf(original, same) });
  return { sealed: same.map((one) => one.id) };
}

function addressesOf(original: string, same: readonly WholeVideo[]): string[] {
  return [original, ...same.flatMap((one) => one.renditions.map(({ address }) => address))];
}

async function tell(tools: Tools, id: string, { event, act, reason }: { event: string; act: string; reason: string }): Promise<null> {
  await tools.announce({ event, facts: { id }, tags: [`video:${id}`] });
  await tools.record({ act, subject: `video:${id}`, ...(reason !== '' && { detail: { reason } }) });
  return null;
}
