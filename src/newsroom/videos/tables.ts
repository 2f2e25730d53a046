import type { Generated } from 'kysely';
import type { Conversion, RenditionKind, VideoMediaType } from './video.ts';

export interface VideoRow {
  id: string;
  /** The object that holds the file. */
  original: string;
  name: string;
  media_type: VideoMediaType;
  video_codec: string;
  audio_codec: string | null;
  /** Empty where browsers cannot play the file as it is. */
  codecs: string;
  playable: boolean;
  width: number;
  height: number;
  /** In milliseconds. */
  duration: number | null;
  bytes: number;
  title: Generated<string>;
  description: Generated<string>;
  credit: Generated<string>;
  language: string;
  poster: string | null;
  /** Percent from the left and from the top. */
  poster_x: Generated<number>;
  poster_y: Generated<number>;
  conversion: Generated<Conversion>;
  /** In percent. */
  progress: Generated<number>;
  blocked_at: Date | null;
  block_reason: Generated<string>;
  version: Generated<number>;
  created_at: Date;
  created_by: string;
}

export interface CaptionsRow {
  video_id: string;
  language: string;
  /** WebVTT. */
  text: string;
  cues: number;
}

export interface VideoRenditionRow {
  video_id: string;
  kind: RenditionKind;
  width: number;
  height: number;
  /** The object that holds it. */
  address: string;
  bytes: number;
  codecs: string;
  /** Bits in a second at most. */
  bandwidth: number;
  playlist: Generated<string>;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    videos: VideoRow;
    video_captions: CaptionsRow;
    video_renditions: VideoRenditionRow;
  }
}
