/** What the law made a newsroom remove does not come back with yesterday's backup, wherever it is put back. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { restore } from '../src/commands/restore.ts';
import { createHouse } from '../src/house.ts';
import { newsroom } from '../src/newsroom.ts';
import { importPicture, pictureSummaries } from '../src/newsroom/pictures/pictures.ts';
import { sealPicture } from '../src/newsroom/pictures/rights.ts';
import { makeSection } from '../src/newsroom/sections/sections.ts';
import { expungeVersion } from '../src/newsroom/stories/sealing.ts';
import { createStory, publicStory, publishStory, searchStories, withdrawStory } from '../src/newsroom/stories/stories.ts';
import { writeBackup } from '../src/platform/database/backup/write.ts';
import { connect } from '../src/platform/database/connect.ts';
import { emptyDatabase, testDatabase } from '../src/platform/database/testing.ts';
import { silentLog } from '../src/platform/log/json-log.ts';
import { isRefused } from '../src/platform/result.ts';
import { clockWithOffset } from '../src/platform/time/clock.ts';
import { readSettings } from '../src/settings.ts';
import type { Settings } from '../src/settings.ts';
import { program } from './house.ts';

const place = mkdtempSync(join(tmpdir(), 'broadsheet-seals-'));
const file = join(place, 'gestern.backup');
const now = new Date('2026-11-23T12:00:00Z');
const facts = { story: '', picture: '', original: '' };
const source = await testDatabase();

async function inHouse<T>(url: string, dataDir: string, work: (house: Awaited<ReturnType<typeof createHouse>>) => Promise<T>): Promise<T> {
  const { db, close } = connect({ address: url, log: silentLog });
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: url }) as Settings;
  const house = await createHouse({ settings, opened: { db, address: url }, features: newsroom, clock: clockWithOffset(0), log: silentLog });
  try {
    return await work(house);
  } finally {
    await house.jobs.stop(1_000);
    await close();
  }
}

function granted<T>(answer: T): Exclude<T, { refused: string }> {
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer as Exclude<T, { refused: string }>;
}

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a4161a' } }).png().toBuffer();
  await inHouse(source.url, join(place, 'daten'), async (house) => {
    await house.act(program, async (tools) => {
      granted(await makeSection(tools, { path: 'zuerich', name: 'Zürich' }));
      const picture = granted(await importPicture(tools, { bytes, name: 'Züllig.png', language: 'de', credit: 'Archiv', alt: 'Ottilie Züllig', renditions: 'now' }));
      const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Ottilie Züllig wohnt am Höhenweg.' }] }] };
      const story = granted(await createStory(tools, { section: 'zuerich', headline: 'Züllig siegt', body, picture: { id: picture.id, caption: '' } }));
      granted(await publishStory(tools, { id: story.id }));
      Object.assign(facts, { story: story.id, picture: picture.id, original: picture.original });
    });
    await writeBackup({ address: source.url, objects: house.objects, path: file, publicUrl: '', now });
    await house.act(program, async (tools) => {
      granted(await withdrawStory(tools, { id: facts.story, reason: 'Urteil' }));
      granted(await expungeVersion(tools, { id: facts.story, number: 1, reason: 'Urteil vom 3. Mai' }));
      granted(await sealPicture(tools, { id: facts.picture, reason: 'Urteil vom 3. Mai' }));
    });
  });
}, 60_000);
afterAll(async () => {
  await source.close();
  rmSync(place, { recursive: true, force: true });
});

/** A restore as at the terminal. */
async function restored(url: string, dataDir: string): Promise<void> {
  const settings = readSettings({ DATA_DIR: dataDir, DATABASE_URL: url }) as Settings;
  granted(await restore.run({ settings, args: [file], options: { replace: true }, now, log: silentLog, withDatabase: async () => { throw new Error('not asked for'); } }));
}

async function expectSealed(url: string, dataDir: string): Promise<void> {
  await inHouse(url, dataDir, async ({ db, objects }) => {
    expect(await publicStory(db, facts.story)).toMatchObject({ gone: { notice: null } });
    expect((await searchStories(db, { query: 'Züllig', language: 'de', limit: 5, offset: 0 })).count).toBe(0);
    for (const table of ['stories', 'story_versions', 'public_stories', 'pictures'] as const) {
      expect(JSON.stringify(await db.selectFrom(table).selectAll().execute()), table).not.toContain('Züllig');
    }
    expect((await pictureSummaries(db, [facts.picture])).get(facts.picture)).toMatchObject({ usable: false, alt: '', sources: [] });
    expect(await db.selectFrom('picture_renditions').selectAll().execute()).toEqual([]);
    for await (const { address } of objects.list()) throw new Error(`${address} came back`);
    expect(await db.selectFrom('acts').select('act').where('act', 'in', ['seal.set', 'picture.seal']).execute()).not.toEqual([]);
  });
}

it('into the same data folder, over the database that knew of it', async () => {
  await restored(source.url, join(place, 'daten'));
  await expectSealed(source.url, join(place, 'daten'));
}, 60_000);

it('into an empty database, by what the data folder knows', async () => {
  const other = await emptyDatabase();
  try {
    await restored(other.url, join(place, 'daten'));
    await expectSealed(other.url, join(place, 'daten'));
  } finally {
    await other.close();
  }
}, 60_000);
