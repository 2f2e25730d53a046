/** What people do with films: put one in, say what it shows and whose it is, give it words for those who do not hear. */
import type { Actor, Tools } from '../../platform/feature.ts';
import type { ObjectStore } from '../../platform/objects/objects.ts';
import { StoreFull } from '../../platform/objects/store-full.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { isSealed } from '../../platform/seals.ts';
import { newId } from '../../platform/text/id.ts';
import { blankPrivateBoxes } from '../../platform/video/blank.ts';
import type { CaptionsRefusal } from '../../platform/video/captions.ts';
import { readCaptions } from '../../platform/video/captions.ts';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import { readVideo } from '../../platform/video/read.ts';
import type { VideoFacts, VideoRefusal } from '../../platform/video/video-file.ts';
import { withVideoFile } from '../../platform/video/video-file.ts';
import { pictureSummaries, reportUses } from '../pictures/pictures.ts';
import { kindOf, longestDuration, mayEdit } from './rules.ts';
import type { Video, VideoFields } from './store.ts';
import { countUp, deleteCaptions, insertVideo, lockVideo, putCaptions, updateFields } from './store.ts';

export const conversionJobName = 'videos.conversion';

/** What somebody says of a film when putting it in. */
export interface SaidOfVideo {
  readonly name: string;
  readonly language: string;
  readonly title?: string | undefined;
  readonly credit?: string | undefined;
}

/** A film whose object is written and whose row is not. */
export interface PreparedVideo {
  readonly facts: VideoFacts;
  readonly said: SaidOfVideo;
  readonly original: string;
  readonly converts: boolean;
}

export type PutInRefusal = VideoRefusal | Refused<'store-full' | 'too-long'>;

/**
 * Reads the file and writes the object, before and apart from the transaction. The file itself is changed: what it says
 * of the place it was made at is taken away. What browsers do not play is taken only where it can be converted.
 */
export async function prepareVideo(objects: ObjectStore, path: string, said: SaidOfVideo): Promise<PreparedVideo | PutInRefusal> {
  const facts = await withVideoFile(path, readVideo);
  if (isRefused(facts)) return facts;
  if ((facts.duration ?? 0) > longestDuration) return refuse('too-long', { hours: longestDuration / 3_600_000 });
  const converts = (await ffmpegVersion()) !== null;
  if (!facts.playable && !converts) {
    const { refused, kind } = kindOf(facts);
    return refuse(refused, { kind });
  }
  await blankPrivateBoxes(path);
  try {
    return { facts, said, converts, original: await objects.putFile(path) };
  } catch (error) {
    if (error instanceof StoreFull) return refuse('store-full');
    throw error;
  }
}

/** Keeps a prepared film; its qualities are made in a job, where there is who can make them. */
export async function keepVideo(tools: Tools, { facts, said, original, converts }: PreparedVideo): Promise<Video | Refused<'sealed'>> {
  if (await isSealed(tools.db, 'object', original)) return refuse('sealed');
  const { mediaType, width, height, duration, bytes, playable } = facts;
  const video: Video = {
    id: newId(), original, name: said.name, media_type: mediaType, video_codec: facts.video, audio_codec: facts.audio, codecs: facts.codecs, playable, width, height, duration, bytes,
    title: said.title ?? '', description: '', credit: said.credit ?? '', language: said.language, poster: null, poster_x: 50, poster_y: 50,
    conversion: converts ? 'waiting' : 'none', progress: 0, blocked_at: null, block_reason: '', version: 1, created_at: tools.now, created_by: tools.by.id,
  };
  await insertVideo(tools.db, video);
  if (converts) await tools.later(conversionJobName, { id: video.id });
  await tools.record({ act: 'video.upload', subject: `video:${video.id}`, detail: { original, bytes } });
  await tools.announce({ event: 'video.uploaded', facts: { id: video.id } });
  return video;
}

export interface VideoChange extends Partial<{ readonly [Field in keyof VideoFields]: VideoFields[Field] | undefined }> {
  readonly id: string;
  /** The version that the change was made from. */
  readonly version: number;
}

export type VideoChangeRefusal = Refused<'no-such-video' | 'not-yours' | 'changed-meanwhile' | 'no-such-poster'>;

export async function changeVideo(tools: Tools, change: VideoChange): Promise<Video | VideoChangeRefusal> {
  const video = await lockVideo(tools.db, change.id);
  if (video === null) return refuse('no-such-video');
  if (!mayEdit(tools.by, { createdBy: video.created_by })) return refuse('not-yours');
  if (video.version !== change.version) return refuse('changed-meanwhile');
  if (typeof change.poster === 'string' && !(await pictureSummaries(tools.db, [change.poster])).has(change.poster)) return refuse('no-such-poster', { pointer: '/poster' });
  const wanted = Object.fromEntries(fieldNames.flatMap((field) => (change[field] === undefined ? [] : [[field, change[field]]])));
  const changed: Video = { ...video, ...wanted, version: video.version + 1 };
  await updateFields(tools.db, video.id, changed);
  await tellPoster(tools, changed);
  await tools.record({ act: 'video.edit', subject: `video:${video.id}`, detail: { from: video.version, fields: fieldNames.filter((field) => changed[field] !== video[field]) } });
  await tellChange(tools, video.id);
  return changed;
}

/** Tells pictures that the film shows its poster; readers see it through the stories that show the film, which tell so themselves. */
export async function tellPoster(tools: Tools, { id, title, name, poster }: Pick<Video, 'id' | 'title' | 'name' | 'poster'>): Promise<void> {
  await reportUses(tools, [{ usedBy: `video:${id}`, title: title === '' ? name : title, path: `/videos/${id}`, since: null, pictures: poster === null ? [] : [{ id: poster, public: false }] }]);
}

/** Puts captions in one language, or others in their place. */
export async function captionVideo(tools: Tools, { id, language, bytes }: { id: string; language: string; bytes: Uint8Array }): Promise<{ readonly cues: number } | CaptionsRefusal | Refused<'no-such-video' | 'not-yours'>> {
  const video = await editable(tools, id);
  if (isRefused(video)) return video;
  const captions = readCaptions(bytes);
  if (isRefused(captions)) return captions;
  await putCaptions(tools.db, id, { language, text: captions.text, cues: captions.cues });
  await countUp(tools.db, id);
  await tools.record({ act: 'video.edit', subject: `video:${id}`, detail: { captions: language, cues: captions.cues } });
  await tellChange(tools, id);
  return captions;
}

export async function removeCaptions(tools: Tools, { id, language }: { id: string; language: string }): Promise<null | Refused<'no-such-video' | 'not-yours' | 'no-such-captions'>> {
  const video = await editable(tools, id);
  if (isRefused(video)) return video;
  if (!(await deleteCaptions(tools.db, id, language))) return refuse('no-such-captions');
  await countUp(tools.db, id);
  await tools.record({ act: 'video.edit', subject: `video:${id}`, detail: { captionsRemoved: language } });
  await tellChange(tools, id);
  return null;
}

/** The film, held, for those who may change it. */
export async function editable(tools: Tools, id: string): Promise<Video | Refused<'no-such-video' | 'not-yours'>> {
  const video = await lockVideo(tools.db, id);
  if (video === null) return refuse('no-such-video');
  return mayEdit(tools.by, { createdBy: video.created_by }) ? video : refuse('not-yours');
}

export async function tellChange(tools: Tools, id: string): Promise<void> {
  await tools.announce({ event: 'video.changed', facts: { id, by: tools.by.id }, tags: [`video:${id}`] });
}

/** The program, where it makes qualities by itself. */
export const videosThemselves: Actor = { kind: 'program', id: 'videos', name: 'Broadsheet', role: null };

const fieldNames = ['title', 'description', 'credit', 'language', 'poster', 'poster_x', 'poster_y'] as const;
