import { readdirSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { sweepHouse } from '../../platform/objects/sweeping.ts';
import { importPicture } from './actions.ts';
import { quickDarkroom } from './making.ts';
import { feature } from './pictures.ts';
import { readPicture } from './store.ts';

let newsroom: TestHouse;
beforeAll(async () => {
  newsroom = await testHouse([feature]);
});
afterAll(async () => {
  await newsroom.close();
  await quickDarkroom.close();
});

it('leaves every object of a picture, and takes what an upload left that was never kept', async () => {
  const { house } = newsroom;
  const bytes = await sharp({ create: { width: 500, height: 300, channels: 3, background: '#345' } }).png().toBuffer();
  const wish = { bytes, name: 'See.png', language: 'de', renditions: 'now' as const };
  const kept = await newsroom.act((tools) => importPicture(tools, wish));
  if ('refused' in kept) throw new Error(kept.refused);
  await expect(newsroom.act(async (tools) => {
    await importPicture(tools, { ...wish, bytes: await sharp(bytes).negate().png().toBuffer() });
    throw new Error('the power went');
  })).rejects.toThrow('the power went');
  const folder = join(house.settings.dataDir, 'objects');
  for (const name of readdirSync(folder, { recursive: true }) as string[]) await utimes(join(folder, name), 0, 0);
  const { removed } = await sweepHouse(house, new Date(1_000));
  const { renditions } = (await readPicture(house.db, kept.id))!;
  expect(removed).toBe(renditions.length + 1);
  const named = new Set<string>();
  for await (const { address } of house.objects.list()) named.add(address);
  const rows = await house.db.selectFrom('picture_renditions').select('address').execute();
  expect(named).toEqual(new Set([kept.original, ...rows.map(({ address }) => address)]));
});
