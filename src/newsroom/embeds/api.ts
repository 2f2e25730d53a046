/** Embeds over JSON, and the list of providers. */
import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { defined } from '../../platform/http/fields.ts';
import { refusal as told } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import type { Reach } from '../../platform/outgoing/fetch-outside.ts';
import { theOutside } from '../../platform/outgoing/fetch-outside.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { changeEmbed, learnOfEmbed, makeEmbed, takePoster } from './actions.ts';
import { embedActs } from './acts.ts';
import type { Provider } from './embed.ts';
import { addProvider, changeProvider, removeProvider } from './providing.ts';
import { providerList } from './rules.ts';
import { embedChange, embedJson, embedSchema, newEmbed, newProvider, providerChange, providerJson, providerSchema } from './schemas.ts';
import { keptProviders, readEmbed } from './store.ts';
import type { Embed } from './store.ts';
import { summaryOf } from './summaries.ts';

const statuses = {
  'not-an-address': 422, 'no-provider': 422, 'provider-off': 422, 'not-embeddable': 422, 'no-such-embed': 404, 'changed-meanwhile': 412, 'no-such-poster': 422, 'no-thumbnail': 409,
  'no-such-provider': 404, 'known-provider': 409, 'not-a-host': 422, 'own-house': 422, 'host-taken': 409,
  'no-oembed': 409, 'forbidden-address': 502, 'outside-silent': 504, 'outside-refused': 502, 'outside-too-large': 502, 'outside-wrong-type': 502,
} as const;

const tags = ['embeds'];
const byId = { params: z.object({ id: z.string().max(32) }) };
const answered = { 200: jsonAnswer(embedSchema, 'The embed') } as const;

/** @param reach how other houses are asked; tests give a world of their own */
export function embedsApi(house: House, reach: Reach = theOutside) {
  const { app, operation } = createApi(house, embedActs);
  const ours = new URL(house.settings.publicUrl).hostname;
  return app.openapi(operation({
    method: 'get', path: '/embed-providers', act: signedIn, summary: 'Whose pages can be embedded', tags,
    responses: { 200: jsonAnswer(z.object({ items: z.array(providerSchema), next: z.null() }), 'All of them') },
  }), async (c) => c.json({ items: (await allProviders(house)).map(providerJson), next: null }, 200)).openapi(operation({
    method: 'post', path: '/embed-providers', act: 'embed.provide', summary: 'Put a house on the list', etag: 'answered', tags,
    request: { body: jsonBody(newProvider) }, responses: { 201: jsonAnswer(providerSchema, 'The provider') },
  }), async (c) => {
    const { company, ...facts } = c.req.valid('json');
    const added = await house.act(c.var.who, (tools) => addProvider(tools, { ...facts, company: company === '' ? facts.name : company }, ours));
    return isRefused(added) ? refusal(c, added) : c.json(providerJson(added), 201, { ETag: versionTag(added.version) });
  }).openapi(operation({
    method: 'patch', path: '/embed-providers/{id}', act: 'embed.provide', summary: 'Switch a house on or off, or change it', etag: 'required', tags,
    request: { ...byId, body: jsonBody(providerChange) }, responses: { 200: jsonAnswer(providerSchema, 'The provider') },
  }), async (c) => {
    const provider = (await allProviders(house)).find(({ id }) => id === c.req.valid('param').id);
    if (provider === undefined) return refusal(c, refuse('no-such-provider'));
    if (!matchesVersion(c.req.header('if-match'), provider.version)) return stale(c, providerJson(provider));
    const changed = await house.act(c.var.who, (tools) => changeProvider(tools, { id: provider.id, version: provider.version, facts: defined(c.req.valid('json')) }, ours));
    return isRefused(changed) ? refusal(c, changed) : c.json(providerJson(changed), 200, { ETag: versionTag(changed.version) });
  }).openapi(operation({
    method: 'delete', path: '/embed-providers/{id}', act: 'embed.provide', summary: 'Take an own addition from the list', tags, request: byId, responses: { 204: { description: 'It is gone' } },
  }), async (c) => {
    const removed = await house.act(c.var.who, (tools) => removeProvider(tools, c.req.valid('param')));
    return isRefused(removed) ? refusal(c, removed) : c.body(null, 204);
  }).openapi(operation({
    method: 'post', path: '/embeds', act: 'embed.edit', summary: 'Make an embed of an address', etag: 'answered', tags,
    description: 'Nobody is asked yet; `look-up` does so. Refused with the reason where it can only be a link.', request: { body: jsonBody(newEmbed) }, responses: { 201: jsonAnswer(embedSchema, 'The embed') },
  }), async (c) => {
    const { language = c.var.who.language ?? 'de', ...facts } = c.req.valid('json');
    const made = await house.act(c.var.who, (tools) => makeEmbed(tools, { ...facts, language }));
    return isRefused(made) ? refusal(c, made) : c.json(await json(house, made), 201, { ETag: versionTag(made.version) });
  }).openapi(operation({
    method: 'get', path: '/embeds/{id}', act: 'embed.read', summary: 'An embed', etag: 'answered', tags, request: byId, responses: answered,
  }), async (c) => {
    const embed = await readEmbed(house.db, c.req.valid('param').id);
    return embed === null ? refusal(c, refuse('no-such-embed')) : answer(house, c, embed);
  }).openapi(operation({
    method: 'patch', path: '/embeds/{id}', act: 'embed.edit', summary: 'Name an embed, or give it a poster', etag: 'required', tags, request: { ...byId, body: jsonBody(embedChange) }, responses: answered,
  }), async (c) => {
    const embed = await readEmbed(house.db, c.req.valid('param').id);
    if (embed === null) return refusal(c, refuse('no-such-embed'));
    if (!matchesVersion(c.req.header('if-match'), embed.version)) return stale(c, await json(house, embed));
    const changed = await house.act(c.var.who, (tools) => changeEmbed(tools, { id: embed.id, version: embed.version, ...c.req.valid('json') }));
    return isRefused(changed) ? refusal(c, changed) : answer(house, c, changed);
  }).openapi(operation({
    method: 'post', path: '/embeds/{id}/look-up', act: 'embed.edit', summary: 'Ask its house about an embed (oEmbed)', etag: 'answered', tags,
    description: 'The server asks, never the browser. What somebody has typed stays.', request: byId, responses: answered,
  }), async (c) => {
    const learned = await learnOfEmbed(house, { id: c.req.valid('param').id, by: c.var.who, reach });
    return isRefused(learned) ? refusal(c, learned) : answer(house, c, learned);
  }).openapi(operation({
    method: 'post', path: '/embeds/{id}/poster', act: 'embed.edit', summary: "Take the house's own picture into the library, as the poster", etag: 'answered', tags, request: byId, responses: answered,
  }), async (c) => {
    const taken = await takePoster(house, { id: c.req.valid('param').id, by: c.var.who, reach });
    return isRefused(taken) ? refusal(c, taken) : answer(house, c, taken);
  });
}

async function allProviders(house: House): Promise<Provider[]> {
  return providerList(await keptProviders(house.db));
}

async function json(house: House, embed: Embed) {
  const provider = (await allProviders(house)).find(({ id }) => id === embed.provider);
  const posters = await pictureSummaries(house.db, embed.poster === null ? [] : [embed.poster]);
  return embedJson(embed, summaryOf(embed, provider), embed.poster === null ? undefined : posters.get(embed.poster));
}

async function answer(house: House, c: Context, embed: Embed) {
  return c.json(await json(house, embed), 200, { ETag: versionTag(embed.version) });
}

function refusal<Name extends keyof typeof statuses>(c: Context, refused: Refused<Name>) {
  return told(c, refused, statuses);
}

function stale(c: Context, current: object) {
  const refused: Refused<'changed-meanwhile'> = refuse('changed-meanwhile', { current });
  return refusal(c, refused);
}
