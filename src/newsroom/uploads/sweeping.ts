/** What was forgotten on its way in, and what was left behind by a process that was killed. */
import type { House } from '../../platform/feature.ts';
import { arrive, readAbandoned, remind } from './arriving.ts';
import { bytesHere, removeFile, waitingFiles } from './folder.ts';
import { forgottenAfter, readAgainAfter } from './rules.ts';
import { deleteUploads, needed, untouchedSince } from './store.ts';
import { uploadsThemselves } from './themselves.ts';

const every = 60_000;

/** Asked as often as one likes; for what was forgotten it looks every minute. Several processes at once do no harm. */
export function createSweep(): (house: House) => Promise<null> {
  let next = 0;
  return async (house) => {
    await readAbandoned(house);
    const now = house.clock.now().getTime();
    if (now < next) return null;
    next = now + every;
    await sweepUploads(house);
    return null;
  };
}

/** Forgets what nobody went on with, reads what nobody has read, and removes the files that belong to no upload. */
export async function sweepUploads(house: House): Promise<void> {
  const now = house.clock.now().getTime();
  const forgotten: string[] = [];
  for (const upload of await untouchedSince(house.db, { underWay: new Date(now - readAgainAfter), ended: new Date(now - forgottenAfter) })) {
    const { id, state } = upload;
    if (state === 'arrived') await remind(house, id);
    else if (state === 'coming' && (await bytesHere(house, id)) === upload.bytes) await arrive(house, id);
    else if (upload.touched_at.getTime() < now - forgottenAfter) forgotten.push(id);
  }
  await house.act(uploadsThemselves, (tools) => deleteUploads(tools.db, forgotten));
  for (const id of forgotten) await removeFile(house, id);
  await removeLeftovers(house, new Date(now - house.clock.offset - forgottenAfter));
}

/** Files older than that instant of the machine's clock which no upload needs; says how many, and their bytes. */
export async function removeLeftovers(house: Pick<House, 'settings' | 'db'>, writtenBefore: Date): Promise<{ removed: number; bytes: number }> {
  const old = (await waitingFiles(house)).filter(({ written }) => written < writtenBefore);
  const known = await needed(house.db, old.map(({ id }) => id));
  const strays = old.filter(({ id }) => !known.has(id));
  for (const { id } of strays) await removeFile(house, id);
  return { removed: strays.length, bytes: strays.reduce((sum, { bytes }) => sum + bytes, 0) };
}
