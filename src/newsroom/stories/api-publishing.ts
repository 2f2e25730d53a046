/** How a story goes, over JSON: hand-over, publication, withdrawal, corrections, previews, presence. */
import type { Context } from 'hono';
import { z } from '@hono/zod-openapi';
import type { House, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { Api } from './api.ts';
import { jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { problem, refusal } from '../../platform/http/problem.ts';
import { versionTag } from '../../platform/http/versions.ts';
import { isRefused } from '../../platform/result.ts';
import { sharePreview } from './actions.ts';
import { correctStory, enterStory, leaveStory, removeCorrection } from './corrections.ts';
import type { storyActs } from './acts.ts';
import type { Missing } from './rules.ts';
import { discardDraft, publishStory, republishStory, returnStory, submitStory, unscheduleStory, withdrawStory } from './publishing.ts';
import { readStory } from './store.ts';
import { correctionSchema, idParam, noteSchema, optionalNoteSchema, presenceSchema, previewSchema, publishSchema, storySchema, withdrawSchema } from './schemas.ts';

interface Parts {
  readonly house: House;
  readonly app: Api['app'];
  readonly operation: Api['operation'];
  answer(c: Context, id: string): Promise<never>;
}

const statuses = {
  'no-such-story': 404, 'not-now': 409, embargoed: 409, 'missing-to-publish': 422, 'never-public': 409, 'no-such-correction': 404,
} as const;
type Name = keyof typeof statuses;

export function addPublishing(parts: Parts): void {
  addTransitions(parts);
  addPreview(parts);
  addCorrections(parts);
  addPresence(parts);
}

function addTransitions(parts: Parts): void {
  way(parts, { path: 'submit', act: 'story.submit', summary: 'Hand the story over to an editor', schema: optionalNoteSchema, go: (tools, id, { note }) => submitStory(tools, { id, ...(note !== undefined && { note }) }) });
  way(parts, { path: 'return', act: 'story.return', summary: 'Give it back with a note', schema: noteSchema, go: (tools, id, { note }) => returnStory(tools, { id, note }) });
  way(parts, {
    path: 'publish', act: 'story.publish', summary: 'Make the working copy public, now or at a time', schema: publishSchema,
    go: (tools, id, { at, significant }) => publishStory(tools, { id, ...(at !== undefined && { at }), ...(significant !== undefined && { significant }) }),
  });
  way(parts, { path: 'unschedule', act: 'story.unschedule', summary: 'Publish it at no set time', schema: z.strictObject({}), go: (tools, id) => unscheduleStory(tools, { id }) });
  way(parts, { path: 'withdraw', act: 'story.withdraw', summary: 'Take it from readers', schema: withdrawSchema, go: (tools, id, { reason, notice }) => withdrawStory(tools, { id, reason, ...(notice !== undefined && { notice }) }) });
  way(parts, { path: 'republish', act: 'story.republish', summary: 'Bring a withdrawn story back', schema: publishSchema.omit({ at: true }), go: (tools, id, { significant }) => republishStory(tools, { id, ...(significant !== undefined && { significant }) }) });
  way(parts, { path: 'discard', act: 'story.discard', summary: 'Throw the unpublished changes away', schema: z.strictObject({}), go: (tools, id) => discardDraft(tools, { id }) });
}

interface Way<Schema extends z.ZodType> {
  readonly path: string;
  readonly act: keyof typeof storyActs;
  readonly summary: string;
  readonly schema: Schema;
  go(tools: Tools, id: string, input: z.infer<Schema>): Promise<object | Refused<Name>>;
}

/** One transition of the table in rules.ts as an operation. A body may be left out where nothing must be said. */
function way<Schema extends z.ZodType>({ house, app, operation, answer }: Parts, { path, act, summary, schema, go }: Way<Schema>): void {
  const body = { ...jsonBody(schema), required: !schema.safeParse({}).success };
  app.openapi(operation({
    method: 'post', path: `/stories/{id}/${path}`, act, summary, etag: 'answered', tags: ['stories'],
    request: { params: idParam, body }, responses: { 200: jsonAnswer(storySchema, 'The story') },
  }) as never, (async (c: Context) => {
    const { id } = c.req.valid('param' as never) as { id: string };
    const given: unknown = c.req.valid('json' as never) ?? {};
    const read = schema.safeParse(given);
    const gone = await house.act(c.get('who'), (tools) => go(tools, id, (read.success ? read.data : given) as z.infer<Schema>));
    return isRefused(gone) ? refused(c, gone as Refused<Name>) : answer(c, id);
  }) as never);
}

/** What is missing comes as one entry per field, like any other wrong input. */
function refused(c: Context, { refused: name, detail }: Refused<Name>): Response {
  if (name !== 'missing-to-publish') return refusal(c, { refused: name, ...(detail !== undefined && { detail }) }, statuses);
  const missing = detail?.['missing'] as Missing[];
  const errors = missing.map(({ pointer, name: what, values }) => ({ in: 'body' as const, pointer, name: what, ...(values !== undefined && { values }) }));
  return problem(c, { status: 422, name, errors, more: { missing } });
}

function addPreview({ house, app, operation }: Parts): void {
  app.openapi(operation({
    method: 'post', path: '/stories/{id}/preview', act: 'story.share', summary: 'A secret address that shows the working copy and ends', etag: 'answered', tags: ['stories'],
    request: { params: idParam, body: { ...jsonBody(previewSchema), required: false } },
    responses: { 201: jsonAnswer(z.object({ url: z.string(), endsAt: z.string() }), 'The address, told this once') },
  }), async (c) => {
    const { hours } = c.req.valid('json') ?? {};
    const shared = await house.act(c.var.who, (tools) => sharePreview(tools, { id: c.req.valid('param').id, ...(hours !== undefined && { hours }) }));
    if (isRefused(shared)) return refusal(c, shared, statuses);
    return c.json({ url: `${house.settings.publicUrl}/vorschau/${shared.secret}`, endsAt: shared.endsAt.toISOString() }, 201, await versionOf(house, c.req.valid('param').id));
  });
}

function addCorrections({ house, app, operation }: Parts): void {
  const schema = z.object({ id: z.string(), at: z.string(), text: z.string(), byName: z.string() });
  app.openapi(operation({
    method: 'post', path: '/stories/{id}/corrections', act: 'story.correct', summary: 'Say in public what was wrong', etag: 'answered', tags: ['stories'],
    request: { params: idParam, body: jsonBody(correctionSchema) }, responses: { 201: jsonAnswer(schema, 'The correction') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => correctStory(tools, { id: c.req.valid('param').id, text: c.req.valid('json').text }));
    if (isRefused(made)) return refusal(c, made, statuses);
    return c.json({ id: made.id, at: made.at.toISOString(), text: made.text, byName: made.byName }, 201, await versionOf(house, c.req.valid('param').id));
  });
  app.openapi(operation({
    method: 'delete', path: '/stories/{id}/corrections/{correction}', act: 'story.correct', summary: 'Take a correction back', etag: 'answered', tags: ['stories'],
    request: { params: idParam.extend({ correction: z.string().max(32) }) }, responses: { 204: { description: 'It is gone' } },
  }), async (c) => {
    const gone = await house.act(c.var.who, (tools) => removeCorrection(tools, c.req.valid('param')));
    return isRefused(gone) ? refusal(c, gone, statuses) : c.body(null, 204, await versionOf(house, c.req.valid('param').id));
  });
}

/** Every write of a story tells its working version, also one that leaves it as it is. */
async function versionOf({ db }: House, id: string): Promise<{ ETag: string }> {
  return { ETag: versionTag((await readStory(db, id))?.working_version ?? 0) };
}

function addPresence({ house, app, operation }: Parts): void {
  const schema = z.object({ present: z.array(z.object({ id: z.string(), name: z.string(), tab: z.string() })) });
  app.openapi(operation({
    method: 'put', path: '/stories/{id}/presence', act: 'story.read', summary: 'Say that the story is open here; every 15 seconds', tags: ['stories'],
    request: { params: idParam, body: jsonBody(presenceSchema) }, responses: { 200: jsonAnswer(schema, 'Who has it open') },
  }), async (c) => {
    const present = await house.act(c.var.who, (tools) => enterStory(tools, { id: c.req.valid('param').id, tab: c.req.valid('json').tab }));
    if (isRefused(present)) return refusal(c, present, statuses);
    return c.json({ present: present.map(({ id, name, tab }) => ({ id, name, tab })) }, 200);
  });
  app.openapi(operation({
    method: 'delete', path: '/stories/{id}/presence/{tab}', act: 'story.read', summary: 'Say that it is closed', tags: ['stories'],
    request: { params: idParam.extend({ tab: z.string().max(64) }) }, responses: { 204: { description: 'Heard' } },
  }), async (c) => {
    await house.act(c.var.who, (tools) => leaveStory(tools, c.req.valid('param')));
    return c.body(null, 204);
  });
}
