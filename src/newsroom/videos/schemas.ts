/** Films as the JSON API shows them. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField, listQuery, optionalLineField, textField } from '../../platform/http/fields.ts';
import type { PictureSummary } from '../pictures/pictures.ts';
import { thumbOf } from '../pictures/pictures.ts';
import { missingToPublish, warningsOf } from './rules.ts';
import type { WholeVideo } from './store.ts';
import { summaryOf } from './summaries.ts';
import { conversions, mediaTypes } from './video.ts';

const percent = z.number().int().min(0).max(100);

export const saidFields = z.object({ title: optionalLineField(300).optional(), credit: optionalLineField(500).optional(), language: languageField.optional() });
export const putInQuery = saidFields.extend({ name: z.string().max(200).default('').openapi({ description: 'As the file was called' }) });

export const changeSchema = z.strictObject({
  title: optionalLineField(300).optional(),
  description: textField(5_000).optional(),
  credit: optionalLineField(500).optional(),
  language: languageField.optional(),
  poster: z.string().max(32).nullable().optional().openapi({ description: 'A picture of the library' }),
  posterAt: z.strictObject({ x: percent, y: percent }).optional().openapi({ description: 'The middle of what is shown of it, in percent from the left and from the top' }),
}).openapi('VideoChange');

export const reasonSchema = z.strictObject({ reason: lineField(1_000) });
export const sealSchema = reasonSchema.extend({ confirm: z.literal(true) }).strict();

export const videoSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.enum(mediaTypes),
  codecs: z.object({ video: z.string(), audio: z.string().nullable() }),
  width: z.number().int(),
  height: z.number().int(),
  duration: z.number().int().nullable().openapi({ description: 'In milliseconds; null where the file does not say' }),
  bytes: z.number().int(),
  title: z.string(),
  description: z.string(),
  credit: z.string(),
  language: z.string(),
  poster: z.object({ id: z.string(), url: z.string().nullable(), thumb: z.string().nullable() }).nullable(),
  posterAt: z.object({ x: z.number(), y: z.number() }),
  captions: z.array(z.object({ language: z.string(), url: z.string(), cues: z.number().int() })),
  sources: z.array(z.object({ url: z.string(), type: z.string(), media: z.string().nullable() })).openapi({ description: 'As pages offer them to browsers' }),
  conversion: z.object({ state: z.enum(conversions), progress: z.number().int().openapi({ description: 'In percent' }) }),
  qualities: z.array(z.object({ width: z.number().int(), height: z.number().int(), bytes: z.number().int() })),
  blocked: z.object({ at: z.string(), reason: z.string() }).nullable(),
  missing: z.array(z.object({ name: z.enum(['title', 'credit', 'poster', 'rights', 'qualities']), field: z.string() })).openapi({ description: 'What readers need before it may be published' }),
  warnings: z.array(z.enum(['captions'])),
  version: z.number().int(),
  createdAt: z.string(),
  createdBy: z.string(),
}).openapi('Video');

export const videoListSchema = z.object({ items: z.array(videoSchema), next: z.string().nullable(), converts: z.boolean().openapi({ description: 'ffmpeg is installed where the program runs' }) });
export const videoQuery = listQuery.extend({ q: z.string().max(200).optional().openapi({ description: 'Words in name, title, description or credit' }) });

/** Plain OpenAPI, not a schema that reads the body: it is streamed, not gathered. */
export const putInContent = { 'video/*': { schema: { type: 'string' as const, format: 'binary' } } };
export const captionsContent = { 'text/vtt': { schema: { type: 'string' as const, format: 'binary' } } };

export type VideoJson = z.infer<typeof videoSchema>;

export function videoJson(video: WholeVideo, posters: ReadonlyMap<string, PictureSummary>): VideoJson {
  const { id, name, media_type: mediaType, width, height, duration, bytes, title, description, credit, language, conversion: state, progress, version } = video;
  const summary = summaryOf(video);
  const { posterAt } = summary;
  const poster = summary.poster === null ? undefined : posters.get(summary.poster);
  return {
    id, name, mediaType, codecs: { video: video.video_codec, audio: video.audio_codec }, width, height, duration, bytes, title, description, credit, language, posterAt: { ...posterAt }, version,
    poster: poster === undefined ? null : { id: poster.id, url: poster.fallback, thumb: thumbOf(poster) },
    captions: summary.captions.map((one, i) => ({ ...one, cues: video.captions[i]?.cues ?? 0 })),
    sources: summary.sources.map((one) => ({ ...one })), conversion: { state, progress },
    qualities: video.renditions.filter(({ kind }) => kind === 'file').map((one) => ({ width: one.width, height: one.height, bytes: one.bytes })),
    blocked: video.blocked_at === null ? null : { at: video.blocked_at.toISOString(), reason: video.block_reason },
    missing: missingToPublish(summary, poster).map((field) => ({ name: field, field })), warnings: warningsOf(summary),
    createdAt: video.created_at.toISOString(), createdBy: video.created_by,
  };
}
