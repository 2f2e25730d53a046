import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Explained } from '../../../test/explain.ts';
import { explained } from '../../../test/explain.ts';
import type { TestDatabase } from '../../platform/database/testing.ts';
import { testDatabase } from '../../platform/database/testing.ts';
import type { PictureWish } from './search-store.ts';
import { listPictures } from './search-store.ts';
import { namedObjects, nearDuplicates, nextEnd, picturesOf, readShown } from './store.ts';
import { nextUntold } from './telling-store.ts';
import { nextUseEnd, usesBy, usesOf } from './uses-store.ts';

let database: TestDatabase;
let library: Explained;
beforeAll(async () => {
  database = await testDatabase();
  library = explained(database.url, { small: true });
});
afterAll(async () => {
  await library.close();
  await database.close();
});

const now = new Date('2026-11-26T08:00:00Z');
const list = (more: Partial<PictureWish>) => listPictures(library.db, { words: [], after: null, limit: 60, now, ...more });

const questions: Readonly<Record<string, () => Promise<unknown>>> = {
  'what looks like a picture': () => nearDuplicates(library.db, 'zürich22'),
  'the newest': () => list({}),
  'what follows a picture': () => list({ after: { createdAt: now, id: 'zürich22' } }),
  'words': () => list({ words: ['Föhn', 'Wetter'] }),
  'a credit': () => list({ credit: 'Rüegg' }),
  'days': () => list({ from: '2026-11-01', to: '2026-11-30' }),
  'rights that end soon': () => list({ rights: 'ending' }),
  'rights that have ended': () => list({ rights: 'ended' }),
  'what is blocked': () => list({ rights: 'blocked' }),
  'what lacks a credit': () => list({ missing: 'credit' }),
  'what lacks alternative text': () => list({ missing: 'alt' }),
  'what a machine made': () => list({ origin: 'generated' }),
  'what somebody put in': () => list({ by: 'anna' }),
  'a collection': () => list({ collection: 'wahlen22' }),
  'what nothing uses': () => list({ used: false }),
  'where a picture is used': () => usesOf(library.db, 'zürich22'),
  'what stories use': () => usesBy(library.db, ['story:k3f9bcdf', 'story:zürich22']),
  'what pages show': () => readShown(library.db, ['zürich22', 'k3f9bcdf']),
  'who is made of a file': () => picturesOf(library.db, 'a'.repeat(64)),
  'whether objects are named': () => namedObjects(library.db, ['a'.repeat(64), 'b'.repeat(64)]),
  'what ends next': () => Promise.all([nextEnd(library.db), nextUseEnd(library.db)]),
  'what is to be told next': () => nextUntold(library.db),
};

it.each(Object.entries(questions))('%s is found without reading all pictures or uses', async (_, ask) => {
  library.forget();
  await ask();
  expect(await library.readWhole()).toEqual([]);
});

it('finds out a question that no index answers', async () => {
  library.forget();
  await library.db.selectFrom('pictures').select('id').where('bytes', '>', 5).execute();
  expect(await library.readWhole()).toEqual(['pictures']);
});
