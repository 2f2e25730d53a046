import { describe, expect, it } from 'vitest';
import { readCaptions } from './captions.ts';

const read = (text: string) => readCaptions(new TextEncoder().encode(text));
const good = 'WEBVTT - Föhn\n\nNOTE aus dem Archiv\n\n1\n00:01.000 --> 00:04.500 line:85%\n«Grüezi», sagt er.\n\n01:00:02.000 --> 01:00:05.250\n日本語も。\n';

describe('captions', () => {
  it('are taken as WebVTT, with their cues counted', () => {
    expect(read(good)).toEqual({ text: good, cues: 2, until: 3_605_250 });
    expect(read(`\ufeff${good.replaceAll('\n', '\r\n')}`)).toMatchObject({ cues: 2, text: good });
  });
  it('are made of SubRip', () => {
    expect(read('1\n00:00:01,000 --> 00:00:02,500\nGrüezi\n')).toEqual({ text: 'WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nGrüezi\n', cues: 1, until: 2_500 });
  });
  it.each(['00:01.000 --> 00:00.500', '0:01.000 --> 00:02.000', '00:01,000 --> 00:02,000', '00:61.000 --> 01:02.000', '--> 00:02.000', '00:01.000-->00:02.000'])('are refused with the line that is wrong: %s', (line) => {
    expect(read(`WEBVTT\n\n${line}\nFöhn\n`)).toEqual({ refused: 'captions-broken', detail: { line: 3, text: line } });
  });
  it('are refused as something else, in other letters, without words', () => {
    expect(read('Das ist ein Brief.')).toEqual({ refused: 'captions-not-webvtt' });
    expect(read('WEBVTTX\n\n00:01.000 --> 00:02.000\nx')).toEqual({ refused: 'captions-not-webvtt' });
    expect(readCaptions(Buffer.from('WEBVTT\n\n00:01.000 --> 00:02.000\nGr\xfcezi', 'latin1'))).toEqual({ refused: 'captions-not-text' });
    expect(read('WEBVTT\n\n00:01.000 --> 00:02.000\n\n')).toEqual({ refused: 'captions-without-cues' });
    expect(readCaptions(Buffer.alloc(500_001, 'x'))).toMatchObject({ refused: 'captions-too-long' });
  });
});
