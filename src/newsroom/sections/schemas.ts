/** What comes in and goes out of the sections' API. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField } from '../../platform/http/fields.ts';
import { defaultLabels } from './section.ts';
import type { Section } from './section.ts';

const longestName = 60;

const pathField = z.string().max(300).overwrite((text) => text.replaceAll(/^\/+|\/+$/gu, '')).min(1)
  .openapi({ description: 'From the root, without slashes at the ends', example: 'international/usa' });
const namesField = z.record(languageField, lineField(longestName)).refine((names) => Object.keys(names).length > 0, {
  message: 'At least one name is needed.', params: { name: 'missing' },
}).openapi({ description: 'Name by language', example: { de: 'Ausland', fr: 'Étranger' } });
const positionField = z.number().int().min(0).max(1_000_000);
const defaultsField = z.strictObject({ label: z.enum(defaultLabels).optional() });

export const newSectionSchema = z.strictObject({
  path: pathField,
  name: lineField(longestName).optional().openapi({ description: 'In the language of the section; or `names`' }),
  names: namesField.optional(),
  language: languageField.optional(),
  position: positionField.optional(),
  defaults: defaultsField.optional(),
}).refine(({ name, names }) => name !== undefined || names !== undefined, {
  path: ['name'], message: 'This field is needed.', params: { name: 'missing' },
}).openapi('NewSection');

export const sectionChangeSchema = z.strictObject({
  path: pathField.optional(),
  names: namesField.optional(),
  language: languageField.optional(),
  position: positionField.optional(),
  defaults: defaultsField.optional(),
}).openapi('SectionChange');

export const sectionSchema = z.object({
  id: z.string(),
  path: z.string(),
  names: z.record(z.string(), z.string()),
  language: z.string(),
  parent: z.string().nullable(),
  position: z.number().int(),
  defaults: z.object({ label: z.enum(defaultLabels).optional() }),
  version: z.number().int(),
  stories: z.number().int().openapi({ description: 'Stories that stand in it first, discarded drafts not counted' }),
}).openapi('Section');

export const sectionListSchema = z.object({ items: z.array(sectionSchema), next: z.null() });

export function sectionJson({ id, path, names, language, parent, position, defaults, version }: Section, stories: number): z.infer<typeof sectionSchema> {
  const { label } = defaults;
  return { id, path, names: { ...names }, language, parent, position, defaults: label === undefined ? {} : { label }, version, stories };
}
