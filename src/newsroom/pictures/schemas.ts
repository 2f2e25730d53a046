/** Pictures as the JSON API shows them. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField, listQuery, optionalLineField, textField } from '../../platform/http/fields.ts';
import type { DetailName, Details } from './details.ts';
import { detailLists, detailsOf, detailTexts } from './details.ts';
import { formats, madeOf, origins, pictureStates, renditionUrl, shapes } from './picture.ts';
import { focalPointOf, missingToPublish, originOf, rightsNames, rightsOf, sourceTypeOf } from './rules.ts';
import type { PictureWords } from './actions.ts';
import type { Collection } from './collections-store.ts';
import type { StoredUse } from './uses-store.ts';
import type { PictureWithRenditions } from './store.ts';
import { summaryOf, thumbOf } from './summaries.ts';

export const fieldsSchema = z.object({
  caption: textField(10_000).optional(),
  credit: optionalLineField(500).optional(),
  alt: optionalLineField(2_000).optional(),
  language: languageField.optional(),
}).strict();

const detail = (longest = 2_000) => optionalLineField(longest).optional();
const details = {
  headline: detail(), creators: z.array(lineField(500)).max(50).optional(), creditLine: detail(500), source: detail(500), copyright: detail(), usageTerms: textField(10_000).optional(), instructions: textField(10_000).optional(),
  keywords: z.array(lineField(200)).max(200).optional(), date: detail(40).openapi({ description: 'When it was taken: ISO 8601, as much of it as is known', example: '2026-11-23T08:15:00+01:00' }),
  place: detail(500), city: detail(500), region: detail(500), country: detail(500),
};
/** Something that may use pictures, or somebody: `story:k3f9bcdf`, `role:editor`. */
const reference = (kinds: string) => z.string().regex(new RegExp(`^(?:${kinds}):[A-Za-z0-9-]{1,40}$`, 'u'));

export const changeSchema = fieldsSchema.extend({
  ...details,
  focus: z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) }).strict().nullable().optional().openapi({ description: 'What crops keep in sight: fractions of width and height from the top left; null: as the program finds it' }),
  usableBy: z.array(reference('role|staff')).max(50).optional().openapi({ description: 'Who may bring it before readers: `role:editor`, `staff:k3f9bcdf`; none: anybody' }),
  days: z.number().int().min(1).max(36_500).nullable().optional().openapi({ description: 'Not in the archive: it leaves what shows it so many days after readers first saw that' }),
  onlyWith: reference('[a-z-]+').nullable().optional().openapi({ description: 'The only thing that may show it', example: 'story:k3f9bcdf' }),
  decorative: z.boolean().optional().openapi({ description: 'It shows nothing that must be said: no alternative text is needed' }),
  sourceType: z.string().max(200).overwrite(sourceTypeOf).optional().openapi({ description: "A term of the IPTC's digital source types, or its address; empty: unknown", example: 'trainedAlgorithmicMedia' }),
  usableUntil: z.iso.datetime({ offset: true }).nullable().optional().openapi({ description: 'The instant at which the right to show it ends' }),
}).strict();

export const reasonSchema = z.object({ reason: lineField(1_000) }).strict();
export const sealSchema = reasonSchema.extend({ confirm: z.literal(true) }).strict();

type DetailShape = { [Name in DetailName]: Name extends (typeof detailLists)[number] ? z.ZodArray<z.ZodString> : z.ZodString };

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
  metadata: z.looseObject({}).openapi({ description: 'What the file says of itself, untouched' }),
  createdAt: z.string(),
  createdBy: z.string(),
  decorative: z.boolean(),
  sourceType: z.string(),
  origin: z.enum(origins).nullable().openapi({ description: 'What readers are told of how it came to be' }),
  usableUntil: z.string().nullable(),
  usableBy: z.array(z.string()),
  days: z.number().int().nullable(),
  onlyWith: z.string().nullable(),
  focus: z.object({ x: z.number(), y: z.number(), byHand: z.boolean() }),
  details: z.object({ ...Object.fromEntries(detailTexts.map((name) => [name, z.string()])), ...Object.fromEntries(detailLists.map((name) => [name, z.array(z.string())])) } as DetailShape).openapi({ description: 'Headline, creators and further fields of the IPTC Photo Metadata Standard, as the newsroom has them' }),
  rights: z.enum(rightsNames).openapi({ description: '`ending`: within a week' }),
  blocked: z.object({ at: z.string(), reason: z.string() }).nullable(),
  missing: z.array(z.object({ name: z.enum(['rights', 'credit', 'alt']), field: z.string() })).openapi({ description: 'What readers need before it may be published' }),
}).openapi('Picture');

export const pictureListSchema = z.object({ items: z.array(pictureSchema), next: z.string().nullable() });

const dayField = z.iso.date().optional();
export const pictureQuery = listQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words, parts of words or other forms of them, in all that is said of a picture' }),
  credit: z.string().max(200).optional(),
  from: dayField.openapi({ description: 'The first day on which it was taken' }),
  to: dayField.openapi({ description: 'The last day on which it was taken' }),
  rights: z.enum(rightsNames).optional(),
  missing: z.enum(['credit', 'alt']).optional(),
  origin: z.enum(origins).optional(),
  used: z.stringbool().optional().openapi({ description: 'Whether something shows it' }),
  by: z.string().max(40).optional().openapi({ description: 'Who put it in' }),
  collection: z.string().max(32).optional(),
});

const ids = z.array(z.string().max(32)).max(200);
export const severalSchema = z.object({
  ids: ids.min(1), change: changeSchema,
  onlyEmpty: z.boolean().optional().openapi({ description: 'Fills in only what is empty: what the file or somebody else has said stays' }),
}).strict().openapi('ChangeOfPictures');
export const severalAnswer = z.object({
  changed: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), name: z.string() })),
}).openapi('ChangedPictures');

export const useSchema = z.object({
  usedBy: z.string().openapi({ example: 'story:k3f9bcdf' }), title: z.string(), path: z.string().openapi({ description: 'Its place in the desk' }),
  public: z.boolean(), since: z.string().nullable(), endsAt: z.string().nullable(), ended: z.boolean(),
}).openapi('PictureUse');
export const alikeSchema = z.object({ items: z.array(z.object({ picture: pictureSchema, distance: z.number().int().openapi({ description: '0: the same to the eye; up to 10: another size, format or brightness' }) })) });
export const usesSchema = z.object({ items: z.array(useSchema) });

export const collectionSchema = z.object({ id: z.string(), name: z.string(), count: z.number().int() }).openapi('PictureCollection');
export const collectionsSchema = z.object({ items: z.array(collectionSchema) });
export const namedSchema = z.object({ name: lineField(100) }).strict();
export const fillSchema = z.object({ add: ids.default([]), remove: ids.default([]) }).strict().openapi('CollectionFilling');

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
  const { id, name, media_type: mediaType, width, height, bytes, caption, credit, alt, language, colour, state, version, stated } = picture;
  const summary = summaryOf(picture);
  return {
    id, name, mediaType, width, height, bytes, caption, credit, alt, language, colour, state, version, metadata: { ...stated },
    thumb: thumbOf(summary),
    renditions: picture.renditions.map(({ shape, format, width: wide, height: tall }) => ({
      shape, format, width: wide, height: tall, url: renditionUrl({ id, made: madeOf(picture, shape), shape, width: wide, format }),
    })),
    createdAt: picture.created_at.toISOString(), createdBy: picture.created_by,
    decorative: picture.decorative, sourceType: picture.source_type, origin: originOf(picture.source_type), usableUntil: picture.usable_until?.toISOString() ?? null,
    usableBy: picture.usable_by, days: picture.days, onlyWith: picture.only_with, focus: focalPointOf(picture), details: mutable(detailsOf(picture.metadata)),
    rights: rightsOf({ sealed: picture.sealed, blockedAt: picture.blocked_at, usableUntil: picture.usable_until }, now),
    blocked: picture.blocked_at === null ? null : { at: picture.blocked_at.toISOString(), reason: picture.block_reason },
    missing: missingToPublish(summary).map((field) => ({ name: field, field })),
  };
}

function mutable({ creators, keywords, ...texts }: Details) {
  return { ...texts, creators: [...creators], keywords: [...keywords] };
}

export function useJson(use: StoredUse): z.infer<typeof useSchema> {
  return {
    usedBy: use.used_by, title: use.title, path: use.path, public: use.public,
    since: use.since?.toISOString() ?? null, endsAt: use.ends_at?.toISOString() ?? null, ended: use.ended,
  };
}

export function collectionJson({ id, name, count }: Collection): z.infer<typeof collectionSchema> {
  return { id, name, count };
}

/** What somebody wants to say of a picture, as the action takes it. */
export function wordsFrom({ sourceType, usableUntil, usableBy, onlyWith, focus, ...fields }: z.infer<typeof changeSchema>): PictureWords {
  return {
    ...fields, source_type: sourceType, usable_by: usableBy, only_with: onlyWith, ...(focus !== undefined && { focal_x: thousandth(focus?.x), focal_y: thousandth(focus?.y) }),
    usable_until: typeof usableUntil === 'string' ? new Date(usableUntil) : usableUntil,
  };
}

/** As fine as anybody can point; also what the column keeps of it. */
function thousandth(part: number | undefined): number | null {
  return part === undefined ? null : Math.round(part * 1000) / 1000;
}
