import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { languageField, lineField, listQuery } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { isRefused } from '../../platform/result.ts';
import { changeTopic, makeTopic } from './actions.ts';
import { topicActs } from './acts.ts';
import { listTopics } from './store.ts';
import { longestTopic } from './topic.ts';
import type { Topic } from './topic.ts';

const statuses = { 'no-such-topic': 404, 'topic-exists': 409 } as const;

/** A topic's name as it comes in. */
export const topicName = lineField(longestTopic).refine((name) => /[\p{L}\p{N}]/u.test(name), { message: 'A name has at least one letter or digit.', params: { name: 'not-a-name' } });

const topicSchema = z.object({ id: z.string(), slug: z.string(), name: z.string(), language: z.string() }).openapi('Topic');
const search = listQuery.extend({
  q: z.string().max(100).optional().openapi({ description: 'A part of the name, with or without accents' }),
  language: languageField.optional(),
});

export function topicsApi(house: House) {
  const { app, operation } = createApi(house, topicActs);
  return app.openapi(operation({
    method: 'get', path: '/topics', act: signedIn, summary: 'Topics, by name', request: { query: search },
    responses: { 200: jsonAnswer(z.object({ items: z.array(topicSchema), next: z.string().nullable() }), 'Some of them') },
  }), async (c) => {
    const { limit, ...query } = c.req.valid('query');
    const topics = await listTopics(house.db, { ...query, limit: limit + 1 });
    const items = topics.slice(0, limit);
    return c.json({ items: items.map(json), next: topics.length > limit ? (items.at(-1)?.id ?? null) : null }, 200);
  }).openapi(operation({
    method: 'post', path: '/topics', act: 'topic.edit', summary: 'Make a topic',
    request: { body: jsonBody(z.strictObject({ name: topicName, language: languageField }).openapi('NewTopic')) },
    responses: { 201: jsonAnswer(topicSchema, 'The topic') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => makeTopic(tools, c.req.valid('json')));
    return isRefused(made) ? refusal(c, made, statuses) : c.json(json(made), 201);
  }).openapi(operation({
    method: 'patch', path: '/topics/{id}', act: 'topic.edit', summary: 'Give a topic another name; its address stays',
    request: { params: z.object({ id: z.string() }), body: jsonBody(z.strictObject({ name: topicName }).openapi('TopicChange')) },
    responses: { 200: jsonAnswer(topicSchema, 'The topic') },
  }), async (c) => {
    const changed = await house.act(c.var.who, (tools) => changeTopic(tools, { id: c.req.valid('param').id, ...c.req.valid('json') }));
    return isRefused(changed) ? refusal(c, changed, statuses) : c.json(json(changed), 200);
  });
}

function json({ id, slug, name, language }: Topic): z.infer<typeof topicSchema> {
  return { id, slug, name, language };
}
