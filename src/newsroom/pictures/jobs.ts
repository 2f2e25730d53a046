/** Renditions that are made later: those of a picture that has none yet, the slow ones, and all anew after a change of credit. */
import type { House, Job } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import { picturesThemselves, renditionsJobName } from './actions.ts';
import { keepRenditions, nameOfMaking, patientDarkroom, quickFormats, slowFormats } from './making.ts';
import type { Made } from './making.ts';
import type { Format } from './picture.ts';
import { renditionWidths, writtenMetadata } from './rules.ts';
import type { PictureWithRenditions } from './store.ts';
import { addRenditions, lockPicture, markFailed, readPicture, replaceRenditions } from './store.ts';

/** Makes what is missing; where nothing is, it is done at once. */
export const renditionsJob: Job = {
  name: renditionsJobName,
  run: (house, { id }) => makeWhatIsMissing(house, String(id)),
};

async function makeWhatIsMissing(house: House, id: string): Promise<void> {
  const picture = await readPicture(house.db, id);
  if (picture === null || picture.state === 'failed' || picture.sealed) return;
  if (picture.made === '') {
    // Usable first, small after: where many wait, all are usable before the first is small.
    if (await make(house, picture, quickFormats)) await house.act(picturesThemselves, (tools) => tools.later(renditionsJobName, { id }, { priority: slowPriority }));
  } else if (picture.made !== nameOfMaking(picture)) {
    await make(house, picture, [...quickFormats, ...slowFormats]);
  } else if (slowFormats.some((format) => !picture.renditions.some((one) => one.format === format))) {
    await make(house, picture, slowFormats);
  }
}

const slowPriority = -1;

/** True where they were made and kept. */
async function make(house: House, picture: PictureWithRenditions, formats: readonly Format[]): Promise<boolean> {
  const file = await house.objects.get(picture.original);
  const developed = file === null ? null : await patientDarkroom.develop(file, {
    widths: renditionWidths(picture), formats, says: writtenMetadata(picture),
  });
  if (developed === null || isRefused(developed)) {
    // A process that ended may do so for reasons that pass: the job is tried again.
    if (developed?.refused === 'gave-up') throw new Error(`no renditions of picture ${picture.id}: the darkroom gave up`);
    house.log.error({ picture: picture.id, reason: developed?.refused ?? 'no original' }, 'a picture cannot be made');
    if (picture.state === 'making') await house.act(picturesThemselves, (tools) => markFailed(tools.db, picture.id));
    return false;
  }
  const made = await keepRenditions(house.objects, developed);
  return keep(house, { picture, made, name: nameOfMaking(picture), formats });
}

/** Somebody may have changed the credit meanwhile: then these are made from something that is no longer true. */
async function keep(house: House, { picture, made, name, formats }: { picture: PictureWithRenditions; made: Made; name: string; formats: readonly Format[] }): Promise<boolean> {
  return house.act(picturesThemselves, async (tools) => {
    const now = await lockPicture(tools.db, picture.id);
    if (now === null || nameOfMaking(now) !== name || (await isSealed(tools.db, 'object', now.original))) return false;
    const onlyMore = formats === slowFormats;
    if (onlyMore && now.made !== name) return false;
    // Another process was quicker.
    if (!onlyMore && now.made === name) return true;
    await (onlyMore ? addRenditions(tools.db, picture.id, made.renditions) : replaceRenditions(tools.db, picture.id, { made: name, ...made }));
    await tools.announce({ event: 'picture.ready', facts: { id: picture.id }, tags: [`picture:${picture.id}`] });
    return true;
  });
}
