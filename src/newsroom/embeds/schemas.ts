/** Embeds and their providers as the JSON API shows them. */
import { z } from '@hono/zod-openapi';
import { languageField, lineField, optionalLineField } from '../../platform/http/fields.ts';
import type { PictureSummary } from '../pictures/pictures.ts';
import { thumbOf } from '../pictures/pictures.ts';
import type { EmbedSummary, Provider } from './embed.ts';
import { missingToPublish, warningsOf } from './rules.ts';
import type { Embed } from './store.ts';

const hostField = z.string().trim().toLowerCase().max(253).openapi({ example: 'video.example.org' });
const endpointField = z.string().trim().max(500).refine((text) => URL.parse(text)?.protocol === 'https:', { message: 'Not an https address.', params: { name: 'not-an-address' } });
const hosts = z.array(hostField).max(50);

export const newProvider = z.strictObject({
  name: lineField(60), company: optionalLineField(120).default('').openapi({ description: 'Who learns of the reader; without one: the name' }),
  hosts: hosts.min(1).openapi({ description: 'Whose pages can be embedded; those below them too' }),
  frameHosts: hosts.default([]).openapi({ description: 'From where its frames come; without any: from those same hosts' }),
  endpoint: endpointField.nullable().default(null).openapi({ description: 'Where to ask about a page (oEmbed); null: the page says so itself' }),
}).openapi('NewEmbedProvider');

export const providerChange = z.strictObject({
  enabled: z.boolean().optional(), hosts: hosts.min(1).optional(), name: lineField(60).optional(), company: optionalLineField(120).optional(), frameHosts: hosts.optional(), endpoint: endpointField.nullable().optional(),
}).openapi('EmbedProviderChange');

export const providerSchema = z.object({
  id: z.string(), name: z.string(), company: z.string(), own: z.boolean(), enabled: z.boolean(), hosts: z.array(z.string()), frameHosts: z.array(z.string()), endpoint: z.string().nullable(), version: z.number().int(),
}).openapi('EmbedProvider');

export const newEmbed = z.strictObject({ url: z.string().trim().min(1).max(2_000), language: languageField.optional(), title: optionalLineField(300).optional() }).openapi('NewEmbed');

export const embedChange = z.strictObject({
  title: optionalLineField(300).optional(), author: optionalLineField(200).optional(), language: languageField.optional(), poster: z.string().max(32).nullable().optional().openapi({ description: 'A picture of the library' }),
}).openapi('EmbedChange');

export const embedSchema = z.object({
  id: z.string(), url: z.string(), provider: z.object({ id: z.string(), name: z.string() }),
  frame: z.string().nullable().openapi({ description: 'Null: readers see a link' }),
  title: z.string(), author: z.string(), language: z.string(),
  hasThumbnail: z.boolean().openapi({ description: 'Its house names a picture that can be taken as the poster' }),
  poster: z.object({ id: z.string(), url: z.string().nullable(), thumb: z.string().nullable() }).nullable(),
  missing: z.array(z.object({ name: z.enum(['title']), field: z.string() })), warnings: z.array(z.enum(['link'])), version: z.number().int(),
}).openapi('Embed');

export type EmbedJson = z.infer<typeof embedSchema>;

export function embedJson(embed: Embed, summary: EmbedSummary, poster: PictureSummary | undefined): EmbedJson {
  const { id, url, frame, title, author, language, provider } = summary;
  return {
    id, url, frame, title, author, language, provider: { id: provider.id, name: provider.name }, hasThumbnail: embed.thumbnail !== null, version: embed.version,
    poster: poster === undefined ? null : { id: poster.id, url: poster.fallback, thumb: thumbOf(poster) },
    missing: missingToPublish(summary).map((name) => ({ name, field: name })), warnings: warningsOf(summary),
  };
}

export function providerJson({ id, name, company, own, enabled, hosts: pages, frameHosts, endpoint, version }: Provider): z.infer<typeof providerSchema> {
  return { id, name, company, own, enabled, hosts: [...pages], frameHosts: [...frameHosts], endpoint, version };
}
