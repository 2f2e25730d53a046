/** What is in a film, by its content alone: never by its name, never by what its sender says. */
import { refuse } from '../result.ts';
import { looksLikeMp4, readMp4 } from './mp4.ts';
import type { VideoFacts, VideoFile, VideoRefusal } from './video-file.ts';
import { looksLikeEbml, readWebm } from './webm.ts';

/** Reads some kilobytes of the file, whatever its length. Never throws for what the file holds. */
export async function readVideo(file: VideoFile): Promise<VideoFacts | VideoRefusal> {
  const head = await file.read(0, 16);
  try {
    if (looksLikeEbml(head)) return await readWebm(file);
    if (isPicture(head)) return refuse('not-a-video');
    if (looksLikeMp4(head)) return await readMp4(file);
  } catch (error) {
    if (error instanceof RangeError) return refuse('corrupt', { reason: error.message });
    throw error;
  }
  const kind = others.find(({ begins }) => begins.test(head.toString('latin1')))?.kind;
  return kind === undefined ? refuse('not-a-video') : refuse('unsupported-type', { kind });
}

const others: readonly { readonly kind: string; readonly begins: RegExp }[] = [
  { kind: 'avi', begins: /^RIFF.{4}AVI /su },
  { kind: 'wmv', begins: /^\x30\x26\xb2\x75\x8e\x66\xcf\x11/u },
  { kind: 'flv', begins: /^FLV\x01/u },
  { kind: 'mpeg', begins: /^\x00\x00\x01[\xba\xb3]/u },
  { kind: 'mxf', begins: /^\x06\x0e\x2b\x34/u },
  { kind: 'ogg', begins: /^OggS/u },
  { kind: 'mpeg', begins: /^G[\s\S]{3}/u },
];

/** HEIC and AVIF begin as films do. */
function isPicture(head: Buffer): boolean {
  return /^(heic|heix|heim|heis|mif1|msf1|avif|avis|crx )$/u.test(head.toString('latin1', 8, 12));
}
