/** What kind of file it is, by its first bytes and never by its name. Pure. */

/** What can be read here. */
export const readable = ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif', 'heic'] as const;
export type ReadableFormat = (typeof readable)[number];

export const mediaTypes: Readonly<Record<ReadableFormat, string>> = {
  jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif', tiff: 'image/tiff', gif: 'image/gif', heic: 'image/heic',
};

/** How many bytes from the beginning are enough to tell. */
export const bytesToTell = 1_024;

/** A readable format, the name of a known one that cannot be read here, or null for what is no picture. */
export function formatOf(head: Uint8Array): ReadableFormat | (string & {}) | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, bytesToTell));
  for (const [format, is] of signatures) if (is(bytes)) return format;
  return null;
}

export function isReadable(format: string): format is ReadableFormat {
  return readable.some((one) => one === format);
}

type Signature = readonly [format: string, is: (bytes: Buffer) => boolean];

const begins = (...bytes: number[]) => (head: Buffer) => head.subarray(0, bytes.length).equals(Buffer.from(bytes));
const says = (text: string, at = 0) => (head: Buffer) => head.toString('latin1', at, at + text.length) === text;
/** ISO base media files name their brands in the first box, ISO/IEC 14496-12 section 4.3. */
const brand = (names: RegExp) => (head: Buffer) => says('ftyp', 4)(head) && names.test(head.toString('latin1', 8, Math.min(head.readUInt32BE(0), 64)));

const signatures: readonly Signature[] = [
  ['jpeg', begins(0xff, 0xd8, 0xff)],
  ['png', begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['webp', (head) => says('RIFF')(head) && says('WEBP', 8)(head)],
  ['gif', (head) => says('GIF87a')(head) || says('GIF89a')(head)],
  ['tiff', (head) => [says('II*\0'), says('MM\0*'), says('II+\0'), says('MM\0+')].some((is) => is(head))],
  ['avif', brand(/avi[fs]/u)],
  ['heic', brand(/hei[cxms]|hev[cxms]|mif1|msf1/u)],
  ['jp2', (head) => says('jP  ', 4)(head) || begins(0xff, 0x4f, 0xff, 0x51)(head)],
  ['jxl', (head) => begins(0xff, 0x0a)(head) || says('JXL ', 4)(head)],
  ['psd', says('8BPS')],
  ['bmp', (head) => says('BM')(head) && head.length >= 26 && head.readUInt32LE(6) === 0],
  ['ico', (head) => begins(0, 0, 1, 0)(head) && head.length >= 22],
  ['eps', (head) => says('%!PS')(head) || begins(0xc5, 0xd0, 0xd3, 0xc6)(head)],
  ['pdf', says('%PDF-')],
  ['svg', (head) => /^(?:\ufeff|\s|<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE\s[^>]*>)*<(?:\w+:)?svg[\s>]/su.test(head.toString('utf8'))],
];
