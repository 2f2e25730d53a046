/** A step of the schema that tells of what was there before anybody noted it: `migrations/0063-uses-told.sql`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importPicture } from '../src/newsroom/pictures/pictures.ts';
import { mp4 } from '../src/platform/video/testing.ts';
import type { TestHouse } from './house.ts';
import { testHouse } from './house.ts';
import { newsroomUpTo } from './plan.ts';

let world: TestHouse;
beforeAll(async () => {
  world = await testHouse(await newsroomUpTo('stories'));
});
afterAll(() => world.close());

it('finds again what stories show, in their working copies and on the page, and the posters of films', async () => {
  const { db, features } = world.house;
  const bytes = await sharp({ create: { width: 960, height: 640, channels: 3, background: '#345' } }).png().toBuffer();
  const picture = await world.act((tools) => importPicture(tools, { bytes, name: 'Föhn.png', language: 'de', credit: 'Archiv', alt: 'Berg', renditions: 'now' }));
  if ('refused' in picture) throw new Error(picture.refused);
  const gallery = (await world.ask('editor', { method: 'POST', path: '/galleries', body: { title: 'Föhn über Zürich', language: 'de', pictures: [{ id: picture.id }] } })).json.id as string;
  const uploaded = await features.find(({ name }) => name === 'videos')!.api!(world.house).request('/videos?name=See.mp4', { method: 'POST', body: new Uint8Array(mp4()), headers: { 'content-type': 'video/mp4', 'x-test-role': 'editor' } });
  const film = (await uploaded.json() as { id: string }).id;
  expect((await world.ask('editor', { method: 'PATCH', path: `/videos/${film}`, body: { poster: picture.id, title: 'Der See', credit: 'Anna Çelik' }, headers: { 'if-match': '"1"' } })).status).toBe(200);
  await world.ask('publisher', { method: 'POST', path: '/sections', body: { path: 'zuerich', name: 'Zürich' } });
  const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Am Abend drehte der Wind.' }] }, { type: 'gallery', attrs: { id: gallery } }] };
  const story = await world.ask('editor', { method: 'POST', path: '/stories', body: { section: 'zuerich', headline: 'Der Föhn dreht', lead: 'Am Abend.', body: { document: body } } });
  expect(story.status).toBe(201);
  expect((await world.ask('editor', { method: 'POST', path: `/stories/${story.json.id}/publish`, body: {} })).status).toBe(200);
  const told = async () => [await db.selectFrom('story_uses').selectAll().orderBy('place').execute(), await db.selectFrom('picture_uses').selectAll().where('used_by', '=', `video:${film}`).execute()];
  const before = await told();
  expect(before.map((rows) => rows.length)).toEqual([2, 1]);
  await sql`delete from story_uses`.execute(db);
  await sql`delete from picture_uses where used_by like 'video:%'`.execute(db);
  await sql.raw(readFileSync(join(import.meta.dirname, '..', 'migrations', '0063-uses-told.sql'), 'utf8')).execute(db);
  expect(await told()).toEqual(before);
});
