/**
 * Credit and rights as IPTC IIM 4.2 for JPEG, in Photoshop's block 0x0404 of an APP13 segment: for programs that read no
 * XMP. In UTF-8 and marked so. Longer texts than the 32 octets of the standard's By-line and Credit stay whole, as
 * agencies write them. Pure.
 */
import type { WrittenMetadata } from './written-metadata.ts';

/** The JPEG with the segment, or as it was where there is nothing to say or no room. */
export function withIimOf(jpeg: Uint8Array, { creators, creditLine, copyright }: WrittenMetadata): Uint8Array {
  const texts: [number, string][] = [...creators.map((name): [number, string] => [byline, name]), [credit, creditLine], [copyrightNotice, copyright]];
  const said = texts.filter(([, text]) => text !== '').map(([number, text]) => dataset(2, number, Buffer.from(text.toWellFormed())));
  if (said.length === 0) return jpeg;
  const block = photoshopBlock(Buffer.concat([dataset(1, 90, utf8), dataset(2, 0, Buffer.from([0, 4])), ...said]));
  if (block.length + 2 > 0xff_ff) return jpeg;
  const length = Buffer.alloc(2);
  length.writeUInt16BE(block.length + 2);
  const at = afterJfif(jpeg);
  return Buffer.concat([jpeg.subarray(0, at), Buffer.from([0xff, 0xed]), length, block, jpeg.subarray(at)]);
}

const byline = 80;
const credit = 110;
const copyrightNotice = 116;
/** ESC % G */
const utf8 = Buffer.from([0x1b, 0x25, 0x47]);

function dataset(record: number, number: number, value: Buffer): Buffer {
  const short = value.subarray(0, 0x7f_ff);
  return Buffer.concat([Buffer.from([0x1c, record, number, short.length >> 8, short.length & 0xff]), short]);
}

function photoshopBlock(iim: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  return Buffer.concat([Buffer.from('Photoshop 3.0\u00008BIM'), Buffer.from([4, 4, 0, 0]), size, iim, Buffer.alloc(iim.length % 2)]);
}

/** JFIF asks for its own segment to be the first. */
function afterJfif(jpeg: Uint8Array): number {
  const hasJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0;
  return hasJfif ? 4 + jpeg[4]! * 256 + jpeg[5]! : 2;
}
