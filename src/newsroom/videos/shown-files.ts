/** Which files of a film can be fetched, and under which names: every name carries a hash of its content. */
import { createHash } from 'node:crypto';
import { mediaPlace } from '../../platform/video/convert.ts';
import type { WholeVideo } from './store.ts';

/** An object of the store, or a text that stands in the rows. */
export type ShownFile = { readonly name: string; readonly type: string } & ({ readonly address: string; readonly size: number } | { readonly text: string });

/** The file as it came, where browsers play it; else null. */
export function originalOf({ original, media_type, bytes, playable }: WholeVideo): ShownFile | null {
  return playable ? { name: `${short(original)}.${media_type === 'video/webm' ? 'webm' : 'mp4'}`, type: media_type, address: original, size: bytes } : null;
}

/** The MP4 of each quality, the smallest first. */
export function qualityFiles({ renditions }: WholeVideo) {
  return renditions.filter(({ kind }) => kind === 'file').toSorted((a, b) => a.height - b.height)
    .map(({ address, bytes, width, height, codecs }) => ({ name: `${short(address)}.mp4`, type: 'video/mp4', address, size: bytes, width, height, codecs }));
}

/** The list of qualities for those who change between them (RFC 8216, section 4.3.4), then what it names. Empty where there are none. */
export function streamFiles({ renditions }: WholeVideo): ShownFile[] {
  const streams = renditions.filter(({ kind }) => kind === 'stream').toSorted((a, b) => a.height - b.height);
  if (streams.length === 0) return [];
  const parts = streams.map((one) => {
    const media = `${short(one.address)}.m4s`;
    return { ...one, media, list: named(one.playlist.replaceAll(mediaPlace, media), 'm3u8', playlistType) };
  });
  const lines = parts.flatMap(({ list, bandwidth, width, height, codecs }) => [
    `#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},CODECS="${codecs}"`, list.name,
  ]);
  const master = named(`${['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines].join('\n')}\n`, 'm3u8', playlistType);
  return [master, ...parts.flatMap(({ list, media, address, bytes }): ShownFile[] => [list, { name: media, type: 'video/mp4', address, size: bytes }])];
}

export function captionFiles({ captions }: WholeVideo) {
  return captions.map(({ language, text }) => ({ language, ...named(text, 'vtt', 'text/vtt; charset=utf-8') }));
}

export function shownFiles(video: WholeVideo): ShownFile[] {
  const original = originalOf(video);
  return [...(original === null ? [] : [original]), ...qualityFiles(video), ...streamFiles(video), ...captionFiles(video)];
}

export const playlistType = 'application/vnd.apple.mpegurl';

function named(text: string, ending: string, type: string) {
  return { name: `${short(createHash('sha256').update(text).digest('hex'))}.${ending}`, type, text };
}

function short(address: string): string {
  return address.slice(0, 16);
}
