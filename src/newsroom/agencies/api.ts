import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { defined, lineField, textField, urlField } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { changeAgency, makeAgency, removeAgency } from './actions.ts';
import { agencyActs } from './acts.ts';
import type { Agency } from './agency.ts';
import { longestAbout, longestCredit, longestName } from './rules.ts';
import { agenciesById, allAgencies } from './store.ts';

const statuses = { 'no-such-agency': 404, 'agency-exists': 409, 'agency-has-stories': 409, 'changed-meanwhile': 412 } as const;

const newAgency = z.strictObject({
  name: lineField(longestName),
  shortName: lineField(longestCredit).optional().openapi({ description: 'Without one: the name' }),
  credit: lineField(longestCredit).optional().openapi({ description: 'What stands in the credit line, without brackets; without one: the short name' }),
  about: textField(longestAbout).default(''),
  url: urlField.nullable().default(null),
}).openapi('NewAgency');

const agencyChange = z.strictObject({
  name: lineField(longestName).optional(),
  shortName: lineField(longestCredit).optional(),
  credit: lineField(longestCredit).optional(),
  about: textField(longestAbout).optional(),
  url: urlField.nullable().optional(),
}).openapi('AgencyChange');

const agencySchema = z.object({
  id: z.string(), slug: z.string(), name: z.string(), shortName: z.string(), credit: z.string(), about: z.string(),
  url: z.string().nullable(), version: z.number().int(),
}).openapi('Agency');

const byId = { params: z.object({ id: z.string() }) };

export function agenciesApi(house: House) {
  const { app, operation } = createApi(house, agencyActs);
  const current = async (id: string) => (await agenciesById(house.db, [id])).get(id);
  const stale = async (c: Context, agency: Agency) =>
    refusal(c, refuse('changed-meanwhile', { current: json((await current(agency.id)) ?? agency) }), statuses);
  return app.openapi(operation({
    method: 'get', path: '/agencies', act: signedIn, summary: 'Agencies and sources, by name',
    responses: { 200: jsonAnswer(z.object({ items: z.array(agencySchema), next: z.null() }), 'All of them') },
  }), async (c) => c.json({ items: (await allAgencies(house.db)).map(json), next: null }, 200)).openapi(operation({
    method: 'post', path: '/agencies', act: 'agency.edit', summary: 'Make an agency or another source',
    request: { body: jsonBody(newAgency) }, etag: 'answered', responses: { 201: jsonAnswer(agencySchema, 'The agency') },
  }), async (c) => {
    const { name, shortName = name.slice(0, longestCredit), credit = shortName, about, url } = c.req.valid('json');
    const made = await house.act(c.var.who, (tools) => makeAgency(tools, { name, shortName, credit, about, url }));
    return isRefused(made) ? refusal(c, made, statuses) : c.json(json(made), 201, { ETag: versionTag(made.version) });
  }).openapi(operation({
    method: 'get', path: '/agencies/{id}', act: signedIn, summary: 'An agency', request: byId, etag: 'answered',
    responses: { 200: jsonAnswer(agencySchema, 'The agency') },
  }), async (c) => {
    const agency = await current(c.req.valid('param').id);
    return agency === undefined ? refusal(c, refuse('no-such-agency'), statuses) : c.json(json(agency), 200, { ETag: versionTag(agency.version) });
  }).openapi(operation({
    method: 'patch', path: '/agencies/{id}', act: 'agency.edit', summary: 'Change an agency; its address stays', etag: 'required',
    request: { ...byId, body: jsonBody(agencyChange) }, responses: { 200: jsonAnswer(agencySchema, 'The agency') },
  }), async (c) => {
    const agency = await current(c.req.valid('param').id);
    if (agency === undefined) return refusal(c, refuse('no-such-agency'), statuses);
    if (!matchesVersion(c.req.header('if-match'), agency.version)) return stale(c, agency);
    const changed = await house.act(c.var.who, (tools) => changeAgency(tools, { id: agency.id, version: agency.version, facts: defined(c.req.valid('json')) }));
    if (isRefused(changed)) return changed.refused === 'changed-meanwhile' ? stale(c, agency) : refusal(c, changed, statuses);
    return c.json(json(changed), 200, { ETag: versionTag(changed.version) });
  }).openapi(operation({
    method: 'delete', path: '/agencies/{id}', act: 'agency.edit', summary: 'Remove an agency that no story names', request: byId,
    responses: { 204: { description: 'It is gone' } },
  }), async (c) => {
    const removed = await house.act(c.var.who, (tools) => removeAgency(tools, c.req.valid('param').id));
    return isRefused(removed) ? refusal(c, removed, statuses) : c.body(null, 204);
  });
}

function json({ id, slug, name, shortName, credit, about, url, version }: Agency): z.infer<typeof agencySchema> {
  return { id, slug, name, shortName, credit, about, url, version };
}
