/**
 * Videos: films of the newsroom's own, from the file to the reader.
 *
 * - The content decides what a file is. MP4 with H.264 and WebM are played as they are; where ffmpeg is installed every
 *   film becomes several qualities, also as HTTP Live Streaming, and QuickTime and HEVC from phones are taken too.
 * - What a file says of the place it was made at is taken away before it can be fetched.
 * - To publish, a film needs a title, a credit and a poster; without captions the desk is warned: `missingToPublish`, `warningsOf`.
 * - One that is blocked or sealed is on no page, and its addresses answer 410.
 *
 * Announces `video.uploaded {id}`, `video.changed {id, by}`, `video.ready {id}`, `video.converting {id, state}`,
 * `video.blocked {id}`, `video.unblocked {id}`, `video.sealed {id}`, with the tag `video:<id>` where pages show something
 * else from then on.
 */
import type { Feature } from '../../platform/feature.ts';
import { videoActs } from './acts.ts';
import { videosApi } from './api.ts';
import { conversionJob } from './converting.ts';
import { videoAnswers } from './files.ts';
import { removalJob, takeAwaySealed } from './rights.ts';
import { everyObject, namedObjects } from './store.ts';
import { videoUploads } from './uploading.ts';
import { words } from './words.ts';

export type { PreparedVideo } from './actions.ts';
export { prepareVideo } from './actions.ts';
export { bringVideo, eraseVideos } from './bringing.ts';
export type { VideoSummary } from './video.ts';
export { videoUrl } from './video.ts';
export { missingToPublish, warningsOf } from './rules.ts';
export { videoSummaries } from './summaries.ts';

export const feature: Feature = {
  name: 'videos', acts: videoActs, words, api: videosApi, first: videoAnswers, jobs: [conversionJob, removalJob], uploads: [videoUploads], namesObjects: namedObjects, everyObject, takeAwaySealed,
};
