import { z } from '@hono/zod-openapi';
import type { Actor, House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { sectionsById } from '../sections/sections.ts';
import { listPublic, storyLines, storyLineSchema } from '../stories/stories.ts';
import { setFront } from './actions.ts';
import { frontActs } from './acts.ts';
import { frontPage, mostSlots, shownFill } from './front.ts';
import type { Front } from './front.ts';
import { readFront } from './store.ts';

const statuses = { 'no-such-front': 404, 'changed-meanwhile': 412, 'unknown-story': 422 } as const;

const frontSchema = z.object({
  id: z.string(),
  slots: z.array(z.object({ id: z.string(), story: storyLineSchema.nullable() })).openapi({ description: 'In order; the first is the lead' }),
  fill: z.boolean(),
  version: z.number().int(),
  filled: z.array(storyLineSchema).openapi({ description: 'What the automatic fill would add first' }),
}).openapi('Front');

const frontChange = z.strictObject({
  slots: z.array(z.string().min(1).max(32)).max(mostSlots), fill: z.boolean().default(true),
}).openapi('FrontChange');

const byId = { params: z.object({ id: z.string().openapi({ description: '`front`, or the id of a section' }) }) };

export function frontsApi(house: House) {
  const { app, operation } = createApi(house, frontActs);
  const current = async (id: string): Promise<Front | null> =>
    id === frontPage || (await sectionsById(house.db, [id])).has(id) ? readFront(house.db, id) : null;
  return app.openapi(operation({
    method: 'get', path: '/fronts/{id}', act: signedIn, summary: 'What stands where on a front', request: byId, etag: 'answered',
    responses: { 200: jsonAnswer(frontSchema, 'The front') },
  }), async (c) => {
    const front = await current(c.req.valid('param').id);
    if (front === null) return refusal(c, refuse('no-such-front'), statuses);
    return c.json(await frontJson(house, c.var.who, front), 200, { ETag: versionTag(front.version) });
  }).openapi(operation({
    method: 'put', path: '/fronts/{id}', act: 'front.edit', summary: 'Arrange a front', etag: 'required',
    request: { ...byId, body: jsonBody(frontChange) }, responses: { 200: jsonAnswer(frontSchema, 'The front') },
  }), async (c) => {
    const { id } = c.req.valid('param');
    const front = await current(id);
    if (front === null) return refusal(c, refuse('no-such-front'), statuses);
    const matches = matchesVersion(c.req.header('if-match'), front.version);
    const set = matches
      ? await house.act(c.var.who, (tools) => setFront(tools, { id, version: front.version, ...c.req.valid('json') }))
      : refuse('changed-meanwhile');
    if (!isRefused(set)) return c.json(await frontJson(house, c.var.who, set), 200, { ETag: versionTag(set.version) });
    if (set.refused === 'changed-meanwhile') return refusal(c, refuse(set.refused, { current: await frontJson(house, c.var.who, await readFront(house.db, id)) }), statuses);
    return refusal(c, set, statuses);
  });
}

async function frontJson({ db, clock }: House, by: Actor, { id, slots, fill, version }: Front): Promise<z.infer<typeof frontSchema>> {
  const place = id === frontPage ? {} : { place: { kind: 'section' as const, id } };
  const newest = await listPublic(db, { ...place, limit: shownFill, except: slots });
  const lines = await storyLines(db, [...slots, ...newest.map((teaser) => teaser.id)], { by, now: clock.now() });
  const line = (story: string) => lineJson(lines.get(story));
  return {
    id, fill, version, slots: slots.map((story) => ({ id: story, story: line(story) })),
    filled: newest.flatMap((teaser) => line(teaser.id) ?? []),
  };
}

/** A line as it is sent: the same, but no longer read-only. */
function lineJson(line: object | undefined): z.infer<typeof storyLineSchema> | null {
  return line === undefined ? null : (line as z.infer<typeof storyLineSchema>);
}
