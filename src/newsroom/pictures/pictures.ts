/**
 * Pictures: what comes from agencies and photographers, whose it is, what it shows, and the sizes that pages need.
 *
 * - A file is read by its content; what cannot be read is refused by name. The original is kept untouched.
 * - Renditions are upright, in sRGB, without position or serial numbers, and carry credit and rights.
 * - To publish, a picture needs a credit and an alternative text, or the mark that it is decorative: `missingToPublish`.
 * - One that is blocked, sealed, or whose right has ended is on no page, and its addresses answer 410.
 *
 * Announces `picture.uploaded {id}`, `picture.changed {id, version, by}`, `picture.ready {id}`, `picture.blocked {id}`,
 * `picture.unblocked {id}`, `picture.ended {id}` and `picture.sealed {id}`, with the tag `picture:<id>` where pages show
 * something else from then on.
 */
import type { Feature } from '../../platform/feature.ts';
import { createDailySweep } from '../../platform/objects/sweeping.ts';
import { pictureActs } from './acts.ts';
import { picturesApi } from './api.ts';
import { renditionAnswers } from './files.ts';
import { renditionsJob } from './jobs.ts';
import { endWhatIsDue, removalJob, takeAwaySealed } from './rights.ts';
import { everyObject, namedObjects } from './store.ts';
import { tellWhatEnds } from './telling.ts';
import { pictureUploads } from './uploading.ts';
import { words } from './words.ts';

export type { Format, PictureState, PictureSummary } from './picture.ts';
export type { PictureImport } from './actions.ts';
export { erasePictures, importPicture } from './actions.ts';
export type { PictureTerms } from './details.ts';
export { mayUse } from './details.ts';
export { missingToPublish } from './rules.ts';
export type { PicturesInUse } from './uses.ts';
export type { Reported } from './uses-store.ts';
export { usesOf } from './uses-store.ts';
export { picturesInUse, reportUses } from './uses.ts';
export { pictureSummaries, thumbOf } from './summaries.ts';

function earlier(one: Date | null, other: Date | null): Date | null {
  return one === null || other === null ? one ?? other : one < other ? one : other;
}

const dailySweep = createDailySweep();

export const feature: Feature = {
  name: 'pictures', acts: pictureActs, words, api: picturesApi, first: renditionAnswers, uploads: [pictureUploads], jobs: [renditionsJob, removalJob], namesObjects: namedObjects, everyObject, takeAwaySealed,
  due: async (house) => {
    await dailySweep(house);
    return earlier(await endWhatIsDue(house), await tellWhatEnds(house));
  },
};
