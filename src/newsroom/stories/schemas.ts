/** The shapes that come in through the API: checked here, trusted inside. */
import { z } from '@hono/zod-openapi';
import { storyElements } from './elements/elements.ts';
import { greatestLength, readDocument } from './grammar.ts';
import { documentFromHtml } from './html.ts';
import type { Dropped } from './html.ts';
import type { DocumentJson } from './grammar.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused } from '../../platform/result.ts';
import { authorName } from '../authors/authors.ts';
import { topicName } from '../topics/topics.ts';
import { greatestField, greatestReferences, previewHours } from './rules.ts';
import { labels } from './story.ts';

const line = z.string().max(greatestField).transform((text) => text.normalize('NFC').replace(/[\r\n\t ]+/gu, ' ').trim());
const text = z.string().max(greatestField).transform((one) => one.normalize('NFC').trim());
const id = z.string().regex(/^[0-9a-z]{1,32}$/u);
const names = z.array(line.pipe(z.string().min(1).max(200))).max(greatestReferences);
const slug = z.string().max(200).regex(/^[a-z0-9]*(-[a-z0-9]+)*$/u);
const webAddress = z.url({ protocol: /^https?$/u }).max(2_000);

const body = z.union([
  z.strictObject({ html: z.string().max(greatestLength) }),
  z.strictObject({ document: z.unknown() }),
]).openapi({ description: 'HTML, mapped to the grammar, or a document of it' });

const picture = z.union([id, z.strictObject({ id, caption: text.optional() })]).transform((one) => (typeof one === 'string' ? { id: one, caption: '' } : { id: one.id, caption: one.caption ?? '' }));

const fields = {
  kicker: line, headline: line, lead: text, teaserTitle: line, slug, furtherSections: z.array(z.string().max(500)).max(greatestReferences),
  topics: z.array(topicName).max(greatestReferences), authors: z.array(id).max(greatestReferences), byline: z.array(authorName).max(greatestReferences), credits: names, picture: picture.nullable(),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u), translationOf: id.nullable(), continues: id.nullable(), label: z.enum(labels).nullable(),
  searchTitle: line, searchDescription: text, canonical: webAddress.nullable(), body,
};

const instant = z.iso.datetime({ offset: true }).transform((one) => new Date(one));

export const newStorySchema = z.strictObject({ ...fields, section: z.string().min(1).max(500), headline: line.pipe(z.string().min(1)) })
  .partial().required({ section: true, headline: true }).openapi('NewStory');

export const storyChangeSchema = z.strictObject({
  ...fields, section: z.string().min(1).max(500), embargoUntil: instant.nullable(), assigned: z.array(z.string().min(1).max(64)).max(greatestReferences),
  reason: z.enum(['autosave', 'save']),
}).partial().openapi('StoryChange');

export const listQuerySchema = z.object({
  q: z.string().max(200).optional(), state: z.enum(['draft', 'submitted', 'scheduled', 'public', 'withdrawn', 'discarded']).optional(),
  section: z.string().max(500).optional(), author: id.optional(), uses: z.string().regex(/^[a-z]{1,20}:[0-9a-z]{1,32}$/u).optional().openapi({ description: 'Stories that show this, in the working copy or on the page', example: 'gallery:k3f9bcdf' }), language: z.string().max(20).optional(), mine: z.enum(['1', '0']).optional(),
  cursor: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(100).optional(),
});

export const noteSchema = z.strictObject({ note: text.pipe(z.string().min(1)) });
export const optionalNoteSchema = z.strictObject({ note: text.optional() });
export const publishSchema = z.strictObject({ at: instant.optional(), significant: z.boolean().optional() });
export const withdrawSchema = z.strictObject({ reason: text.pipe(z.string().min(1)), notice: text.nullable().optional() });
export const previewSchema = z.strictObject({ hours: z.number().int().min(1).max(previewHours.greatest).optional() });
export const correctionSchema = z.strictObject({ text: text.pipe(z.string().min(1)) });
export const presenceSchema = z.strictObject({ tab: z.string().regex(/^[\w-]{8,64}$/u) });
export const sealSchema = z.strictObject({ reason: text.pipe(z.string().min(1)), confirm: z.literal(true) });

export const idParam = z.object({ id: z.string().max(32) });
export const versionParam = idParam.extend({ number: z.coerce.number().int().min(1) });
export const compareParam = versionParam.extend({ other: z.coerce.number().int().min(1) });

const named = z.object({ id: z.string(), name: z.string() });
export const storyLineSchema = z.looseObject({
  id: z.string(), headline: z.string(), kicker: z.string(), state: z.enum(['draft', 'submitted', 'scheduled', 'public', 'withdrawn', 'discarded']),
  unpublishedChanges: z.boolean(), section: named.extend({ path: z.string() }), language: z.string(), changedAt: z.string(), changedBy: named,
  scheduledAt: z.string().nullable(), firstPublishedAt: z.string().nullable(), version: z.number().int(), url: z.string(),
}).openapi('StoryLine');
export const storySchema = storyLineSchema.extend({
  content: z.looseObject({}), missing: z.array(z.looseObject({ name: z.string(), pointer: z.string() })), warnings: z.array(z.looseObject({ name: z.string(), pointer: z.string() })), may: z.array(z.string()),
  report: z.array(z.object({ name: z.string(), count: z.number() })).optional(),
}).openapi('Story');
export const storyListSchema = z.object({ items: z.array(storyLineSchema), next: z.string().nullable() }).openapi('StoryList');

/** A body as it came: the document of it, and what of its HTML had no place. */
export function readBody(given: z.infer<typeof body>): { document: DocumentJson; report: readonly Dropped[] } | Refused<'not-a-document'> {
  if ('html' in given) {
    const { document, report } = documentFromHtml(given.html.normalize('NFC'), storyElements);
    const checked = readDocument(document);
    return isRefused(checked) ? checked : { document: checked, report };
  }
  const checked = readDocument(given.document);
  return isRefused(checked) ? checked : { document: checked, report: [] };
}
