import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { changeSection, makeSection, removeSection } from './actions.ts';
import { sectionActs } from './acts.ts';
import { newSectionSchema, sectionChangeSchema, sectionJson, sectionListSchema, sectionSchema } from './schemas.ts';
import type { Section } from './section.ts';
import { countStories, sectionsById, sectionTree } from './store.ts';

const statuses = {
  'no-such-section': 404, 'changed-meanwhile': 412, 'section-exists': 409, 'section-has-sections': 409, 'section-has-stories': 409,
  'parent-missing': 422, 'under-itself': 422, 'path-malformed': 422, 'path-too-deep': 422, 'path-reserved': 422, 'path-like-a-story': 422,
} as const;

const byId = { params: z.object({ id: z.string() }) };

export function sectionsApi(house: House) {
  const { app, operation } = createApi(house, sectionActs);
  const one = async (section: Section) => sectionJson(section, (await countStories(house.db)).get(section.id) ?? 0);
  const current = async (id: string) => (await sectionsById(house.db, [id])).get(id);
  const stale = async (c: Context, section: Section) =>
    refusal(c, refuse('changed-meanwhile', { current: await one((await current(section.id)) ?? section) }), statuses);
  return app.openapi(operation({
    method: 'get', path: '/sections', act: signedIn, summary: 'The tree of sections, parents first',
    responses: { 200: jsonAnswer(sectionListSchema, 'Every section') },
  }), async (c) => {
    const [tree, stories] = await Promise.all([sectionTree(house.db), countStories(house.db)]);
    return c.json({ items: tree.map((section) => sectionJson(section, stories.get(section.id) ?? 0)), next: null }, 200);
  }).openapi(operation({
    method: 'post', path: '/sections', act: 'section.edit', summary: 'Make a section below one that exists, or at the root',
    request: { body: jsonBody(newSectionSchema) }, etag: 'answered',
    responses: { 201: jsonAnswer(sectionSchema, 'The section') },
  }), async (c) => {
    const { name, names, ...facts } = c.req.valid('json');
    const made = await house.act(c.var.who, (tools) => makeSection(tools, { ...facts, name: names ?? name ?? '' }));
    if (isRefused(made)) return refusal(c, made, statuses);
    return c.json(sectionJson(made, 0), 201, { ETag: versionTag(made.version) });
  }).openapi(operation({
    method: 'get', path: '/sections/{id}', act: signedIn, summary: 'A section', request: byId, etag: 'answered',
    responses: { 200: jsonAnswer(sectionSchema, 'The section') },
  }), async (c) => {
    const section = await current(c.req.valid('param').id);
    if (section === undefined) return refusal(c, refuse('no-such-section'), statuses);
    return c.json(await one(section), 200, { ETag: versionTag(section.version) });
  }).openapi(operation({
    method: 'patch', path: '/sections/{id}', act: 'section.edit', summary: 'Change a section; a new path moves it with all below it',
    description: 'The former addresses lead to the new ones for ever.', etag: 'required',
    request: { ...byId, body: jsonBody(sectionChangeSchema) },
    responses: { 200: jsonAnswer(sectionSchema, 'The section') },
  }), async (c) => {
    const section = await current(c.req.valid('param').id);
    if (section === undefined) return refusal(c, refuse('no-such-section'), statuses);
    if (!matchesVersion(c.req.header('if-match'), section.version)) return stale(c, section);
    const changed = await house.act(c.var.who, (tools) => changeSection(tools, { id: section.id, version: section.version, ...c.req.valid('json') }));
    if (isRefused(changed)) return changed.refused === 'changed-meanwhile' ? stale(c, section) : refusal(c, changed, statuses);
    return c.json(await one(changed), 200, { ETag: versionTag(changed.version) });
  }).openapi(operation({
    method: 'delete', path: '/sections/{id}', act: 'section.edit', summary: 'Remove a section in which nothing stands', request: byId,
    responses: { 204: { description: 'It is gone' } },
  }), async (c) => {
    const removed = await house.act(c.var.who, (tools) => removeSection(tools, c.req.valid('param').id));
    return isRefused(removed) ? refusal(c, removed, statuses) : c.body(null, 204);
  });
}
