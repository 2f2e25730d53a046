import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { defined } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { changeLogo, changePublication } from './actions.ts';
import { publicationActs } from './acts.ts';
import { developLogo } from './drawing.ts';
import type { Publication } from './paper.ts';
import { greatestLogoBytes } from './rules.ts';
import { publicationChangeSchema, publicationJson, publicationSchema } from './schemas.ts';
import { readPublication } from './store.ts';

const statuses = {
  'changed-meanwhile': 412, 'accent-malformed': 422, 'time-zone-unknown': 422, 'language-twice': 422, 'logo-type': 415, 'logo-corrupt': 422, 'logo-missing': 422,
} as const;

const file = { schema: z.string().openapi({ format: 'binary' }) };

export function publicationApi(house: House) {
  const { app, operation } = createApi(house, publicationActs);
  const found = (c: Context, publication: Publication) => c.json(publicationJson(publication), 200, { ETag: versionTag(publication.version) });
  const stale = async (c: Context) => refusal(c, refuse('changed-meanwhile', { current: publicationJson(await readPublication(house.db)) }), statuses);
  /** The version that was read, if it still is the one. */
  const current = async (c: Context) => {
    const { version } = await readPublication(house.db);
    return matchesVersion(c.req.header('if-match'), version) ? version : null;
  };
  const withLogo = async (c: Context, bytes: Uint8Array | null) => {
    const version = await current(c);
    if (version === null) return stale(c);
    const logo = bytes === null ? null : await developLogo(house.objects, bytes);
    if (isRefused(logo)) return refusal(c, logo, statuses);
    const changed = await house.act(c.get('who'), (tools) => changeLogo(tools, { version, logo }));
    return isRefused(changed) ? stale(c) : found(c, changed);
  };
  return app.openapi(operation({
    method: 'get', path: '/publication', act: signedIn, etag: 'answered', summary: 'What the publication says of itself',
    responses: { 200: jsonAnswer(publicationSchema, 'The publication') },
  }), async (c) => found(c, await readPublication(house.db))).openapi(operation({
    method: 'patch', path: '/publication', act: 'publication.edit', etag: 'required', summary: 'Change what the publication says of itself',
    request: { body: jsonBody(publicationChangeSchema) }, responses: { 200: jsonAnswer(publicationSchema, 'The publication') },
  }), async (c) => {
    const version = await current(c);
    if (version === null) return stale(c);
    const { contact, imprint, ...rest } = c.req.valid('json');
    const change = { ...defined(rest), ...(contact === undefined ? {} : { contact: defined(contact) }), ...(imprint === undefined ? {} : { imprint: defined(imprint) }) };
    const changed = await house.act(c.var.who, (tools) => changePublication(tools, { version, change }));
    if (!isRefused(changed)) return found(c, changed);
    return changed.refused === 'changed-meanwhile' ? stale(c) : refusal(c, changed, statuses);
  }).openapi(operation({
    method: 'put', path: '/publication/logo', act: 'publication.edit', etag: 'required', bodyLimit: greatestLogoBytes, summary: 'Give the publication a logo',
    description: 'The bytes of a PNG, JPEG or WebP, or a form with the field `file`. What it is is told by its bytes. Icons are made from it.',
    request: { body: { required: true, content: { 'image/png': file, 'image/jpeg': file, 'image/webp': file } } },
    responses: { 200: jsonAnswer(publicationSchema, 'The publication') },
  }), async (c) => {
    const bytes = await uploaded(c);
    return bytes.length === 0 ? refusal(c, refuse('logo-missing'), statuses) : withLogo(c, bytes);
  }).openapi(operation({
    method: 'delete', path: '/publication/logo', act: 'publication.edit', etag: 'required', summary: 'Take the logo away: the name stands in its place',
    responses: { 200: jsonAnswer(publicationSchema, 'The publication') },
  }), async (c) => withLogo(c, null));
}

async function uploaded(c: Context): Promise<Uint8Array> {
  if (!/^multipart\/form-data\b/iu.test(c.req.header('content-type') ?? '')) return new Uint8Array(await c.req.arrayBuffer());
  const { file: sent } = await c.req.parseBody();
  return sent instanceof File ? new Uint8Array(await sent.arrayBuffer()) : new Uint8Array();
}
