import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPrivateBoxes } from './blank.ts';
import { convertVideo } from './convert.ts';
import { ffmpegVersion } from './ffmpeg.ts';
import { readVideo } from './read.ts';
import { withVideoFile } from './video-file.ts';

const version = await ffmpegVersion();
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-convert-'));
const film = join(folder, 'Föhn am See.mov');
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(version === null)('with ffmpeg (skipped where it is not installed)', () => {
  beforeAll(() => {
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=640x360:r=25:d=9', '-f', 'lavfi', '-i', 'sine=330:d=9', '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', 'use_metadata_tags', '-metadata', 'location=+47.3769+008.5417/', '-metadata', 'title=Zuhause', film]);
  });

  it('makes of a film what every browser plays, and the same in fragments', async () => {
    const parts: number[] = [];
    const facts = { mediaType: 'video/quicktime' as const, duration: 9_000 };
    const made = await convertVideo({ from: film, facts, quality: { width: 320, height: 180, rate: 300_000 }, folder, stop: AbortSignal.timeout(60_000), onProgress: (part) => parts.push(part) });
    if ('refused' in made) throw new Error(JSON.stringify(made));
    expect(await withVideoFile(made.file, readVideo)).toMatchObject({ mediaType: 'video/mp4', width: 320, height: 180, playable: true, duration: expect.closeTo(9_000, -3) });
    expect(made.codecs).toMatch(/^avc1\.64[0-9a-f]{4},mp4a\.40\.2$/u);
    expect(made.playlist).toContain('#EXT-X-MAP:URI="media.m4s",BYTERANGE="');
    expect(made.playlist).toContain('#EXT-X-ENDLIST');
    const ranges = [...made.playlist.matchAll(/#EXT-X-BYTERANGE:(\d+)@(\d+)/gu)];
    expect(ranges.length).toBe(2);
    const last = ranges.at(-1)!;
    expect(Number(last[1]) + Number(last[2])).toBeLessThanOrEqual(statSync(made.stream).size);
    expect(made.bandwidth).toBeGreaterThan(50_000);
    expect(parts.at(-1)).toBeGreaterThan(0.9);
    expect(readFileSync(made.file).includes('Zuhause')).toBe(false);
  });

  it('stops when it is told to, and says what it could not read', async () => {
    const order = { from: film, facts: { mediaType: 'video/quicktime' as const, duration: 9_000 }, quality: { width: 320, height: 180, rate: 300_000 }, folder };
    const stop = new AbortController();
    expect(await convertVideo({ ...order, stop: stop.signal, onProgress: () => stop.abort() })).toEqual({ refused: 'stopped' });
    const broken = await convertVideo({ ...order, from: join(folder, 'nobody.mov'), stop: AbortSignal.timeout(10_000) });
    expect(broken).toMatchObject({ refused: 'not-converted', detail: { reason: expect.stringContaining('nobody.mov') } });
  });

  it('leaves nothing in a film of where it was made, and the film as it was', async () => {
    const copy = join(folder, 'copy.mov');
    copyFileSync(film, copy);
    expect(readFileSync(copy).includes('+47.3769')).toBe(true);
    const before = await withVideoFile(copy, readVideo);
    expect(await blankPrivateBoxes(copy)).toBeGreaterThan(0);
    expect(readFileSync(copy).includes('+47.3769')).toBe(false);
    expect(readFileSync(copy).includes('Zuhause')).toBe(false);
    expect(await withVideoFile(copy, readVideo)).toEqual(before);
    expect(execFileSync('ffmpeg', ['-v', 'error', '-i', copy, '-f', 'null', '-'], { stdio: ['ignore', 'pipe', 'pipe'] }).length).toBe(0);
  });
});
