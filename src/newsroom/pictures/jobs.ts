/** Renditions that are made later: those of a picture that has none yet, the slow ones, and all anew after a change of credit. */
import type { House, Job } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import { picturesThemselves, renditionsJobName } from './actions.ts';
import { keepRenditions, missingOf, nameOfCrops, nameOfMaking, patientDarkroom } from './making.ts';
import type { Made, Missing } from './making.ts';
import { focalPointOf, writtenMetadata } from './rules.ts';
import type { PictureWithRenditions } from './store.ts';
import { addRenditions, lockPicture, markFailed, readPicture, replaceCrops, replaceRenditions } from './store.ts';

/** Makes what is missing; where nothing is, it is done at once. */
export const renditionsJob: Job = {
  name: renditionsJobName,
  run: (house, { id }) => makeWhatIsMissing(house, String(id)),
};

async function makeWhatIsMissing(house: House, id: string): Promise<void> {
  const picture = await readPicture(house.db, id);
  if (picture === null || picture.state === 'failed' || picture.sealed) return;
  const missing = missingOf(picture);
  if (missing === null || !(await make(house, picture, missing)) || picture.made !== '') return;
  await house.act(picturesThemselves, (tools) => tools.later(renditionsJobName, { id }, { priority: slowPriority }));
}

const slowPriority = -1;

/** True where they were made and kept. */
async function make(house: House, picture: PictureWithRenditions, missing: Missing): Promise<boolean> {
  const file = await house.objects.get(picture.original);
  const { byHand, ...point } = focalPointOf(picture);
  // What joins crops that are there is cut as they are, by whatever rule their point was found.
  const focus = byHand || missing.instead === 'nothing' ? point : null;
  const developed = file === null ? null : await patientDarkroom.develop(file, { cuts: missing.cuts, focus, says: writtenMetadata(picture) });
  if (developed === null || isRefused(developed)) {
    // A process that ended may do so for reasons that pass: the job is tried again.
    if (developed?.refused === 'gave-up') throw new Error(`no renditions of picture ${picture.id}: the darkroom gave up`);
    house.log.error({ picture: picture.id, reason: developed?.refused ?? 'no original' }, 'a picture cannot be made');
    if (picture.state === 'making') await house.act(picturesThemselves, (tools) => markFailed(tools.db, picture.id));
    return false;
  }
  const made = await keepRenditions(house.objects, developed);
  return keep(house, picture, { ...made, instead: missing.instead });
}

/** Somebody may have changed the credit or moved the focal point meanwhile: then these are made from something that is no longer true. */
async function keep(house: House, picture: PictureWithRenditions, { instead, ...print }: Made & Pick<Missing, 'instead'>): Promise<boolean> {
  const [made, cropped] = [nameOfMaking(picture), nameOfCrops(picture)];
  return house.act(picturesThemselves, async (tools) => {
    const now = await lockPicture(tools.db, picture.id);
    if (now === null || nameOfMaking(now) !== made || nameOfCrops(now) !== cropped || (await isSealed(tools.db, 'object', now.original))) return false;
    const [hasWhole, hasCrops] = [now.made === made, now.cropped === cropped];
    // Another process was quicker, or slower.
    if (instead === 'everything' && hasWhole && hasCrops) return true;
    if (instead !== 'everything' && !hasWhole) return false;
    if (instead === 'nothing' && !hasCrops) return false;
    if (instead === 'everything') await replaceRenditions(tools.db, picture.id, { made, cropped, ...print });
    else if (instead === 'crops') await replaceCrops(tools.db, picture.id, { cropped, renditions: print.renditions });
    else await addRenditions(tools.db, picture.id, print.renditions);
    await tools.announce({ event: 'picture.ready', facts: { id: picture.id }, tags: [`picture:${picture.id}`] });
    return true;
  });
}
