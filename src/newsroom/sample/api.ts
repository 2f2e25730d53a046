import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, signedIn } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { isRefused } from '../../platform/result.ts';
import { sampleActs } from './acts.ts';
import { removeSample } from './removing.ts';
import { rememberedThings } from './store.ts';
import { kinds } from './things.ts';

const sampleSchema = z.object({
  present: z.boolean(), things: z.number().int(), kinds: z.record(z.string(), z.number().int()).openapi({ description: 'How many things of each kind' }),
}).openapi('Sample');

const removalSchema = z.object({
  removed: z.number().int(),
  kept: z.array(z.object({ kind: z.enum(kinds), id: z.string(), name: z.string() })).openapi({ description: 'What somebody changed or used' }),
}).openapi('SampleRemoval');

export function sampleApi(house: House) {
  const { app, operation } = createApi(house, sampleActs);
  return app.openapi(operation({
    method: 'get', path: '/sample', act: signedIn, summary: 'Whether the sample newsroom is there',
    responses: { 200: jsonAnswer(sampleSchema, 'What there is of it') },
  }), async (c) => {
    const things = await rememberedThings(house.db);
    const byKind = Object.entries(Object.groupBy(things, (thing) => thing.kind)).map(([kind, of]) => [kind, of.length] as const);
    return c.json({ present: things.length > 0, things: things.length, kinds: Object.fromEntries(byKind) }, 200);
  }).openapi(operation({
    method: 'delete', path: '/sample', act: 'sample.remove', summary: 'Take the sample newsroom out',
    description: 'What somebody changed or used stays.',
    responses: { 200: jsonAnswer(removalSchema, 'What went and what stays') },
  }), async (c) => {
    const removal = await house.act(c.var.who, removeSample);
    return isRefused(removal) ? refusal(c, removal, { 'no-sample': 404 }) : c.json({ removed: removal.removed, kept: [...removal.kept] }, 200);
  });
}
