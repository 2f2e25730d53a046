/** The JSON API of discussions: what is set, closing and opening, marks, the newsroom's answers. Queue and decisions are in `moderating/api.ts`. */
import { z } from '@hono/zod-openapi';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { problem, refusal } from '../../platform/http/problem.ts';
import { isRefused } from '../../platform/result.ts';
import { teasersById } from '../stories/stories.ts';
import { answerAsNewsroom } from './answering.ts';
import { commentActs } from './acts.ts';
import { markAs } from './deciding.ts';
import { moderationApi } from './moderating/api.ts';
import { answerSchema, marks, settingsChangeSchema, settingsJson, settingsListSchema, settingsSchema, threadChangeSchema, threadJson, threadSchema } from './schemas.ts';
import { changeSettings, changeThread, closeThread, openThread } from './settings.ts';
import type { Thread } from './settings-store.ts';
import { inheritedBy, listSettings, readSettings, readThread } from './settings-store.ts';

const storyParam = z.object({ story: z.string() });
const scopeParam = z.object({ scope: z.string().openapi({ description: '`site`, or the id of a section' }) });
const place = (scope: string) => (scope === 'site' ? null : scope);

export function commentsApi(house: House): OpenAPIHono {
  const { app, operation } = createApi(house, commentActs);
  app.openapi(operation({
    method: 'get', path: '/comments/settings', act: 'comment.read', summary: 'What is set for the site and for sections', tags: ['comments'],
    responses: { 200: jsonAnswer(settingsListSchema, 'The site first, then every section that has settings of its own') },
  }), async (c) => c.json({ items: (await listSettings(house.db)).map((one) => settingsJson(one, [])), next: null }, 200));
  app.openapi(operation({
    method: 'get', path: '/comments/settings/{scope}', act: 'comment.read', etag: 'answered', summary: 'What is set for the site or a section, and what holds above it', tags: ['comments'],
    request: { params: scopeParam }, responses: { 200: jsonAnswer(settingsSchema, 'The settings') },
  }), async (c) => {
    const section = place(c.req.valid('param').scope);
    const settings = await readSettings(house.db, section);
    c.header('ETag', `"${settings.version}"`);
    return c.json(settingsJson(settings, section === null ? [] : await inheritedBy(house.db, section)), 200);
  });
  app.openapi(operation({
    method: 'patch', path: '/comments/settings/{scope}', act: 'comments.settings', etag: 'required', summary: 'Set what holds for the site or a section', tags: ['comments'],
    request: { params: scopeParam, body: jsonBody(settingsChangeSchema) }, responses: { 200: jsonAnswer(settingsSchema, 'The settings') },
  }), async (c) => {
    const section = place(c.req.valid('param').scope);
    const version = Number(/"(\d+)"/u.exec(c.req.header('if-match') ?? '')?.[1] ?? Number.NaN);
    const changed = await house.act(c.var.who, (tools) => changeSettings(tools, { section, change: c.req.valid('json') as never, version }));
    if (isRefused(changed)) return refusal(c, changed, { 'changed-meanwhile': 412, 'no-such-section': 404, 'sentence-too-long': 422 });
    c.header('ETag', `"${changed.version}"`);
    return c.json(settingsJson(changed, section === null ? [] : await inheritedBy(house.db, section)), 200);
  });
  threadOperations(house, { app, operation });
  app.route('/', moderationApi(house));
  return app as unknown as OpenAPIHono;
}

async function threadAnswer({ db, clock }: House, thread: Thread): Promise<z.infer<typeof threadSchema>> {
  const teasers = await teasersById(db, [thread.story]);
  return threadJson(thread, { headline: teasers.get(thread.story)?.headline ?? '', now: clock.now() });
}

type Declaring = ReturnType<typeof createApi<typeof commentActs>>;

function threadOperations(house: House, { app, operation }: Declaring): void {
  app.openapi(operation({
    method: 'get', path: '/comments/threads/{story}', act: 'comment.read', summary: 'A story’s discussion: what holds, until when, how many', tags: ['comments'],
    request: { params: storyParam }, responses: { 200: jsonAnswer(threadSchema, 'The discussion') },
  }), async (c) => {
    const thread = await readThread(house.db, c.req.valid('param').story);
    return thread === null ? problem(c, { status: 404, name: 'story-gone' }) : c.json(await threadAnswer(house, thread), 200);
  });
  app.openapi(operation({
    method: 'patch', path: '/comments/threads/{story}', act: 'thread.change', summary: 'Set what holds for one story; close, reopen, prolong', tags: ['comments'],
    description: '`closed: true` closes now; `closed: false` opens as the rule says; `until` opens until then. Fields left out stay.',
    request: { params: storyParam, body: jsonBody(threadChangeSchema) }, responses: { 200: jsonAnswer(threadSchema, 'The discussion') },
  }), async (c) => {
    const { story } = c.req.valid('param');
    const { closed, until, ...rest } = c.req.valid('json');
    const changed = await house.act(c.var.who, async (tools) => {
      if (closed === true) return closeThread(tools, { story, sentence: rest.sentence });
      if (until !== undefined || closed === false) return openThread(tools, { story, until: until === undefined ? null : new Date(until) });
      return changeThread(tools, { story, ...rest as object });
    });
    return isRefused(changed) ? refusal(c, changed, { 'story-gone': 404, 'sentence-too-long': 422, 'not-later': 422 }) : c.json(await threadAnswer(house, changed), 200);
  });
  app.openapi(operation({
    method: 'post', path: '/comments/threads/{story}/answers', act: 'comment.answer', summary: 'Answer as a member of the newsroom', tags: ['comments'],
    request: { params: storyParam, body: jsonBody(answerSchema) }, responses: { 201: jsonAnswer(z.object({ id: z.string() }), 'The comment') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => answerAsNewsroom(tools, { story: c.req.valid('param').story, ...c.req.valid('json') }));
    return isRefused(made) ? refusal(c, made, { 'story-gone': 404, 'not-your-story': 403, 'answered-gone': 409, 'comment-empty': 422, 'comment-too-long': 422 }) : c.json({ id: made.comment }, 201);
  });
  for (const name of marks) {
    app.openapi(operation({
      method: 'post', path: `/comments/{id}/${name}`, act: `comment.${name}`, summary: `Set a comment apart: ${name}`, tags: ['comments'],
      request: { params: z.object({ id: z.string() }) }, responses: { 200: jsonAnswer(z.object({ id: z.string() }), 'The comment') },
    }), async (c) => {
      const marked = await house.act(c.var.who, (tools) => markAs(tools, { id: c.req.valid('param').id, name }));
      return isRefused(marked) ? refusal(c, marked, { 'comment-unknown': 404, 'not-decidable': 409, 'too-many-pinned': 409 }) : c.json({ id: marked.comment }, 200);
    });
  }
}
