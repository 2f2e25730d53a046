/** What comes in and goes out of the pages' API. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField } from '../../platform/http/fields.ts';
import { isRefused } from '../../platform/result.ts';
import { longestSlug } from '../../platform/text/slug.ts';
import { plainGrammar, readDocument } from '../stories/grammar.ts';
import { pagePlaces } from './page.ts';
import type { WrittenPage } from './page.ts';

const slugField = z.string().max(longestSlug).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u).openapi({ example: 'impressum' });

const documentField = z.unknown().transform((value, context) => {
  const document = readDocument(value, plainGrammar);
  if (!isRefused(document)) return document;
  context.addIssue({ code: 'custom', message: String(document.detail?.['reason'] ?? 'Not a document.'), params: { name: 'not-a-document' } });
  return z.NEVER;
}).openapi({ type: 'object', description: 'A document of the grammar of stories, without what features bring into it', example: { type: 'doc', content: [{ type: 'paragraph' }] } });

const positionField = z.number().int().min(0).max(1_000_000);

export const newPageSchema = z.strictObject({
  title: lineField(120),
  slug: slugField.optional(),
  language: languageField.optional(),
  body: documentField.default({ type: 'doc', content: [{ type: 'paragraph' }] }),
  place: z.enum(pagePlaces).default('footer'),
  position: positionField.default(0),
  public: z.boolean().default(false),
}).openapi('NewPage');

export const pageChangeSchema = z.strictObject({
  title: lineField(120).optional(),
  slug: slugField.optional(),
  language: languageField.optional(),
  body: documentField.optional(),
  place: z.enum(pagePlaces).optional(),
  position: positionField.optional(),
  public: z.boolean().optional(),
}).openapi('PageChange');

const documentSchema = z.looseObject({ type: z.string() }).openapi('Document');

export const pageSchema = z.object({
  id: z.string(), slug: z.string(), language: z.string(), title: z.string(), body: documentSchema, place: z.enum(pagePlaces),
  position: z.number().int(), public: z.boolean(), version: z.number().int(), changedAt: z.string(),
}).openapi('Page');

export const pageListSchema = z.object({ items: z.array(pageSchema), next: z.null() });

export function pageJson({ changedAt, body, ...page }: WrittenPage): z.infer<typeof pageSchema> {
  return { ...page, body: { ...body }, changedAt: changedAt.toISOString() };
}
