/** Small files for tests, made on the spot. */
import { crc32, deflateSync } from 'node:zlib';

/** An APP13 segment with IPTC IIM (IIM 4.2 in Photoshop's block 0x0404), put into a JPEG right after its start. */
export function withIim(jpeg: Buffer, datasets: readonly (readonly [record: number, dataset: number, value: Buffer])[]): Buffer {
  const iim = Buffer.concat(datasets.map(([record, dataset, value]) => Buffer.concat([Buffer.from([0x1c, record, dataset, value.length >> 8, value.length & 0xff]), value])));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iim.length);
  const block = Buffer.concat([Buffer.from('Photoshop 3.0\0'), Buffer.from('8BIM'), Buffer.from([0x04, 0x04, 0, 0]), size, iim, Buffer.alloc(iim.length % 2)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(block.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xed]), length, block, jpeg.subarray(2)]);
}

export const iim = { byline: [2, 80], city: [2, 90], headline: [2, 105], credit: [2, 110], caption: [2, 120], keyword: [2, 25] } as const;
export const utf8Mark = [1, 90, Buffer.from([0x1b, 0x25, 0x47])] as const;

/** Mac OS Roman, as far as the tests write it. */
export function macintosh(text: string): Buffer {
  const letters: Record<string, number> = { ä: 0x8a, ö: 0x9a, ü: 0x9f, Ä: 0x80, é: 0x8e, è: 0x8f, ô: 0x99, '«': 0xc7, '»': 0xc8 };
  return Buffer.from(Array.from(text, (letter) => letters[letter] ?? letter.charCodeAt(0)));
}

/** Half a megabyte that says it is 65,536 by 65,536 one-bit pixels: 12.9 GB decoded. */
export function hugePng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type, 'latin1'), data])));
    return Buffer.concat([head, data, tail]);
  };
  const size = 65_536;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header[8] = 1;
  const lines = deflateSync(Buffer.alloc((size / 8 + 1) * size), { level: 9 });
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))]);
}

/** A GIF of that many frames, each as large as it says and with one pixel in it. */
export function animatedGif(frames: number, side = 1): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(side, 0);
  size.writeUInt16LE(side, 2);
  const frame = Buffer.concat([Buffer.from('21f90404050000002c00000000', 'hex'), size, Buffer.from('000202440100', 'hex')]);
  return Buffer.concat([Buffer.from('GIF89a'), size, Buffer.from([0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff]), ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])]);
}

/** A ZIP archive of one file that is kept as it is (APPNOTE 4.3). */
export function archive(name: string, content: string): Buffer {
  const [called, bytes] = [Buffer.from(name), Buffer.from(content)];
  const facts = Buffer.alloc(22);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  const names = Buffer.from([called.length, 0, 0, 0]);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), facts, names, called, bytes]);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), facts, names, Buffer.alloc(14), called]);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
