/** Pictures over JSON: put in, look up, say what they show. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { Actor, House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { fieldErrors } from '../../platform/http/input-errors.ts';
import { problem, refusal as told } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { readPublication } from '../publication/publication.ts';
import { blockPicture, sealPicture, unblockPicture } from './rights.ts';
import { changePicture, keepPicture, preparePicture } from './actions.ts';
import { pictureActs } from './acts.ts';
import type { Arrived } from './arriving.ts';
import { receive } from './arriving.ts';
import { libraryApi } from './library-api.ts';
import { remakeAt } from './making.ts';
import { replacePicture } from './replacing.ts';
import { languageOfWords } from './rules.ts';
import { changeSchema, fieldsSchema, pictureJson, pictureListSchema, pictureQuery, pictureSchema, reasonSchema, sealSchema, uploadContent, wordsFrom } from './schemas.ts';
import { listPictures } from './search-store.ts';
import type { PictureWithRenditions } from './store.ts';
import { readPicture } from './store.ts';

const statuses = {
  'no-file': 422, 'not-a-picture': 415, 'unsupported-type': 415, 'too-large': 413, 'too-many-pixels': 413, 'too-many-frames': 413, 'two-things': 422, corrupt: 422, 'cut-off': 400,
  'store-full': 507, 'no-such-collection': 404, 'collection-exists': 409, sealed: 410, 'no-such-picture': 404, 'blocked-already': 409, 'not-blocked': 409, 'not-yours': 403, 'changed-meanwhile': 412,
} as const;

const byId = { params: z.object({ id: z.string().max(32) }) };

export function picturesApi(house: House) {
  const { app, operation } = createApi(house, pictureActs);
  app.route('/', libraryApi(house));
  return app.openapi(operation({
    method: 'post', path: '/pictures', act: 'picture.upload', summary: 'Put a picture in', etag: 'answered', bodyLimit: 'own', tags: ['pictures'],
    description: 'As a form with `file` and fields, or as the body itself with `name` and fields in the query. JPEG, PNG, WebP, AVIF, TIFF, GIF, HEIC; the content decides. Fields that are absent are read from the file.',
    request: { body: { required: true, content: uploadContent } }, responses: { 201: jsonAnswer(pictureSchema, 'The picture') },
  }), (c) => upload(house, c, c.var.who)).openapi(operation({
    method: 'get', path: '/pictures', act: 'picture.read', summary: 'Pictures, the newest first', tags: ['pictures'],
    request: { query: pictureQuery }, responses: { 200: jsonAnswer(pictureListSchema, 'Pictures') },
  }), async (c) => {
    const { q = '', cursor, limit, ...wish } = c.req.valid('query');
    const words = q.split(/\s+/u).filter((word) => word !== '');
    const found = await listPictures(house.db, { ...wish, words, after: readCursor(cursor), limit: limit + 1, now: house.clock.now() });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    return c.json({ items: page.map((picture) => pictureJson(picture, house.clock.now())), next: last === undefined ? null : `${last.created_at.toISOString()}_${last.id}` }, 200);
  }).openapi(operation({
    method: 'get', path: '/pictures/{id}', act: 'picture.read', summary: 'A picture', etag: 'answered', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(pictureSchema, 'The picture') },
  }), async (c) => {
    const picture = await readPicture(house.db, c.req.valid('param').id);
    return picture === null ? refusal(c, refuse('no-such-picture')) : answer(c, { house, picture, status: 200 });
  }).openapi(operation({
    method: 'patch', path: '/pictures/{id}', act: 'picture.edit', summary: 'Say what a picture shows and whose it is', etag: 'required', tags: ['pictures'],
    request: { ...byId, body: jsonBody(changeSchema) }, responses: { 200: jsonAnswer(pictureSchema, 'The picture') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const picture = await readPicture(house.db, id);
    if (picture === null) return refusal(c, refuse('no-such-picture'));
    if (!matchesVersion(c.req.header('if-match'), picture.version)) return stale(house, c, picture);
    const said = wordsFrom(c.req.valid('json'));
    const changed = await house.act(c.var.who, (tools) => changePicture(tools, { id, version: picture.version, remakeAt: remakeAt(house), said }));
    const now = (await readPicture(house.db, id)) ?? picture;
    if (isRefused(changed)) return changed.refused === 'changed-meanwhile' ? stale(house, c, now) : refusal(c, changed);
    return answer(c, { house, picture: now, status: 200 });
  }).openapi(operation({
    method: 'put', path: '/pictures/{id}/file', act: 'picture.replace', summary: 'Put another file in place of a picture, wherever it is shown', etag: 'required', bodyLimit: 'own', tags: ['pictures'],
    description: 'Words that somebody wrote, terms, uses and collections stay; what the old file said of itself follows the new one.',
    request: { ...byId, body: { required: true, content: uploadContent } }, responses: { 200: jsonAnswer(pictureSchema, 'The picture') },
  }), (c) => replace(house, c, { id: c.req.valid('param').id, who: c.var.who })).openapi(operation({
    method: 'post', path: '/pictures/{id}/block', act: 'picture.block', summary: 'Take a picture from every page at once', tags: ['pictures'],
    description: 'Its addresses answer 410 from then on. What browsers have kept is out of reach.',
    request: { ...byId, body: jsonBody(reasonSchema) }, responses: { 200: jsonAnswer(pictureSchema, 'The picture') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const blocked = await house.act(c.var.who, (tools) => blockPicture(tools, { id, ...c.req.valid('json') }));
    return isRefused(blocked) ? refusal(c, blocked) : answerNow(house, c, id);
  }).openapi(operation({
    method: 'delete', path: '/pictures/{id}/block', act: 'picture.block', summary: 'Let a picture be shown again', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(pictureSchema, 'The picture') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const unblocked = await house.act(c.var.who, (tools) => unblockPicture(tools, { id }));
    return isRefused(unblocked) ? refusal(c, unblocked) : answerNow(house, c, id);
  }).openapi(operation({
    method: 'post', path: '/pictures/{id}/seal', act: 'picture.seal', summary: 'Remove a picture for ever where the law demands it', tags: ['pictures'],
    description: 'The original, its renditions and what was said of it are gone, also from every later restore; the log keeps that it happened.',
    request: { ...byId, body: jsonBody(sealSchema) }, responses: { 200: jsonAnswer(z.object({ sealed: z.array(z.string()) }), 'Every picture that was made of the same file') },
  }), async (c) => {
    const { reason } = c.req.valid('json');
    const sealed = await house.act(c.var.who, (tools) => sealPicture(tools, { id: c.req.valid('param').id, reason }));
    return isRefused(sealed) ? refusal(c, sealed) : c.json({ sealed: [...sealed.sealed] }, 200);
  });
}

async function answerNow(house: House, c: Context, id: string) {
  const picture = await readPicture(house.db, id);
  return picture === null ? refusal(c, refuse('no-such-picture')) : answer(c, { house, picture, status: 200 });
}

async function upload(house: House, c: Context, who: Actor) {
  const arrived = await receive(c.req.raw, join(house.settings.dataDir, 'arriving'));
  if (isRefused(arrived)) return refusal(c, arrived);
  try {
    const fields = fieldsSchema.safeParse(Object.fromEntries(Object.entries(arrived.fields).filter(([name]) => name in fieldsSchema.shape)));
    if (!fields.success) return problem(c, { status: 422, name: 'invalid-input', errors: fieldErrors(fields.error.issues, arrived.fields, 'body') });
    const kept = await keep(house, arrived, { who, ...fields.data });
    return isRefused(kept) ? refusal(c, kept) : answer(c, { house, picture: kept, status: 201 });
  } finally {
    await arrived.discard();
  }
}

async function replace(house: House, c: Context, { id, who }: { readonly id: string; readonly who: Actor }) {
  const picture = await readPicture(house.db, id);
  if (picture === null) return refusal(c, refuse('no-such-picture'));
  if (!matchesVersion(c.req.header('if-match'), picture.version)) return stale(house, c, picture);
  const arrived = await receive(c.req.raw, join(house.settings.dataDir, 'arriving'));
  if (isRefused(arrived)) return refusal(c, arrived);
  try {
    const said = { name: arrived.name, language: picture.language };
    const prepared = await preparePicture({ objects: house.objects, file: arrived.path, bytes: () => readFile(arrived.path), said, renditions: 'now' });
    if (isRefused(prepared)) return refusal(c, prepared);
    const replaced = await house.act(who, (tools) => replacePicture(tools, { id, version: picture.version, prepared }));
    if (isRefused(replaced)) return replaced.refused === 'changed-meanwhile' ? stale(house, c, picture) : refusal(c, replaced);
    return answerNow(house, c, id);
  } finally {
    await arrived.discard();
  }
}

async function keep(house: House, arrived: Arrived, { who, ...fields }: z.infer<typeof fieldsSchema> & { who: Actor }) {
  const language = fields.language ?? languageOfWords(who.language, (await readPublication(house.db)).languages);
  const said = { ...fields, name: arrived.name, language };
  const prepared = await preparePicture({
    objects: house.objects, file: arrived.path, bytes: () => readFile(arrived.path), said, renditions: 'now',
  });
  if (isRefused(prepared)) return prepared;
  const kept = await house.act(who, (tools) => keepPicture(tools, prepared));
  return isRefused(kept) ? kept : (await readPicture(house.db, kept.id)) ?? refuse('no-such-picture');
}

interface Answered<Status extends 200 | 201> {
  readonly house: House;
  readonly picture: PictureWithRenditions;
  readonly status: Status;
}

function answer<Status extends 200 | 201>(c: Context, { house, picture, status }: Answered<Status>) {
  return c.json(pictureJson(picture, house.clock.now()), status, { ETag: versionTag(picture.version) });
}

function refusal<Name extends keyof typeof statuses>(c: Context, refused: Refused<Name>) {
  return told(c, refused, statuses);
}

function stale(house: House, c: Context, picture: PictureWithRenditions) {
  const refused: Refused<'changed-meanwhile'> = refuse('changed-meanwhile', { current: pictureJson(picture, house.clock.now()) });
  return refusal(c, refused);
}

/** A cursor that nobody here wrote begins at the beginning. */
function readCursor(cursor: string | undefined): { createdAt: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  const createdAt = new Date(at);
  return id === '' || Number.isNaN(createdAt.getTime()) ? null : { createdAt, id };
}
