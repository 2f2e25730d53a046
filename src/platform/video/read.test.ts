import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVideo } from './read.ts';
import { box, mp4, webm } from './testing.ts';
import { videoInMemory } from './video-file.ts';

const read = (bytes: Buffer) => readVideo(videoInMemory(bytes));

describe('an MP4', () => {
  it('says its codecs, its size and how long it lasts', async () => {
    expect(await read(mp4())).toEqual({
      mediaType: 'video/mp4', width: 1280, height: 720, duration: 12_500, video: 'h264', audio: 'aac', codecs: 'avc1.64001f, mp4a.40.2', playable: true, bytes: mp4().length,
    });
    expect(await read(mp4({ audio: null }))).toMatchObject({ audio: null, codecs: 'avc1.64001f', playable: true });
  });
  it('is upright where the camera was', async () => {
    expect(await read(mp4({ turned: true }))).toMatchObject({ width: 720, height: 1280 });
  });
  it.each([[{ video: 'hvc1' }, 'hevc'], [{ video: 'apch', brand: 'qt  ' }, 'prores'], [{ profile: 110 }, 'h264-studio'], [{ video: 'mp4v' }, 'mpeg4']])('%j is no film that every browser plays', async (order, video) => {
    expect(await read(mp4(order))).toMatchObject({ video, playable: false, codecs: '' });
  });
  it('is not played everywhere with the sound of a cinema, nor as QuickTime', async () => {
    expect(await read(mp4({ audio: 'ec-3' }))).toMatchObject({ audio: 'eac3', playable: false });
    expect(await read(mp4({ brand: 'qt  ' }))).toMatchObject({ mediaType: 'video/quicktime', playable: false });
  });
  it('is refused without pictures, locked, cut off, or without its index', async () => {
    expect(await read(mp4({ video: '' }))).toMatchObject({ refused: 'not-a-video' });
    expect(await read(mp4({ video: 'encv' }))).toMatchObject({ refused: 'unsupported-codec', detail: { kind: 'encrypted' } });
    expect(await read(mp4().subarray(0, -3))).toMatchObject({ refused: 'corrupt', detail: { reason: 'the box mdat ends beyond the file: it is cut off' } });
    expect(await read(Buffer.concat([box('ftyp', Buffer.from('isom')), box('mdat', Buffer.alloc(9))]))).toMatchObject({ refused: 'corrupt' });
  });
});

describe('a WebM', () => {
  it('says its codecs, its size and how long it lasts', async () => {
    expect(await read(webm())).toEqual({
      mediaType: 'video/webm', width: 640, height: 360, duration: 12_500, video: 'vp9', audio: 'opus', codecs: 'vp9, opus', playable: true, bytes: webm().length,
    });
    expect(await read(webm({ duration: null, audio: null }))).toMatchObject({ duration: null, audio: null, playable: true });
  });
  it('is refused as Matroska, without pictures, cut off', async () => {
    expect(await read(webm({ kind: 'matroska' }))).toMatchObject({ refused: 'unsupported-type', detail: { kind: 'mkv' } });
    expect(await read(webm({ video: '' }))).toMatchObject({ refused: 'not-a-video' });
    expect(await read(webm().subarray(0, -1))).toMatchObject({ refused: 'corrupt' });
  });
});

describe('other files', () => {
  it.each([['RIFF\0\0\0\0AVI LIST', 'avi'], ['FLV\x01\x05', 'flv'], ['\x00\x00\x01\xba\x44', 'mpeg'], ['OggS\0\x02', 'ogg'], ['\x06\x0e\x2b\x34\x02\x05', 'mxf']])('%j is refused by its name', async (head, kind) => {
    expect(await read(Buffer.from(`${head}${'\0'.repeat(20)}`, 'latin1'))).toEqual({ refused: 'unsupported-type', detail: { kind } });
  });
  it.each(['', 'Bise', '<html>Zürich</html>', '\x89PNG\r\n\x1a\n', '\0\0\0\x18ftypheic\0\0\0\0'])('%j is no film', async (head) => {
    expect(await read(Buffer.from(head, 'latin1'))).toEqual({ refused: 'not-a-video' });
  });
  it('may hold anything at all: the reader answers, and never throws', async () => {
    const base = [mp4(), webm(), mp4({ brand: 'qt  ', turned: true })];
    await fc.assert(fc.asyncProperty(fc.integer({ min: 0, max: 2 }), fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 12 }), async (which, changes) => {
      const bytes = Buffer.from(base[which]!);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      expect(typeof await read(bytes)).toBe('object');
    }), { numRuns: 600 });
  });
});
