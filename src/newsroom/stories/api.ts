/** Stories over JSON: writing, listing, versions. Publishing is in api-publishing.ts. */
import type { Context } from 'hono';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from '@hono/zod-openapi';
import type { Actor, House } from '../../platform/feature.ts';
import type { StoryFields } from './fields.ts';
import type { Dropped } from './html.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { problem, refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused } from '../../platform/result.ts';
import { sectionByPath } from '../sections/sections.ts';
import { storyActs } from './acts.ts';
import type { Stale } from './actions.ts';
import { createStory, restoreVersion, saveStory } from './actions.ts';
import { compareContent } from './compare.ts';
import { listLines, wholeOf } from './lines.ts';
import { maySee } from './rules.ts';
import { compareParam, idParam, listQuerySchema, newStorySchema, readBody, sealSchema, storyChangeSchema, storyListSchema, storySchema, versionParam } from './schemas.ts';
import { addPublishing } from './api-publishing.ts';
import { expungeVersion } from './sealing.ts';
import { listVersions, readStory, readVersion } from './store.ts';
import type { Story } from './store.ts';

const statuses = { 'unknown-section': 422, 'unknown-agency': 422, 'unknown-story': 422, 'no-such-story': 404, 'no-such-version': 404, sealed: 410, 'still-public': 409, 'still-scheduled': 409 } as const;
const pageSize = 50;

export function storiesApi(house: House): OpenAPIHono {
  const { app, operation } = createApi(house, storyActs);
  addWriting(house, app, operation);
  addReading(house, app, operation);
  addVersions(house, app, operation);
  addPublishing({ house, app, operation, answer: (c, id) => answerStory(house, c, { id }) });
  return app;
}

export type Api = ReturnType<typeof createApi<typeof storyActs>>;

function addWriting(house: House, app: Api['app'], operation: Api['operation']): void {
  app.openapi(operation({
    method: 'post', path: '/stories', act: 'story.create', summary: 'Write a story', etag: 'answered', bodyLimit: 4 * 1024 * 1024, tags: ['stories'],
    request: { body: jsonBody(newStorySchema) }, responses: { 201: jsonAnswer(storySchema, 'The story') },
  }), async (c) => {
    const { body, ...fields } = c.req.valid('json');
    const read = body === undefined ? null : readBody(body);
    if (isRefused(read)) return refusal(c, read, { 'not-a-document': 422 });
    const made = await house.act(c.var.who, (tools) => createStory(tools, { ...defined(fields), ...(read !== null && { body: read.document }) } as StoryFields & { section: string }));
    if (isRefused(made)) return refusal(c, made, statuses);
    return answerStory(house, c, { id: made.id, status: 201, ...(read !== null && { report: read.report }) });
  });
  app.openapi(operation({
    method: 'patch', path: '/stories/{id}', act: 'story.edit', summary: 'Change the working copy', etag: 'required', bodyLimit: 4 * 1024 * 1024, tags: ['stories'],
    request: { params: idParam, body: jsonBody(storyChangeSchema) }, responses: { 200: jsonAnswer(storySchema, 'The story') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const { body, reason = 'autosave', embargoUntil, assigned, ...fields } = c.req.valid('json');
    const read = body === undefined ? null : readBody(body);
    if (isRefused(read)) return refusal(c, read, { 'not-a-document': 422 });
    const saved = await house.act(c.var.who, (tools) => saveStory(tools, {
      id, expected: expectedVersion(c), reason, fields: { ...defined(fields), ...(read !== null && { body: read.document }) } as StoryFields,
      ...(embargoUntil !== undefined && { embargoUntil }), ...(assigned !== undefined && { assigned }),
    }));
    if (isRefused(saved)) return isStale(saved) ? stale(house, c, id) : refusal(c, saved, statuses);
    return answerStory(house, c, { id, ...(read !== null && { report: read.report }) });
  });
}

function addReading(house: House, app: Api['app'], operation: Api['operation']): void {
  app.openapi(operation({
    method: 'get', path: '/stories', act: 'story.read', summary: 'The newest stories first', tags: ['stories'],
    request: { query: listQuerySchema }, responses: { 200: jsonAnswer(storyListSchema, 'Stories') },
  }), async (c) => {
    const { q, state, section, author, uses, language, mine, cursor, limit = pageSize } = c.req.valid('query');
    const before = readCursor(cursor);
    const found = section === undefined ? null : await sectionByPath(house.db, section);
    const of = mine === '1' || c.var.who.role === 'freelancer' ? c.var.who.id : undefined;
    const wish = defined({ words: q, state, section: found?.id ?? section, author, uses, language, of, before });
    const items = await listLines(house.db, { ...wish, limit: limit + 1 }, house.clock.now());
    const page = items.slice(0, limit);
    const last = items.length > limit ? page.at(-1) : undefined;
    return c.json({ items: page, next: last === undefined ? null : `${last.changedAt}_${last.id}` } as never, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/stories/{id}', act: 'story.read', summary: 'One story, whole', etag: 'answered', tags: ['stories'],
    request: { params: idParam }, responses: { 200: jsonAnswer(storySchema, 'The story') },
  }), (c) => answerStory(house, c, { id: c.req.valid('param').id }));
}

function addVersions(house: House, app: Api['app'], operation: Api['operation']): void {
  const versionSchema = z.looseObject({ number: z.number(), at: z.string(), reason: z.string(), headline: z.string().nullable() });
  app.openapi(operation({
    method: 'get', path: '/stories/{id}/versions', act: 'story.read', summary: 'The versions of a story, the newest first', tags: ['stories'],
    request: { params: idParam }, responses: { 200: jsonAnswer(z.object({ items: z.array(versionSchema), next: z.null() }), 'Versions') },
  }), async (c) => {
    const story = await visible(house, c, c.req.valid('param').id);
    if (story === null) return notThere(c);
    const items = (await listVersions(house.db, story.id)).map((row) => ({
      number: row.number, at: row.at.toISOString(), by: { id: row.by_id, name: row.by_name }, reason: row.reason, headline: row.headline, sealed: row.sealed,
      public: row.number === story.public_version && story.standing === 'public', workingVersion: row.working_version,
    }));
    return c.json({ items, next: null }, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/stories/{id}/versions/{number}', act: 'story.read', summary: 'One version', tags: ['stories'],
    request: { params: versionParam }, responses: { 200: jsonAnswer(versionSchema, 'The version') },
  }), async (c) => {
    const { id, number } = c.req.valid('param');
    const story = await visible(house, c, id);
    const version = story === null ? null : await readVersion(house.db, id, number);
    if (version === null) return notThere(c);
    return c.json({ number, at: version.at.toISOString(), reason: version.reason, headline: version.content.headline ?? null, content: version.content, sealed: version.sealed }, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/stories/{id}/versions/{number}/compare/{other}', act: 'story.read', summary: 'Two versions, word by word', tags: ['stories'],
    request: { params: compareParam }, responses: { 200: jsonAnswer(z.looseObject({}), 'What differs') },
  }), async (c) => {
    const { id, number, other } = c.req.valid('param');
    const story = await visible(house, c, id);
    if (story === null) return notThere(c);
    const [before, after] = await Promise.all([readVersion(house.db, id, number), readVersion(house.db, id, other)]);
    if (before === null || after === null || before.sealed || after.sealed) return notThere(c);
    return c.json(compareContent(before.content, after.content) as never, 200);
  });
  app.openapi(operation({
    method: 'post', path: '/stories/{id}/versions/{number}/restore', act: 'story.edit', summary: 'Make a version the working copy', etag: 'required', tags: ['stories'],
    request: { params: versionParam }, responses: { 200: jsonAnswer(storySchema, 'The story') },
  }), async (c) => {
    const { id, number } = c.req.valid('param');
    const restored = await house.act(c.var.who, (tools) => restoreVersion(tools, { id, number, expected: expectedVersion(c) }));
    if (isRefused(restored)) return isStale(restored) ? stale(house, c, id) : refusal(c, restored, statuses);
    return answerStory(house, c, { id });
  });
  app.openapi(operation({
    method: 'post', path: '/stories/{id}/versions/{number}/seal', act: 'seal.set', summary: 'Expunge a version where the law demands it', etag: 'answered', tags: ['stories'],
    request: { params: versionParam, body: jsonBody(sealSchema) }, responses: { 200: jsonAnswer(z.object({ sealed: z.literal(true) }), 'Sealed') },
  }), async (c) => {
    const { id, number } = c.req.valid('param');
    const sealed = await house.act(c.var.who, (tools) => expungeVersion(tools, { id, number, reason: c.req.valid('json').reason }));
    if (isRefused(sealed)) return refusal(c, sealed, statuses);
    return c.json(sealed, 200, { ETag: versionTag((await readStory(house.db, id))?.working_version ?? 0) });
  });
}

interface Answer {
  readonly id: string;
  readonly status?: 200 | 201;
  readonly report?: readonly Dropped[];
}

/** The story as it is now, with its version as ETag; to a freelancer only own and assigned ones are there. */
async function answerStory(house: House, c: Context, { id, status = 200, report }: Answer): Promise<never> {
  const story = await visible(house, c, id);
  if (story === null) return notThere(c) as never;
  const actor = c.get('who') as Actor;
  const whole = await wholeOf(house.db, { story, actor, acts: storyActs, now: house.clock.now() });
  return c.json({ ...whole, ...(report !== undefined && { report }) }, status, { ETag: versionTag(story.working_version), 'Cache-Control': 'no-store' }) as never;
}

const isStale = (refused: Refused): refused is Stale => refused.refused === 'changed-meanwhile';

/** 412 with the document as it is now, so that the editor can merge. */
async function stale(house: House, c: Context, id: string): Promise<never> {
  const story = await visible(house, c, id);
  if (story === null) return notThere(c) as never;
  const current = await wholeOf(house.db, { story, actor: c.get('who') as Actor, acts: storyActs, now: house.clock.now() });
  return problem(c, { status: 412, name: 'changed-meanwhile', more: { current }, headers: { ETag: versionTag(story.working_version) } }) as never;
}

async function visible(house: House, c: Context, id: string): Promise<Story | null> {
  const story = await readStory(house.db, id);
  return story !== null && maySee(c.get('who') as Actor, { createdBy: story.created_by, assigned: story.assigned }) ? story : null;
}

const notThere = (c: Context) => problem(c, { status: 404, name: 'no-such-story' });

/** The version in If-Match; -1, which no story has, where it names none of ours. */
function expectedVersion(c: Context): number | null {
  const header = c.req.header('if-match') ?? '';
  if (header.trim() === '*') return null;
  const version = Number(/"(\d{1,9})"/u.exec(header)?.[1] ?? -1);
  return matchesVersion(header, version) ? version : -1;
}

function readCursor(cursor: string | undefined): { changedAt: Date; id: string } | undefined {
  const [at, id] = cursor?.split('_') ?? [];
  const changedAt = new Date(at ?? Number.NaN);
  return id === undefined || Number.isNaN(changedAt.getTime()) ? undefined : { changedAt, id };
}

/** Without what was not said. */
function defined<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
