import { expect, it } from 'vitest';
import { readXmp, xmpPackets } from './xmp.ts';

const packet = (properties: string, attributes = '') => Buffer.from(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
  xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:own="urn:eigen" ${attributes}>${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`);
const texts = (...packets: Buffer[]) => {
  const xmp = readXmp(packets);
  return (name: Parameters<typeof xmp>[0]) => xmp(name).map(({ text }) => text);
};

it('goes by namespaces, whatever the prefix, and takes attributes for properties', () => {
  const read = texts(packet('<d:subject><rdf:Bag><rdf:li>Föhn</rdf:li><rdf:li>See &amp; Berg</rdf:li></rdf:Bag></d:subject><own:title>nicht dieser</own:title>', 'photoshop:City="Zürich" d:title="Föhnsturm"'));
  expect([read('dc:subject'), read('photoshop:City'), read('dc:title')]).toEqual([['Föhn', 'See & Berg'], ['Zürich'], ['Föhnsturm']]);
});

it('reads the fields of a structure, written either way, and takes none for a property of the picture', () => {
  const read = texts(
    packet('<ext:LocationShown><rdf:Bag><rdf:li rdf:parseType="Resource"><ext:City>Chur</ext:City><ext:CountryCode>CHE</ext:CountryCode></rdf:li></rdf:Bag></ext:LocationShown>'
      + '<ext:LocationCreated><rdf:Bag><rdf:li><rdf:Description ext:City="Genève"/></rdf:li></rdf:Bag></ext:LocationCreated>'),
  );
  expect([read('Iptc4xmpExt:LocationShown/City'), read('Iptc4xmpExt:LocationCreated/City'), read('Iptc4xmpExt:City')]).toEqual([['Chur'], ['Genève'], []]);
});

it('keeps the language of each alternative', () => {
  const xmp = readXmp([packet('<d:description><rdf:Alt><rdf:li xml:lang="de-CH">Der See</rdf:li><rdf:li xml:lang="x-default">Le lac</rdf:li></rdf:Alt></d:description>')]);
  expect(xmp('dc:description')).toEqual([{ text: 'Der See', language: 'de-CH' }, { text: 'Le lac', language: 'x-default' }]);
});

it('lets the later of two packets decide, property by property', () => {
  const read = texts(packet('<d:title>Alt</d:title><photoshop:City>Bern</photoshop:City>'), packet('<d:title>Neu</d:title>'));
  expect([read('dc:title'), read('photoshop:City')]).toEqual([['Neu'], ['Bern']]);
});

it('reads what is damaged as far as it goes, expands no entity, and is not kept busy by depth', () => {
  expect(texts(Buffer.from(packet('<d:title>Ganz</d:title>').toString().slice(0, -30)))('dc:title')).toEqual(['Ganz']);
  expect(texts(Buffer.concat([Buffer.from('<!DOCTYPE x [<!ENTITY boom "bumm">]>'), packet('<d:title>&boom;</d:title>')]))('dc:title').join()).not.toContain('bumm');
  const began = performance.now();
  texts(packet('<d:title>'.repeat(50_000)));
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('is found in the segments of a JPEG under any header, and in what is no JPEG wherever it stands', () => {
  const one = packet('<d:title>Zug</d:title>');
  const segment = (payload: Buffer) => Buffer.concat([Buffer.from([0xff, 0xe1, (payload.length + 2) >> 8, (payload.length + 2) & 0xff]), payload]);
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8]), segment(Buffer.from('Exif\0\0')), segment(Buffer.concat([Buffer.from('XMP\0eigener Kopf\0'), one])), Buffer.from([0xff, 0xda, 0, 2]), one]);
  expect(xmpPackets(jpeg)).toEqual([one]);
  expect(xmpPackets(Buffer.concat([Buffer.from('RIFF____WEBP'), one, Buffer.from('dahinter')]))).toEqual([one]);
  expect(xmpPackets(Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]))).toEqual([]);
});
