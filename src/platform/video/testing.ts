/** Small films for tests, written box by box: no encoder is needed to know what a reader must read. */

export interface Mp4Order {
  readonly brand?: string;
  /** The four letters of the picture's sample entry. */
  readonly video?: string;
  readonly audio?: string | null;
  /** Of H.264: 100 is High, 110 High 10. */
  readonly profile?: number;
  readonly width?: number;
  readonly height?: number;
  /** In milliseconds. */
  readonly duration?: number;
  /** The camera was held upright. */
  readonly turned?: true;
  /** Bytes that stand for frames. */
  readonly frames?: Buffer;
}

export function mp4(order: Mp4Order = {}): Buffer {
  const { brand = 'isom', video = 'avc1', audio = 'mp4a', frames = Buffer.from('Bilder vom Föhn') } = order;
  const tracks = [...(video === '' ? [] : [videoTrack({ ...order, video })]), ...(audio === null ? [] : [track({ handler: 'soun', entry: box(audio, Buffer.alloc(28)), order })])];
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}`, 'latin1')), box('moov', box('mvhd', header(order)), ...tracks), box('mdat', frames),
  ]);
}

export interface WebmOrder {
  readonly kind?: string;
  readonly video?: string;
  readonly audio?: string | null;
  readonly width?: number;
  readonly height?: number;
  /** In milliseconds; null: a recording that was never finished. */
  readonly duration?: number | null;
}

export function webm({ kind = 'webm', video = 'V_VP9', audio = 'A_OPUS', width = 640, height = 360, duration = 12_500 }: WebmOrder = {}): Buffer {
  const picture = element(0xae, element(0x83, Buffer.of(1)), element(0x86, Buffer.from(video)), element(0xe0, element(0xb0, uint16(width)), element(0xba, uint16(height))));
  const sound = audio === null ? [] : [element(0xae, element(0x83, Buffer.of(2)), element(0x86, Buffer.from(audio)))];
  const length = Buffer.alloc(8);
  length.writeDoubleBE(duration ?? 0);
  return Buffer.concat([
    element(0x1a45dfa3, element(0x4282, Buffer.from(kind))),
    element(0x18538067, element(0x1549a966, element(0x2ad7b1, Buffer.of(0x0f, 0x42, 0x40)), ...(duration === null ? [] : [element(0x4489, length)])),
      element(0x1654ae6b, ...(video === '' ? [] : [picture]), ...sound), element(0x1f43b675, Buffer.from('Bilder'))),
  ]);
}

export function box(type: string, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

interface TrackOrder {
  readonly handler: string;
  readonly entry: Buffer;
  readonly order: Mp4Order;
}

function track({ handler, entry, order }: TrackOrder): Buffer {
  const description = box('stsd', Buffer.of(0, 0, 0, 0, 0, 0, 0, 1), entry);
  const kind = Buffer.alloc(24);
  kind.write(handler, 8, 'latin1');
  return box('trak', trackHeader(order), box('mdia', box('mdhd', header(order)), box('hdlr', kind), box('minf', box('stbl', description))));
}

function videoTrack(order: Mp4Order & { readonly video: string }): Buffer {
  const sample = Buffer.alloc(78);
  sample.writeUInt16BE(order.width ?? 1280, 24);
  sample.writeUInt16BE(order.height ?? 720, 26);
  const config = order.video === 'avc1' ? [box('avcC', Buffer.of(1, order.profile ?? 100, 0, 31, 0xff, 0xe0, 0))] : [];
  return track({ handler: 'vide', entry: box(order.video, sample, ...config), order });
}

function trackHeader({ width = 1280, height = 720, turned }: Mp4Order): Buffer {
  const body = Buffer.alloc(84);
  body.writeInt32BE(turned === true ? 0 : 0x10000, 40);
  body.writeInt32BE(turned === true ? 0x10000 : 0, 44);
  body.writeUInt32BE(width * 0x10000, 76);
  body.writeUInt32BE(height * 0x10000, 80);
  return box('tkhd', body);
}

function header({ duration = 12_500 }: Mp4Order): Buffer {
  const body = Buffer.alloc(24);
  body.writeUInt32BE(1000, 12);
  body.writeUInt32BE(duration, 16);
  return body;
}

function element(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const name = Buffer.from(id.toString(16), 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE((0x10000000 | body.length) >>> 0);
  return Buffer.concat([name, size, body]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
