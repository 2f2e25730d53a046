import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { defined } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { changePage, makePage, removePage } from './actions.ts';
import { pageActs } from './acts.ts';
import type { WrittenPage } from './page.ts';
import { newPageSchema, pageChangeSchema, pageJson, pageListSchema, pageSchema } from './schemas.ts';
import { allPages, pageById } from './store.ts';

const statuses = { 'no-such-page': 404, 'page-exists': 409, 'changed-meanwhile': 412 } as const;
const byId = { params: z.object({ id: z.string() }) };

export function pagesApi(house: House) {
  const { app, operation } = createApi(house, pageActs);
  const stale = async (c: Context, page: WrittenPage) =>
    refusal(c, refuse('changed-meanwhile', { current: pageJson((await pageById(house.db, page.id)) ?? page) }), statuses);
  return app.openapi(operation({
    method: 'get', path: '/pages', act: signedIn, summary: 'The pages that the newsroom writes itself',
    responses: { 200: jsonAnswer(pageListSchema, 'All of them, drafts included') },
  }), async (c) => c.json({ items: (await allPages(house.db)).map(pageJson), next: null }, 200)).openapi(operation({
    method: 'post', path: '/pages', act: 'page.edit', summary: 'Write a page', etag: 'answered',
    request: { body: jsonBody(newPageSchema) }, responses: { 201: jsonAnswer(pageSchema, 'The page') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => makePage(tools, c.req.valid('json')));
    return isRefused(made) ? refusal(c, made, statuses) : c.json(pageJson(made), 201, { ETag: versionTag(made.version) });
  }).openapi(operation({
    method: 'get', path: '/pages/{id}', act: signedIn, summary: 'A page', request: byId, etag: 'answered',
    responses: { 200: jsonAnswer(pageSchema, 'The page') },
  }), async (c) => {
    const page = await pageById(house.db, c.req.valid('param').id);
    return page === null ? refusal(c, refuse('no-such-page'), statuses) : c.json(pageJson(page), 200, { ETag: versionTag(page.version) });
  }).openapi(operation({
    method: 'patch', path: '/pages/{id}', act: 'page.edit', summary: 'Change a page', etag: 'required',
    request: { ...byId, body: jsonBody(pageChangeSchema) }, responses: { 200: jsonAnswer(pageSchema, 'The page') },
  }), async (c) => {
    const page = await pageById(house.db, c.req.valid('param').id);
    if (page === null) return refusal(c, refuse('no-such-page'), statuses);
    if (!matchesVersion(c.req.header('if-match'), page.version)) return stale(c, page);
    const changed = await house.act(c.var.who, (tools) => changePage(tools, { id: page.id, version: page.version, facts: defined(c.req.valid('json')) }));
    if (isRefused(changed)) return changed.refused === 'changed-meanwhile' ? stale(c, page) : refusal(c, changed, statuses);
    return c.json(pageJson(changed), 200, { ETag: versionTag(changed.version) });
  }).openapi(operation({
    method: 'delete', path: '/pages/{id}', act: 'page.edit', summary: 'Remove a page', request: byId,
    responses: { 204: { description: 'It is gone' } },
  }), async (c) => {
    const removed = await house.act(c.var.who, (tools) => removePage(tools, c.req.valid('param').id));
    return isRefused(removed) ? refusal(c, removed, statuses) : c.body(null, 204);
  });
}
