/** Films over JSON: put in, look up, say what they show, give them captions, make their qualities. */
import { join } from 'node:path';
import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { House, Tools } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { languageField } from '../../platform/http/fields.ts';
import { refusal as told } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { longestCaptions } from '../../platform/video/captions.ts';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import { captionVideo, changeVideo, keepVideo, prepareVideo, removeCaptions } from './actions.ts';
import { videoActs } from './acts.ts';
import { receiveVideo } from './arriving.ts';
import { startConversion, stopConversion } from './converting.ts';
import { blockVideo, sealVideo, unblockVideo } from './rights.ts';
import { captionsContent, changeSchema, putInContent, putInQuery, reasonSchema, sealSchema, videoJson, videoListSchema, videoQuery, videoSchema } from './schemas.ts';
import type { WholeVideo } from './store.ts';
import { listVideos, readVideoRow } from './store.ts';
import { postersOf } from './summaries.ts';

const statuses = {
  'no-file': 422, 'not-a-video': 415, 'unsupported-type': 415, 'unsupported-codec': 415, corrupt: 422, 'too-large': 413, 'too-long': 413, 'cut-off': 400, 'store-full': 507, sealed: 410,
  'no-such-video': 404, 'not-yours': 403, 'changed-meanwhile': 412, 'no-such-poster': 422, 'blocked-already': 409, 'not-blocked': 409, 'no-such-captions': 404,
  'captions-not-text': 422, 'captions-not-webvtt': 422, 'captions-without-cues': 422, 'captions-broken': 422, 'captions-too-long': 413,
  'no-ffmpeg': 409, 'converting-already': 409, 'not-converting': 409,
} as const;
type Known = Refused<keyof typeof statuses>;

const byId = { params: z.object({ id: z.string().max(32) }) };
const byLanguage = { params: z.object({ id: z.string().max(32), language: languageField }) };
const answered = { 200: jsonAnswer(videoSchema, 'The film') } as const;
const tags = ['videos'];

export function videosApi(house: House) {
  const { app, operation } = createApi(house, videoActs);
  /** Does something to a film, and answers with it as it is then. */
  const act = async (c: Context, id: string, work: (tools: Tools) => Promise<object | null>) => {
    const done = await house.act(c.get('who'), work);
    return isRefused(done) ? refusal(c, done as Known) : answer(house, c, id);
  };
  return app.openapi(operation({
    method: 'post', path: '/videos', act: 'video.upload', summary: 'Put a film in', etag: 'answered', bodyLimit: 'own', tags,
    description: 'As the body itself. MP4 (H.264, AAC) and WebM are played as they are; where ffmpeg is installed every film becomes several qualities, and QuickTime and HEVC are taken too. The content decides.',
    request: { query: putInQuery, body: { required: true, content: putInContent } }, responses: { 201: jsonAnswer(videoSchema, 'The film') },
  }), async (c) => {
    const kept = await putIn(house, c, c.req.valid('query'));
    return isRefused(kept) ? refusal(c, kept as Known) : c.json(await json(house, kept), 201, { ETag: versionTag(kept.version) });
  }).openapi(operation({
    method: 'get', path: '/videos', act: 'video.read', summary: 'Films, the newest first', tags, request: { query: videoQuery }, responses: { 200: jsonAnswer(videoListSchema, 'Films') },
  }), async (c) => {
    const { q = '', cursor, limit } = c.req.valid('query');
    const found = await listVideos(house.db, { words: q.split(/\s+/u).filter((word) => word !== ''), after: readCursor(cursor), limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = found.length > limit ? page.at(-1) : undefined;
    const posters = await postersOf(house.db, page);
    return c.json({
      items: page.map((video) => videoJson(video, posters)), next: last === undefined ? null : `${last.created_at.toISOString()}_${last.id}`, converts: (await ffmpegVersion()) !== null,
    }, 200);
  }).openapi(operation({
    method: 'get', path: '/videos/{id}', act: 'video.read', summary: 'A film', etag: 'answered', tags, request: byId, responses: answered,
  }), (c) => answer(house, c, c.req.valid('param').id)).openapi(operation({
    method: 'patch', path: '/videos/{id}', act: 'video.edit', summary: 'Say what a film shows and whose it is', etag: 'required', tags,
    request: { ...byId, body: jsonBody(changeSchema) }, responses: answered,
  }), async (c) => {
    const { id } = c.req.valid('param');
    const video = await readVideoRow(house.db, id);
    if (video === null) return refusal(c, refuse('no-such-video'));
    if (!matchesVersion(c.req.header('if-match'), video.version)) return stale(house, c, video);
    const { posterAt, ...fields } = c.req.valid('json');
    const changed = await house.act(c.var.who, (tools) => changeVideo(tools, { id, version: video.version, ...fields, poster_x: posterAt?.x, poster_y: posterAt?.y }));
    if (!isRefused(changed)) return answer(house, c, id);
    return changed.refused === 'changed-meanwhile' ? stale(house, c, (await readVideoRow(house.db, id)) ?? video) : refusal(c, changed);
  }).openapi(operation({
    method: 'put', path: '/videos/{id}/captions/{language}', act: 'video.edit', summary: 'Give a film captions in a language', etag: 'answered', bodyLimit: longestCaptions + 1, tags,
    description: 'WebVTT or SubRip, in UTF-8; a line that is wrong is named.', request: { ...byLanguage, body: { required: true, content: captionsContent } }, responses: answered,
  }), async (c) => {
    const { id, language } = c.req.valid('param');
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return act(c, id, (tools) => captionVideo(tools, { id, language, bytes }));
  }).openapi(operation({
    method: 'delete', path: '/videos/{id}/captions/{language}', act: 'video.edit', summary: 'Take captions away', tags, request: byLanguage, responses: answered,
  }), (c) => act(c, c.req.valid('param').id, (tools) => removeCaptions(tools, c.req.valid('param')))).openapi(operation({
    method: 'post', path: '/videos/{id}/conversion', act: 'video.edit', summary: 'Make the qualities of a film', tags, request: byId, responses: answered,
  }), (c) => act(c, c.req.valid('param').id, (tools) => startConversion(tools, c.req.valid('param')))).openapi(operation({
    method: 'delete', path: '/videos/{id}/conversion', act: 'video.edit', summary: 'Stop making them; what readers see stays', tags, request: byId, responses: answered,
  }), (c) => act(c, c.req.valid('param').id, (tools) => stopConversion(tools, c.req.valid('param')))).openapi(operation({
    method: 'post', path: '/videos/{id}/block', act: 'video.block', summary: 'Take a film from every page at once', tags, request: { ...byId, body: jsonBody(reasonSchema) }, responses: answered,
  }), (c) => act(c, c.req.valid('param').id, (tools) => blockVideo(tools, { ...c.req.valid('param'), ...c.req.valid('json') }))).openapi(operation({
    method: 'delete', path: '/videos/{id}/block', act: 'video.block', summary: 'Let a film be shown again', tags, request: byId, responses: answered,
  }), (c) => act(c, c.req.valid('param').id, (tools) => unblockVideo(tools, c.req.valid('param')))).openapi(operation({
    method: 'post', path: '/videos/{id}/seal', act: 'video.seal', summary: 'Remove a film for ever where the law demands it', tags,
    request: { ...byId, body: jsonBody(sealSchema) }, responses: { 200: jsonAnswer(z.object({ sealed: z.array(z.string()) }), 'Every film that was made of the same file') },
  }), async (c) => {
    const { reason } = c.req.valid('json');
    const sealed = await house.act(c.var.who, (tools) => sealVideo(tools, { id: c.req.valid('param').id, reason }));
    return isRefused(sealed) ? refusal(c, sealed) : c.json({ sealed: [...sealed.sealed] }, 200);
  });
}

async function putIn(house: House, c: Context, said: z.infer<typeof putInQuery>) {
  const arrived = await receiveVideo(c.req.raw.body, join(house.settings.dataDir, 'arriving'));
  if (isRefused(arrived)) return arrived;
  try {
    const prepared = await prepareVideo(house.objects, arrived.path, { ...said, language: said.language ?? c.get('who').language ?? 'de' });
    if (isRefused(prepared)) return prepared;
    const kept = await house.act(c.get('who'), (tools) => keepVideo(tools, prepared));
    return isRefused(kept) ? kept : (await readVideoRow(house.db, kept.id)) ?? refuse('no-such-video');
  } finally {
    await arrived.discard();
  }
}

async function answer(house: House, c: Context, id: string) {
  const video = await readVideoRow(house.db, id);
  return video === null ? refusal(c, refuse('no-such-video')) : c.json(await json(house, video), 200, { ETag: versionTag(video.version) });
}

async function json(house: House, video: WholeVideo) {
  return videoJson(video, await postersOf(house.db, [video]));
}

function refusal<Name extends keyof typeof statuses>(c: Context, refused: Refused<Name>) {
  return told(c, refused, statuses);
}

async function stale(house: House, c: Context, video: WholeVideo) {
  const refused: Refused<'changed-meanwhile'> = refuse('changed-meanwhile', { current: await json(house, video) });
  return refusal(c, refused);
}

/** A cursor that nobody here wrote begins at the beginning. */
function readCursor(cursor: string | undefined): { createdAt: Date; id: string } | null {
  const [at = '', id = ''] = cursor?.split('_') ?? [];
  const createdAt = new Date(at);
  return id === '' || Number.isNaN(createdAt.getTime()) ? null : { createdAt, id };
}
