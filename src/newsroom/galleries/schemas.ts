/** Galleries as they come in and go out through the API. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField, listQuery, optionalLineField, textField } from '../../platform/http/fields.ts';
import type { PictureSummary } from '../pictures/picture.ts';
import { missingToPublish as missingOfPicture, thumbOf } from '../pictures/pictures.ts';
import { greatestGallery, longestCaption, longestLead, longestTitle, missingToPublish } from './rules.ts';
import type { Gallery } from './store.ts';

const idField = z.string().regex(/^[0-9a-z]{1,32}$/u);
const placedPicture = z.strictObject({ id: idField, caption: optionalLineField(longestCaption).default('').openapi({ description: 'Empty: the caption of the picture itself' }) });

const picturesField = z.array(placedPicture).max(greatestGallery).superRefine((pictures, context) => {
  const twice = pictures.findIndex(({ id }, i) => pictures.findIndex((one) => one.id === id) < i);
  if (twice !== -1) context.addIssue({ code: 'custom', path: [twice], message: 'This picture is in the gallery already.', params: { name: 'same-picture' } });
}).openapi({ description: 'In order, each once' });

const leadField = textField(longestLead);

export const newGallerySchema = z.strictObject({
  title: lineField(longestTitle), lead: leadField.default(''), language: languageField.default('de'), pictures: picturesField.default([]),
}).openapi('NewGallery');

export const galleryChangeSchema = z.strictObject({
  title: lineField(longestTitle).optional(), lead: leadField.optional(), language: languageField.optional(), pictures: picturesField.optional(),
}).openapi('GalleryChange');

export const galleryQuery = listQuery.extend({
  q: z.string().max(200).optional().openapi({ description: 'Words in title or lead' }),
  language: languageField.optional(),
  picture: idField.optional().openapi({ description: 'Only galleries that have this picture' }),
});

export const gallerySchema = z.object({
  id: z.string(), title: z.string(), lead: z.string(), language: z.string(),
  pictures: z.array(z.object({
    id: z.string(), caption: z.string(), thumb: z.string().nullable(), own: z.string().openapi({ description: 'The caption of the picture itself' }), alt: z.string(), credit: z.string(),
    missing: z.array(z.enum(['rights', 'credit', 'alt'])),
  })),
  missing: z.array(z.object({ name: z.string(), values: z.looseObject({}) })).openapi({ description: 'What readers need before a story may be published with it' }),
  version: z.number().int(), changedAt: z.string(), changedBy: z.object({ id: z.string(), name: z.string() }), discarded: z.boolean(),
}).openapi('Gallery');

export const galleryListSchema = z.object({ items: z.array(gallerySchema), next: z.string().nullable() }).openapi('GalleryList');

export type GalleryJson = z.infer<typeof gallerySchema>;

export function galleryJson(gallery: Gallery, pictures: ReadonlyMap<string, PictureSummary>): GalleryJson {
  const { id, title, lead, language, version, changed_at: changedAt, changed_by: by, changed_by_name: name } = gallery;
  return {
    id, title, lead, language, pictures: gallery.pictures.map((one) => ({ ...one, ...shownOf(pictures.get(one.id)) })),
    missing: missingToPublish(gallery, pictures).map((one) => ({ name: one.name, values: { ...one.values } })),
    version, changedAt: changedAt.toISOString(), changedBy: { id: by, name }, discarded: gallery.discarded_at !== null,
  };
}

function shownOf(picture: PictureSummary | undefined): Omit<GalleryJson['pictures'][number], 'id' | 'caption'> {
  if (picture === undefined) return { thumb: null, own: '', alt: '', credit: '', missing: ['rights'] };
  return { thumb: thumbOf(picture), own: picture.caption, alt: picture.alt, credit: picture.credit, missing: missingOfPicture(picture) };
}
