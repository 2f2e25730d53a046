/** What pages show of films, straight from the rows. */
import type { Db } from '../../platform/database/database.ts';
import type { PictureSummary } from '../pictures/pictures.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { largeScreen, usualSide } from './rules.ts';
import { captionFiles, originalOf, playlistType, qualityFiles, streamFiles } from './shown-files.ts';
import type { WholeVideo } from './store.ts';
import { readVideos } from './store.ts';
import type { VideoSource, VideoSummary } from './video.ts';
import { videoUrl } from './video.ts';

/** By id, in one query; ids that nothing has are absent. */
export async function videoSummaries(db: Db, ids: readonly string[]): Promise<Map<string, VideoSummary>> {
  const videos = await readVideos(db, ids);
  return new Map(videos.map((video) => [video.id, summaryOf(video)]));
}

export function postersOf(db: Db, videos: readonly WholeVideo[]): Promise<Map<string, PictureSummary>> {
  return pictureSummaries(db, videos.flatMap(({ poster }) => poster ?? []));
}

export function summaryOf(video: WholeVideo): VideoSummary {
  const { id, width, height, duration, title, description, credit, language } = video;
  const usable = !video.sealed && video.blocked_at === null;
  const sources = usable ? sourcesOf(video) : [];
  return {
    id, width, height, duration, title, description, credit, language, usable, sources, ready: sources.length > 0,
    silent: video.audio_codec === null, poster: video.poster, posterAt: { x: video.poster_x, y: video.poster_y },
    captions: usable ? captionFiles(video).map(({ language: spoken, name }) => ({ language: spoken, url: videoUrl(id, name) })) : [],
  };
}

/** The stream for those who play it; then a file for the screen; where there are no qualities, the file as it came. */
function sourcesOf(video: WholeVideo): VideoSource[] {
  const files = qualityFiles(video);
  const side = (file: { width: number; height: number }) => Math.min(file.width, file.height);
  const usual = files.findLast((file) => side(file) <= usualSide) ?? files[0];
  const original = originalOf(video);
  if (usual === undefined) return original === null ? [] : [{ url: videoUrl(video.id, original.name), type: typed(original.type, video.codecs), media: null }];
  const larger = files.filter((file) => side(file) > side(usual)).at(-1);
  return [
    ...streamFiles(video).slice(0, 1).map(({ name }) => ({ url: videoUrl(video.id, name), type: playlistType, media: null })),
    ...(larger === undefined ? [] : [{ url: videoUrl(video.id, larger.name), type: typed('video/mp4', larger.codecs), media: largeScreen }]),
    { url: videoUrl(video.id, usual.name), type: typed('video/mp4', usual.codecs), media: null },
  ];
}

function typed(type: string, codecs: string): string {
  return codecs === '' ? type : `${type}; codecs="${codecs}"`;
}
