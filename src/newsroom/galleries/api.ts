/** Galleries over JSON. */
import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { problem, refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { galleryActs } from './acts.ts';
import { changeGallery, createGallery, discardGallery, restoreGallery } from './actions.ts';
import { galleryChangeSchema, galleryJson, galleryListSchema, galleryQuery, gallerySchema, newGallerySchema } from './schemas.ts';
import type { Gallery } from './store.ts';
import { listGalleries, readGallery } from './store.ts';

const statuses = { 'unknown-picture': 422, 'no-such-gallery': 404, 'changed-meanwhile': 412, 'discarded-already': 409, 'not-discarded': 409 } as const;
const byId = { params: z.object({ id: z.string().max(32) }) };

export function galleriesApi(house: House) {
  const { app, operation } = createApi(house, galleryActs);
  return app.openapi(operation({
    method: 'get', path: '/galleries', act: 'gallery.read', summary: 'Galleries, the newest change first', tags: ['galleries'],
    request: { query: galleryQuery }, responses: { 200: jsonAnswer(galleryListSchema, 'Galleries') },
  }), async (c) => {
    const { q = '', cursor, limit, language, picture } = c.req.valid('query');
    const found = await listGalleries(house.db, { words: q.split(/\s+/u).filter(Boolean), language, picture, after: readCursor(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = found.length > limit ? items.at(-1) : undefined;
    return c.json({ items: await told(house, items), next: last === undefined ? null : `${last.changed_at.toISOString()}_${last.id}` }, 200);
  }).openapi(operation({
    method: 'post', path: '/galleries', act: 'gallery.create', summary: 'Make a gallery', etag: 'answered', tags: ['galleries'],
    request: { body: jsonBody(newGallerySchema) }, responses: { 201: jsonAnswer(gallerySchema, 'The gallery') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => createGallery(tools, c.req.valid('json')));
    return isRefused(made) ? refusal(c, made, statuses) : answer(c, { house, gallery: made, status: 201 });
  }).openapi(operation({
    method: 'get', path: '/galleries/{id}', act: 'gallery.read', summary: 'A gallery', etag: 'answered', tags: ['galleries'],
    request: byId, responses: { 200: jsonAnswer(gallerySchema, 'The gallery') },
  }), async (c) => {
    const gallery = await readGallery(house.db, c.req.valid('param').id);
    return gallery === null ? refusal(c, refuse('no-such-gallery'), statuses) : answer(c, { house, gallery, status: 200 });
  }).openapi(operation({
    method: 'patch', path: '/galleries/{id}', act: 'gallery.edit', summary: 'Change a gallery', etag: 'required', tags: ['galleries'],
    request: { ...byId, body: jsonBody(galleryChangeSchema) }, responses: { 200: jsonAnswer(gallerySchema, 'The gallery') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const gallery = await readGallery(house.db, id);
    if (gallery === null) return refusal(c, refuse('no-such-gallery'), statuses);
    if (!matchesVersion(c.req.header('if-match'), gallery.version)) return stale(house, c, gallery);
    const changed = await house.act(c.var.who, (tools) => changeGallery(tools, { id, expected: gallery.version, fields: c.req.valid('json') }));
    if (!isRefused(changed)) return answer(c, { house, gallery: changed, status: 200 });
    return changed.refused === 'changed-meanwhile' ? stale(house, c, (await readGallery(house.db, id)) ?? gallery) : refusal(c, changed, statuses);
  }).openapi(operation({
    method: 'delete', path: '/galleries/{id}', act: 'gallery.discard', summary: 'Take a gallery out of the list and off every page', tags: ['galleries'],
    request: byId, responses: { 200: jsonAnswer(gallerySchema, 'The gallery, which can be brought back') },
  }), async (c) => {
    const discarded = await house.act(c.var.who, (tools) => discardGallery(tools, c.req.valid('param').id));
    return isRefused(discarded) ? refusal(c, discarded, statuses) : answer(c, { house, gallery: discarded, status: 200 });
  }).openapi(operation({
    method: 'post', path: '/galleries/{id}/restore', act: 'gallery.discard', summary: 'Bring a gallery back', tags: ['galleries'],
    request: byId, responses: { 200: jsonAnswer(gallerySchema, 'The gallery') },
  }), async (c) => {
    const restored = await house.act(c.var.who, (tools) => restoreGallery(tools, c.req.valid('param').id));
    return isRefused(restored) ? refusal(c, restored, statuses) : answer(c, { house, gallery: restored, status: 200 });
  });
}

interface Answer<Status> {
  readonly house: House;
  readonly gallery: Gallery;
  readonly status: Status;
}

async function answer<Status extends 200 | 201>(c: Context, { house, gallery, status }: Answer<Status>) {
  const [json] = await told(house, [gallery]);
  return c.json(json!, status, { ETag: versionTag(gallery.version) });
}

/** 412 with the gallery as it is now, so that the desk can put both together. */
async function stale(house: House, c: Context, gallery: Gallery): Promise<never> {
  const [current] = await told(house, [gallery]);
  return problem(c, { status: 412, name: 'changed-meanwhile', more: { current }, headers: { ETag: versionTag(gallery.version) } }) as never;
}

async function told(house: House, galleries: readonly Gallery[]) {
  const pictures = await pictureSummaries(house.db, galleries.flatMap((gallery) => gallery.pictures.map(({ id }) => id)));
  return galleries.map((gallery) => galleryJson(gallery, pictures));
}

function readCursor(cursor: string | undefined): { changedAt: Date; id: string } | null {
  const [at = '', id] = cursor?.split('_') ?? [];
  const changedAt = new Date(at);
  return id === undefined || Number.isNaN(changedAt.getTime()) ? null : { changedAt, id };
}
