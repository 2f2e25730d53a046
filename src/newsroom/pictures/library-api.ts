/** The library over JSON: many pictures at once, where they are used, collections. */
import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { isRefused } from '../../platform/result.ts';
import { changePicture } from './actions.ts';
import { pictureActs } from './acts.ts';
import { changeCollection, fillCollection, makeCollection, removeCollection } from './collections.ts';
import { collectionsOf, listCollections } from './collections-store.ts';
import { remakeAt } from './making.ts';
import { alikeSchema, collectionJson, collectionSchema, collectionsSchema, fillSchema, namedSchema, pictureJson, severalAnswer, severalSchema, useJson, usesSchema, wordsFrom } from './schemas.ts';
import { nearDuplicates, readPictures } from './store.ts';
import { usesOf } from './uses-store.ts';

const statuses = { 'no-such-collection': 404, 'collection-exists': 409 } as const;
const byId = { params: z.object({ id: z.string().max(32) }) };

export function libraryApi(house: House) {
  const { app, operation } = createApi(house, pictureActs);
  app.openapi(operation({
    method: 'patch', path: '/pictures', act: 'picture.edit', summary: 'Say the same of several pictures', tags: ['pictures'],
    description: 'Each is changed or refused by itself: those of others are left as they are, and named.',
    request: { body: jsonBody(severalSchema) }, responses: { 200: jsonAnswer(severalAnswer, 'Which were changed') },
  }), async (c) => {
    const { ids, change, onlyEmpty } = c.req.valid('json');
    const answer: z.infer<typeof severalAnswer> = { changed: [], refused: [] };
    for (const id of new Set(ids)) {
      const done = await house.act(c.var.who, (tools) => changePicture(tools, { id, version: null, remakeAt: remakeAt(house), said: wordsFrom(change), onlyEmpty }));
      if (isRefused(done)) answer.refused.push({ id, name: done.refused });
      else answer.changed.push(id);
    }
    return c.json(answer, 200);
  });
  app.openapi(operation({
    method: 'get', path: '/pictures/{id}/uses', act: 'picture.read', summary: 'Where a picture is used', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(usesSchema, 'Stories and other things that show it, public ones first') },
  }), async (c) => c.json({ items: (await usesOf(house.db, c.req.valid('param').id)).map(useJson) }, 200));
  app.openapi(operation({
    method: 'get', path: '/pictures/{id}/collections', act: 'picture.read', summary: 'In which collections a picture is', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(collectionsSchema, 'Collections, by name') },
  }), async (c) => c.json({ items: (await collectionsOf(house.db, c.req.valid('param').id)).map(collectionJson) }, 200));
  app.openapi(operation({
    method: 'get', path: '/pictures/{id}/alike', act: 'picture.read', summary: 'Pictures that look like this one', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(alikeSchema, 'The most alike first') },
  }), async (c) => {
    const near = await nearDuplicates(house.db, c.req.valid('param').id);
    const pictures = new Map((await readPictures(house.db, near.map(({ id }) => id))).map((picture) => [picture.id, picture]));
    const items = near.flatMap(({ id, distance }) => {
      const picture = pictures.get(id);
      return picture === undefined ? [] : [{ picture: pictureJson(picture, house.clock.now()), distance }];
    });
    return c.json({ items }, 200);
  });
  app.route('/', collectionsApi(house));
  return app;
}

function collectionsApi(house: House) {
  const { app, operation } = createApi(house, pictureActs);
  return app.openapi(operation({
    method: 'get', path: '/collections', act: 'picture.read', summary: 'Collections of pictures, by name', tags: ['pictures'],
    responses: { 200: jsonAnswer(collectionsSchema, 'All of them') },
  }), async (c) => c.json({ items: (await listCollections(house.db)).map(collectionJson) }, 200)).openapi(operation({
    method: 'post', path: '/collections', act: 'picture.collect', summary: 'Begin a collection', tags: ['pictures'],
    request: { body: jsonBody(namedSchema) }, responses: { 201: jsonAnswer(collectionSchema, 'The collection') },
  }), async (c) => {
    const made = await house.act(c.var.who, (tools) => makeCollection(tools, c.req.valid('json')));
    return isRefused(made) ? refusal(c, made, statuses) : c.json(collectionJson(made), 201);
  }).openapi(operation({
    method: 'patch', path: '/collections/{id}', act: 'picture.collect', summary: 'Give a collection another name', tags: ['pictures'],
    request: { ...byId, body: jsonBody(namedSchema) }, responses: { 200: jsonAnswer(collectionSchema, 'The collection') },
  }), async (c) => {
    const changed = await house.act(c.var.who, (tools) => changeCollection(tools, { id: c.req.valid('param').id, ...c.req.valid('json') }));
    return isRefused(changed) ? refusal(c, changed, statuses) : c.json(collectionJson(changed), 200);
  }).openapi(operation({
    method: 'delete', path: '/collections/{id}', act: 'picture.collect', summary: 'Remove a collection; its pictures stay', tags: ['pictures'],
    request: byId, responses: { 200: jsonAnswer(collectionSchema, 'What it was') },
  }), async (c) => {
    const removed = await house.act(c.var.who, (tools) => removeCollection(tools, c.req.valid('param')));
    return isRefused(removed) ? refusal(c, removed, statuses) : c.json(collectionJson(removed), 200);
  }).openapi(operation({
    method: 'post', path: '/collections/{id}/pictures', act: 'picture.collect', summary: 'Put pictures into a collection, take others out', tags: ['pictures'],
    request: { ...byId, body: jsonBody(fillSchema) }, responses: { 200: jsonAnswer(collectionSchema, 'The collection') },
  }), async (c) => {
    const filled = await house.act(c.var.who, (tools) => fillCollection(tools, { id: c.req.valid('param').id, ...c.req.valid('json') }));
    return isRefused(filled) ? refusal(c, filled, statuses) : c.json(collectionJson(filled), 200);
  });
}
