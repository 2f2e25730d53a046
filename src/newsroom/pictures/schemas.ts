/** Pictures as the JSON API shows them. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField, listQuery, optionalLineField, textField } from '../../platform/http/fields.ts';
import { formats, madeOf, pictureStates, renditionUrl, shapes } from './picture.ts';
import { missingToPublish, originOf, rightsOf, sourceTypeOf } from './rules.ts';
import type { PictureWithRenditions } from './store.ts';
import { summaryOf, thumbOf } from './summaries.ts';

export const fieldsSchema = z.object({
  caption: textField(10_000).optional(),
  credit: optionalLineField(500).optional(),
  alt: optionalLineField(2_000).optional(),
  language: languageField.optional(),
}).strict();

export const changeSchema = fieldsSchema.extend({
  decorative: z.boolean().optional().openapi({ description: 'It shows nothing that must be said: no alternative text is needed' }),
  sourceType: z.string().max(200).overwrite(sourceTypeOf).optional().openapi({ description: "A term of the IPTC's digital source types, or its address; empty: unknown", example: 'trainedAlgorithmicMedia' }),
  usableUntil: z.iso.datetime({ offset: true }).nullable().optional().openapi({ description: 'The instant at which the right to show it ends' }),
}).strict();

export const reasonSchema = z.object({ reason: lineField(1_000) }).strict();
export const sealSchema = reasonSchema.extend({ confirm: z.literal(true) }).strict();

export const pictureSchema = z.object({
  id: z.string(),
  name: z.string().openapi({ description: 'As the file was called' }),
  mediaType: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  bytes: z.number().int(),
  caption: z.string(),
  credit: z.string(),
  alt: z.string(),
  language: z.string(),
  colour: z.string().openapi({ description: 'The average, as #rrggbb' }),
  state: z.enum(pictureStates),
  version: z.number().int(),
  thumb: z.string().nullable(),
  renditions: z.array(z.object({ shape: z.enum(shapes), format: z.enum(formats), width: z.number().int(), height: z.number().int(), url: z.string() })),
  metadata: z.looseObject({}).openapi({ description: 'What the file says of itself' }),
  createdAt: z.string(),
  createdBy: z.string(),
  decorative: z.boolean(),
  sourceType: z.string(),
  origin: z.enum(['generated', 'altered']).nullable().openapi({ description: 'What readers are told of how it came to be' }),
  usableUntil: z.string().nullable(),
  rights: z.enum(['free', 'ending', 'ended', 'blocked', 'sealed']).openapi({ description: '`ending`: within a week' }),
  blocked: z.object({ at: z.string(), reason: z.string() }).nullable(),
  missing: z.array(z.object({ name: z.enum(['rights', 'credit', 'alt']), field: z.string() })).openapi({ description: 'What readers need before it may be published' }),
}).openapi('Picture');

export const pictureListSchema = z.object({ items: z.array(pictureSchema), next: z.string().nullable() });

export const pictureQuery = listQuery.extend({ q: z.string().max(200).optional().openapi({ description: 'Words in name, caption, credit or alternative text' }) });

/** Plain OpenAPI, not a schema that reads the body: it is streamed, not gathered. */
export const uploadContent = {
  'multipart/form-data': {
    schema: {
      type: 'object' as const,
      required: ['file'],
      properties: {
        file: { type: 'string' as const, format: 'binary' },
        caption: { type: 'string' as const }, credit: { type: 'string' as const }, alt: { type: 'string' as const }, language: { type: 'string' as const },
      },
    },
  },
  'image/*': { schema: { type: 'string' as const, format: 'binary' } },
};

export type PictureJson = z.infer<typeof pictureSchema>;

export function pictureJson(picture: PictureWithRenditions, now: Date): PictureJson {
  const { id, name, media_type: mediaType, width, height, bytes, caption, credit, alt, language, colour, state, version, metadata } = picture;
  const summary = summaryOf(picture);
  return {
    id, name, mediaType, width, height, bytes, caption, credit, alt, language, colour, state, version, metadata: { ...metadata },
    thumb: thumbOf(summary),
    renditions: picture.renditions.map(({ shape, format, width: wide, height: tall }) => ({
      shape, format, width: wide, height: tall, url: renditionUrl({ id, made: madeOf(picture, shape), shape, width: wide, format }),
    })),
    createdAt: picture.created_at.toISOString(), createdBy: picture.created_by,
    decorative: picture.decorative, sourceType: picture.source_type, origin: originOf(picture.source_type), usableUntil: picture.usable_until?.toISOString() ?? null,
    rights: rightsOf({ sealed: picture.sealed, blockedAt: picture.blocked_at, usableUntil: picture.usable_until }, now),
    blocked: picture.blocked_at === null ? null : { at: picture.blocked_at.toISOString(), reason: picture.block_reason },
    missing: missingToPublish(summary).map((field) => ({ name: field, field })),
  };
}
