/** WebVTT, checked where it comes in (https://www.w3.org/TR/webvtt1/), and SubRip made into it. */
import { refuse } from '../result.ts';
import type { Refused } from '../result.ts';

export interface Captions {
  /** WebVTT, ready to be sent. */
  readonly text: string;
  readonly cues: number;
  /** The end of the last cue, in milliseconds. */
  readonly until: number;
}

export type CaptionsRefusal = Refused<'captions-not-text' | 'captions-not-webvtt' | 'captions-without-cues' | 'captions-broken' | 'captions-too-long'>;

/** Three hours of talk. */
export const longestCaptions = 500_000;

/** Takes WebVTT or SubRip in UTF-8; a line that cannot be a cue is named by its number. */
export function readCaptions(bytes: Uint8Array): Captions | CaptionsRefusal {
  if (bytes.length > longestCaptions) return refuse('captions-too-long', { most: longestCaptions });
  const decoded = decode(bytes);
  if (decoded === null || decoded.includes('\0')) return refuse('captions-not-text');
  const plain = decoded.replaceAll(/\r\n?/gu, '\n').trim();
  const subrip = /^\d+\n\d\d:\d\d:\d\d,\d{3} -->/u.test(plain);
  const text = subrip ? `WEBVTT\n\n${plain.replaceAll(/^(\d\d:\d\d:\d\d),(\d{3}) --> (\d\d:\d\d:\d\d),(\d{3}).*$/gmu, '$1.$2 --> $3.$4')}` : plain;
  return /^WEBVTT(?:[ \t\n]|$)/u.test(text) ? check(`${text}\n`) : refuse('captions-not-webvtt');
}

const timing = /^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t]+\S.*)?$/u;

function check(text: string): Captions | CaptionsRefusal {
  const lines = text.split('\n');
  let [cues, until] = [0, 0];
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const [, from, to] = timing.exec(line.trim()) ?? [];
    if (from === undefined || to === undefined || milliseconds(to) <= milliseconds(from)) return refuse('captions-broken', { line: index + 1, text: line.slice(0, 80) });
    if ((lines[index + 1] ?? '').trim() !== '') cues += 1;
    until = Math.max(until, milliseconds(to));
  }
  return cues === 0 ? refuse('captions-without-cues') : { text, cues, until };
}

function milliseconds(stamp: string): number {
  const [seconds = 0, minutes = 0, hours = 0] = stamp.split(':').map(Number).toReversed();
  return Math.round(((hours * 60 + minutes) * 60 + seconds) * 1000);
}

/** UTF-8, with or without its mark; anything else would show wrong letters. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
