/**
 * The picture library at size: what its questions take with 100,000 pictures and a million uses, and whether one of them
 * reads a great table from end to end. A database of its own, filled in SQL; each question is the program's own function.
 *
 *     node bin/run bench/library.ts [PICTURES]
 */
import { listGalleries } from '../src/newsroom/galleries/store.ts';
import { listPictures } from '../src/newsroom/pictures/search-store.ts';
import type { PictureWish } from '../src/newsroom/pictures/search-store.ts';
import { nearDuplicates, namedObjects, nextEnd, readShown } from '../src/newsroom/pictures/store.ts';
import { nextUntold, takeEndings } from '../src/newsroom/pictures/telling-store.ts';
import { nextUseEnd, usesBy, usesOf } from '../src/newsroom/pictures/uses-store.ts';
import { storiesUsing } from '../src/newsroom/stories/uses-store.ts';
import type { Tx } from '../src/platform/database/database.ts';
import { startTestEngine, testDatabase } from '../src/platform/database/testing.ts';
import { explained } from '../test/explain.ts';
import { fillLibrary } from './archive/library.ts';
import { line, median, percentile } from './table.ts';

const pictures = Number(process.argv[2] ?? 100_000);
const target = 50;
const rounds = 15;
/** Tables of few rows, which are read whole sooner than by an index. */
const few = ['seals', 'galleries', 'picture_collections'];
const now = new Date('2026-11-26T08:00:00Z');

const engine = await startTestEngine();
const database = await testDatabase(engine);
const { db, readWhole, forget, close } = explained(database.url, { small: false });

const wish = (more: Partial<PictureWish>): PictureWish => ({ words: [], after: null, limit: 60, now, ...more });
const id = (nth: number) => `p${String(nth).padStart(7, '0')}`;

/** Each is asked of another picture in every round. */
const questions: readonly (readonly [name: string, ask: (round: number) => Promise<unknown>])[] = [
  ['pictures that look like one', (round) => nearDuplicates(db, id(1 + round * 97))],
  ['the library, newest first', () => listPictures(db, wish({}))],
  ['the same, in the middle', (round) => listPictures(db, wish({ after: { createdAt: new Date(now.getTime() - (20_000 + round) * 60_000), id: 'p' } }))],
  ['a frequent word', () => listPictures(db, wish({ words: ['See'] }))],
  ['a rare word', (round) => listPictures(db, wish({ words: [`Ort${round * 131}`] }))],
  ['two words, one of them part of another', () => listPictures(db, wish({ words: ['wetter', 'Zürich'] }))],
  ['a word and a credit', () => listPictures(db, wish({ words: ['Föhn'], credit: 'Keystone' }))],
  ['what occurs nowhere', () => listPictures(db, wish({ words: ['Xylophon'] }))],
  ['a rare credit', (round) => listPictures(db, wish({ credit: `Fotograf ${round * 17}` }))],
  ['the days of one week', () => listPictures(db, wish({ from: '2024-03-04', to: '2024-03-10' }))],
  ['rights that end within a week', () => listPictures(db, wish({ rights: 'ending' }))],
  ['rights that have ended', () => listPictures(db, wish({ rights: 'ended' }))],
  ['blocked ones', () => listPictures(db, wish({ rights: 'blocked' }))],
  ['those without a credit', () => listPictures(db, wish({ missing: 'credit' }))],
  ['those without alternative text', () => listPictures(db, wish({ missing: 'alt' }))],
  ['those that nothing uses', () => listPictures(db, wish({ used: false }))],
  ['those that somebody put in', (round) => listPictures(db, wish({ by: `staff${round}` }))],
  ['a collection', () => listPictures(db, wish({ collection: 'sammlung' }))],
  ['machine-made ones', () => listPictures(db, wish({ origin: 'generated' }))],
  ['where a picture is used', (round) => usesOf(db, id(1 + round * 53))],
  ['what a front shows: 30 stories', (round) => usesBy(db, Array.from({ length: 30 }, (_, at) => `story:s${round * 100 + at}`))],
  ['pictures of a front', (round) => readShown(db, Array.from({ length: 30 }, (_, at) => id(round * 100 + at + 1)))],
  ['galleries, newest first', () => listGalleries(db, { words: [], after: null, limit: 60 })],
  ['galleries with a picture', (round) => listGalleries(db, { words: [], picture: id(1 + round * 14), after: null, limit: 60 })],
  ['galleries with a word', () => listGalleries(db, { words: ['Föhn'], after: null, limit: 60 })],
  ['stories that show a gallery', (round) => storiesUsing(db, { kind: 'gallery', id: `g${round * 7}` })],
  ['the next right that ends', () => Promise.all([nextEnd(db), nextUseEnd(db)])],
  ['the next right to tell of', () => nextUntold(db)],
  ['rights to tell of, taken', () => db.transaction().execute((tx) => takeEndings(tx as Tx, { until: new Date(now.getTime() + 8 * 86_400_000), shortest: 8 * 86_400_000 }))],
  ['which of 500 objects are named', (round) => namedObjects(db, Array.from({ length: 500 }, (_, at) => `o${round * 500 + at}`))],
];

try {
  const began = performance.now();
  await fillLibrary(db, { pictures, now });
  console.log(`     ${pictures} pictures, ${pictures * 10} uses: filled in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  for (const [name, ask] of questions) await measure(name, ask);
} finally {
  await close();
  await database.close();
  await engine.stop();
}

async function measure(name: string, ask: (round: number) => Promise<unknown>): Promise<void> {
  await ask(0);
  const took: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    forget();
    const began = performance.now();
    await ask(round);
    took.push(performance.now() - began);
  }
  const whole = (await readWhole()).filter((table) => !few.includes(table));
  line(name, `${median(took).toFixed(1)} ms, 95 % ${percentile(took, 95).toFixed(1)}`, { target: `${target} ms`, met: median(took) <= target });
  if (whole.length > 0) console.log(`     reads all of ${whole.join(', ')}`);
}
