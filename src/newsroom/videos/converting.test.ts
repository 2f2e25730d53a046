import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../../../test/house.ts';
import type { TestHouse } from '../../../test/house.ts';
import { newsroomUpTo } from '../../../test/plan.ts';
import { ffmpegVersion } from '../../platform/video/ffmpeg.ts';
import { keepVideo, prepareVideo } from './actions.ts';
import { conversionJob } from './converting.ts';
import { qualitiesOf } from './rules.ts';

const version = await ffmpegVersion();

describe('the qualities of a film', () => {
  it.each([
    [{ width: 3840, height: 2160 }, ['640x360', '1280x720', '1920x1080']],
    [{ width: 1280, height: 720 }, ['640x360', '1280x720']],
    [{ width: 1080, height: 1920 }, ['360x640', '720x1280', '1080x1920']],
    [{ width: 999, height: 481 }, ['748x360']],
    [{ width: 321, height: 180 }, ['322x180']],
  ])('of %j are %j', (film, expected) => {
    expect(qualitiesOf(film).map(({ width, height }) => `${width}x${height}`)).toEqual(expected);
  });
});

describe.skipIf(version === null)('with ffmpeg (skipped where it is not installed)', () => {
  let newsroom: TestHouse;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-films-'));
  const path = join(folder, 'Zürich.mov');

  beforeAll(async () => {
    newsroom = await testHouse(await newsroomUpTo('videos'));
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=8', '-f', 'lavfi', '-i', 'sine=330:d=8', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', path]);
  });
  afterAll(async () => {
    await newsroom.close();
    rmSync(folder, { recursive: true });
  });

  const bring = async () => {
    const prepared = await prepareVideo(newsroom.house.objects, path, { name: 'Zürich.mov', language: 'de' });
    if ('refused' in prepared) throw new Error(prepared.refused);
    const video = await newsroom.act((tools) => keepVideo(tools, prepared));
    if ('refused' in video) throw new Error(video.refused);
    return video.id;
  };
  const json = async (id: string) => (await newsroom.ask('editor', { path: `/videos/${id}` })).json;

  it('a film from a phone becomes what every browser plays', async () => {
    const id = await bring();
    expect(await json(id)).toMatchObject({ sources: [], conversion: { state: 'waiting' } });
    await conversionJob.run(newsroom.house, { id });
    expect(await json(id)).toMatchObject({
      conversion: { state: 'done', progress: 100 }, qualities: [{ width: 640, height: 360 }], sources: [{ type: 'application/vnd.apple.mpegurl' }, { type: expect.stringContaining('video/mp4; codecs="avc1.') }],
    });
    expect(newsroom.announced.at(-1)).toEqual({ event: 'video.ready', facts: { id }, tags: [`video:${id}`] });
    expect(readdirSync(join(newsroom.house.settings.dataDir, 'converting'))).toEqual([]);
    await conversionJob.run(newsroom.house, { id });
    expect((await newsroom.ask('editor', { method: 'POST', path: `/videos/${id}/conversion` })).json.conversion.state).toBe('waiting');
    expect((await newsroom.ask('editor', { method: 'POST', path: `/videos/${id}/conversion` })).json.name).toBe('converting-already');
  });

  it('stops when somebody says so, and what was begun is taken away', async () => {
    const id = await bring();
    expect((await newsroom.ask('editor', { method: 'DELETE', path: `/videos/${id}/conversion` })).json.conversion.state).toBe('stopped');
    await conversionJob.run(newsroom.house, { id });
    expect(await json(id)).toMatchObject({ conversion: { state: 'stopped' }, qualities: [] });
    expect((await newsroom.ask('editor', { method: 'DELETE', path: `/videos/${id}/conversion` })).json.name).toBe('not-converting');
  });

  it('says that it could not be done, where the file is broken inside', async () => {
    const id = await bring();
    const { original } = await newsroom.house.db.selectFrom('videos').select('original').where('id', '=', id).executeTakeFirstOrThrow();
    await newsroom.house.objects.remove(original);
    await conversionJob.run(newsroom.house, { id });
    expect(await json(id)).toMatchObject({ conversion: { state: 'failed' } });
  });
});
