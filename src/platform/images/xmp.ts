/**
 * Reads XMP (ISO 16684-1) as far as pictures use it: texts, lists, language alternatives, and the fields of structures.
 * By namespace, whatever the prefix, since every program has its own. Pure.
 */
import { SaxesParser } from 'saxes';
import type { SaxesTagNS } from 'saxes';

const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** The namespaces that are read, under the prefixes of their standards. */
const namespaces = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  xmpRights: 'http://ns.adobe.com/xap/1.0/rights/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
  plus: 'http://ns.useplus.org/ldf/xmp/1.0/',
} as const;

export interface XmpText {
  readonly text: string;
  /** Of a language alternative, as RFC 5646 writes it, or `x-default`; else empty. */
  readonly language: string;
}

/** Texts by name, such as `dc:title`, or of a structure's field `Iptc4xmpExt:LocationShown/City`; letter case tells nothing. */
export type Xmp = (name: XmpName) => readonly XmpText[];
export type XmpName = `${keyof typeof namespaces}:${string}`;

/** Where two packets differ the later one is right, as exiftool has it: agencies append theirs. What is damaged is read as far as it goes. */
export function readXmp(packets: readonly Buffer[]): Xmp {
  const found = new Map<string, XmpText[]>();
  for (const packet of packets) {
    for (const [name, texts] of textsOf(packet)) found.set(name, texts);
  }
  return (name) => found.get(name.toLowerCase()) ?? [];
}

/**
 * The packets of a file. JPEG's stand in segments before the picture: agencies also write them under headers of their
 * own making. Other formats keep theirs in one piece and readable, so that programs find it without knowing the format.
 */
export function xmpPackets(file: Buffer): Buffer[] {
  const places = file[0] === 0xff && file[1] === 0xd8 ? jpegSegments(file) : [file];
  return places.flatMap((place) => packetIn(place) ?? []).slice(0, mostPackets);
}

const mostPackets = 4;
const greatestPacket = 4 * 1024 * 1024;
const mostTexts = 200;
const mostNames = 2_000;
const deepest = 40;

function jpegSegments(file: Buffer): Buffer[] {
  const segments: Buffer[] = [];
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff;) {
    const marker = file[at + 1]!;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === 0xda || marker === 0xd9) break;
    const length = file.readUInt16BE(at + 2);
    if (marker === 0xe1) segments.push(file.subarray(at + 4, at + 2 + length));
    at += 2 + Math.max(length, 2);
  }
  return segments;
}

const beginnings = ['<x:xmpmeta', '<x:xapmeta', '<rdf:RDF'];
const endings = ['</x:xmpmeta>', '</x:xapmeta>', '</rdf:RDF>'];

function packetIn(place: Buffer): Buffer | null {
  for (const [nth, beginning] of beginnings.entries()) {
    const start = place.indexOf(beginning);
    if (start === -1) continue;
    const end = place.indexOf(endings[nth]!, start);
    return place.subarray(start, Math.min(end === -1 ? place.length : end + endings[nth]!.length, start + greatestPacket));
  }
  return null;
}

function textsOf(packet: Buffer): Map<string, XmpText[]> {
  const reading = new PacketReading();
  const parser = new SaxesParser({ xmlns: true });
  // A fault here and there is what old programs write: what can be read around it is.
  parser.on('error', () => undefined);
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('text', (text) => reading.text(text));
  parser.on('cdata', (text) => reading.text(text));
  parser.on('closetag', () => reading.close());
  try {
    parser.write(packet.toString('utf8')).close();
  } catch {
    // No XML any more: what came before has been read.
  }
  return reading.found;
}

/** Where a reading stands in a packet, and what it has found. */
class PacketReading {
  readonly found = new Map<string, XmpText[]>();
  readonly #open: { readonly name: string | null; readonly language: string; text: string; isLeaf: boolean }[] = [];

  open(tag: SaxesTagNS): void {
    // With namespaces a deep tree costs quadratic time, and nobody means it.
    if (this.#open.length >= deepest) throw new RangeError('too deep');
    const above = this.#open.at(-1);
    if (above !== undefined) above.isLeaf = false;
    this.#open.push({ name: nameOf(tag, this.#path.length > 0), language: tag.attributes['xml:lang']?.value ?? '', text: '', isLeaf: true });
    const path = this.#path;
    for (const attribute of Object.values(tag.attributes)) {
      const name = nameOf(attribute, path.length > 0);
      if (name !== null) this.#add([...path, name], { text: attribute.value, language: '' });
    }
  }

  text(text: string): void {
    const inner = this.#open.at(-1);
    if (inner !== undefined) inner.text += text;
  }

  close(): void {
    const path = this.#path;
    const closed = this.#open.pop();
    if (closed?.isLeaf === true && path.length > 0) this.#add(path, closed);
  }

  get #path(): string[] {
    return this.#open.flatMap(({ name }) => name ?? []);
  }

  #add(path: readonly string[], { text, language }: XmpText): void {
    const name = path.join('/').toLowerCase();
    const texts = this.found.get(name) ?? [];
    if (text.trim() === '' || texts.length >= mostTexts || this.found.size >= mostNames) return;
    this.found.set(name, [...texts, { text, language }]);
  }
}

/** With its standard's prefix, or inside a structure its local name; null for what belongs to RDF and XML themselves. */
function nameOf({ uri, local }: { readonly uri: string; readonly local: string }, isField: boolean): string | null {
  if (ofTheLanguage.has(uri)) return null;
  const prefix = Object.entries(namespaces).find(([, address]) => address === uri)?.[0];
  return isField ? local : `${prefix ?? 'other'}:${local}`;
}

const ofTheLanguage: ReadonlySet<string> = new Set(['', rdf, 'adobe:ns:meta/', 'http://www.w3.org/XML/1998/namespace', 'http://www.w3.org/2000/xmlns/']);
