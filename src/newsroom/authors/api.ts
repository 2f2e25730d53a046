import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { defined, lineField, listQuery, optionalLineField } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { matchesVersion, versionTag } from '../../platform/http/versions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { changeAuthor, makeAuthor } from './actions.ts';
import { authorActs } from './acts.ts';
import type { Author } from './author.ts';
import { isName, longestAbout, longestName } from './rules.ts';
import { authorsById, listAuthors } from './store.ts';

const statuses = { 'no-such-author': 404, 'author-exists': 409, 'staff-has-author': 409, 'changed-meanwhile': 412, 'no-such-picture': 422 } as const;

/** A byline's name as it comes in. */
export const authorName = lineField(longestName).refine(isName, { message: 'A name has at least one letter.', params: { name: 'not-a-name' } });

const reference = z.string().min(1).max(64).nullable();

const newAuthor = z.strictObject({
  name: authorName,
  about: optionalLineField(longestAbout).default(''),
  portrait: reference.default(null).openapi({ description: 'Id of a picture' }),
  staff: reference.default(null).openapi({ description: 'Id of a staff account' }),
}).openapi('NewAuthor');

const authorChange = z.strictObject({
  name: authorName.optional(), about: optionalLineField(longestAbout).optional(), portrait: reference.optional(), staff: reference.optional(),
}).openapi('AuthorChange');

const authorSchema = z.object({
  id: z.string(), slug: z.string(), name: z.string(), about: z.string(), portrait: z.string().nullable(), staff: z.string().nullable(),
  version: z.number().int(),
}).openapi('Author');

const authorListSchema = z.object({ items: z.array(authorSchema), next: z.string().nullable() });
const byId = { params: z.object({ id: z.string() }) };

export function authorsApi(house: House) {
  const { app, operation } = createApi(house, authorActs);
  const current = async (id: string) => (await authorsById(house.db, [id])).get(id);
  const stale = async (c: Context, author: Author) =>
    refusal(c, refuse('changed-meanwhile', { current: json((await current(author.id)) ?? author) }), statuses);
  return app.openapi(operation({
    method: 'get', path: '/authors', act: signedIn, summary: 'Authors, by name',
    request: { query: listQuery.extend({ q: z.string().max(100).optional().openapi({ description: 'A part of the name, with or without accents' }) }) },
    responses: { 200: jsonAnswer(authorListSchema, 'Some of them') },
  }), async (c) => {
    const { limit, ...query } = c.req.valid('query');
    const authors = await listAuthors(house.db, { ...query, limit: limit + 1 });
    const items = authors.slice(0, limit);
    return c.json({ items: items.map(json), next: authors.length > limit ? (items.at(-1)?.id ?? null) : null }, 200);
  }).openapi(operation({
    method: 'post', path: '/authors', act: 'author.edit', summary: 'Make an author', etag: 'answered',
    request: { body: jsonBody(newAuthor) }, responses: { 201: jsonAnswer(authorSchema, 'The author') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => makeAuthor(tools, c.req.valid('json')));
    return isRefused(made) ? refusal(c, made, statuses) : c.json(json(made), 201, { ETag: versionTag(made.version) });
  }).openapi(operation({
    method: 'get', path: '/authors/{id}', act: signedIn, summary: 'An author', request: byId, etag: 'answered',
    responses: { 200: jsonAnswer(authorSchema, 'The author') },
  }), async (c) => {
    const author = await current(c.req.valid('param').id);
    return author === undefined ? refusal(c, refuse('no-such-author'), statuses) : c.json(json(author), 200, { ETag: versionTag(author.version) });
  }).openapi(operation({
    method: 'patch', path: '/authors/{id}', act: 'author.edit', summary: 'Change what is said of an author; the address stays', etag: 'required',
    request: { ...byId, body: jsonBody(authorChange) }, responses: { 200: jsonAnswer(authorSchema, 'The author') },
  }), async (c) => {
    const author = await current(c.req.valid('param').id);
    if (author === undefined) return refusal(c, refuse('no-such-author'), statuses);
    if (!matchesVersion(c.req.header('if-match'), author.version)) return stale(c, author);
    const changed = await house.act(c.var.who, (tools) => changeAuthor(tools, { id: author.id, version: author.version, facts: defined(c.req.valid('json')) }));
    if (isRefused(changed)) return changed.refused === 'changed-meanwhile' ? stale(c, author) : refusal(c, changed, statuses);
    return c.json(json(changed), 200, { ETag: versionTag(changed.version) });
  });
}

function json({ id, slug, name, about, portrait, staff, version }: Author): z.infer<typeof authorSchema> {
  return { id, slug, name, about, portrait, staff, version };
}
