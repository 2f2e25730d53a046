import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { withIimOf } from './iim.ts';
import { readMetadata } from './metadata.ts';
import { iim, macintosh, utf8Mark, withIim } from './testing.ts';
import { xmpPacket } from './written-metadata.ts';

let jpeg: Buffer;
beforeAll(async () => {
  jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } }).jpeg().toBuffer();
});

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const caption = (text: Buffer) => readMetadata(withIim(jpeg, [[...iim.caption, text]])).caption;

describe('texts of IPTC IIM', () => {
  it('are read as UTF-8 where the file says so', () => {
    expect(readMetadata(withIim(jpeg, [utf8Mark, [...iim.byline, utf8('Zoë Rüegg')], [...iim.city, utf8('Zürich')]])))
      .toMatchObject({ creators: ['Zoë Rüegg'], city: 'Zürich' });
  });

  it('are read as UTF-8 where the file says nothing and they are', () => {
    expect(caption(utf8('«Grüezi», sagt der Bär – schön'))).toBe('«Grüezi», sagt der Bär – schön');
  });

  it('are read as Latin-1 where they are no UTF-8', () => {
    expect(caption(latin1('Müller, Hämmerli und Töpfer in Genève, «très bien»'))).toBe('Müller, Hämmerli und Töpfer in Genève, «très bien»');
  });

  it("are read with Windows' quotation marks", () => {
    expect(caption(Buffer.from([0x93, ...latin1('Grüezi'), 0x94, ...latin1(' l'), 0x92, ...latin1('hôtel')]))).toBe('“Grüezi” l’hôtel');
  });

  it('are read as the Macintosh wrote them', () => {
    expect(caption(macintosh('Müller, Hämmerli und Töpfer: «Grüezi»'))).toBe('Müller, Hämmerli und Töpfer: «Grüezi»');
    expect(caption(macintosh("L'été à l'hôtel".replace('à', 'a')))).toBe("L'été a l'hôtel");
  });

  it('are read in the set that the bytes have, whatever the file says', () => {
    expect(readMetadata(withIim(jpeg, [utf8Mark, [...iim.caption, latin1('Zürich')]])).caption).toBe('Zürich');
  });

  it('repeat where the standard lets them', () => {
    expect(readMetadata(withIim(jpeg, [[...iim.keyword, utf8('Föhn')], [...iim.keyword, utf8('See')]])).keywords).toEqual(['Föhn', 'See']);
  });
});

describe('what a JPEG is made to say', () => {
  it('is said as IPTC IIM too, after its own first segment, and leaves the picture whole', async () => {
    const says = { creators: ['Jörg Zäch', 'Ana Łukasiewicz-Oberholzer-Hämmerli-Brönnimann'], creditLine: 'Keystone-SDA / «Zäch»', copyright: '© 2026 Alpenbild', usageTerms: '', digitalSourceType: '' };
    const jfif = Buffer.concat([jpeg.subarray(0, 2), Buffer.from('ffe000104a46494600010100000100010000', 'hex'), jpeg.subarray(2)]);
    const written = Buffer.from(withIimOf(jfif, says));
    expect(readMetadata(written)).toMatchObject({ creators: says.creators, creditLine: says.creditLine, copyright: says.copyright });
    expect([written.subarray(2, 4).toString('hex'), written.subarray(20, 22).toString('hex')]).toEqual(['ffe0', 'ffed']);
    expect(await sharp(written).raw().toBuffer()).toEqual(await sharp(jpeg).raw().toBuffer());
    expect(withIimOf(jpeg, { ...says, creators: [], creditLine: '', copyright: '' })).toBe(jpeg);
    expect(withIimOf(jpeg, { ...says, creators: Array.from({ length: 9 }, () => 'x'.repeat(9_000)) })).toBe(jpeg);
  });
});

describe('what a picture says of itself', () => {
  it('is taken from XMP where that and IIM differ', async () => {
    const xmp = xmpPacket({ creators: ['Jörg Zäch', 'Ana Weiß'], creditLine: 'Keystone-SDA', copyright: '', usageTerms: 'Nur «redaktionell» & einmal', digitalSourceType: '' });
    const both = withIim(await sharp(jpeg).withXmp(xmp!).jpeg().toBuffer(), [[...iim.byline, utf8('Jemand')], [...iim.credit, utf8('Alt')], [...iim.headline, utf8('Föhn')]]);
    expect(readMetadata(both)).toMatchObject({
      creators: ['Jörg Zäch', 'Ana Weiß'], creditLine: 'Keystone-SDA', usageTerms: 'Nur «redaktionell» & einmal', headline: 'Föhn',
    });
  });

  it('is read from XMP with its alternative text and its source type', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
      xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia">
      <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="fr">Un lac</rdf:li><rdf:li xml:lang="x-default">Ein See</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Der Zürichsee</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(readMetadata(await sharp(jpeg).withXmp(xmp).webp().toBuffer())).toMatchObject({
      altText: 'Ein See', caption: 'Der Zürichsee', digitalSourceType: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
    });
  });

  it('is read from EXIF where nothing else is there, without what cameras write by themselves', async () => {
    const exif = (ImageDescription: string) => sharp(jpeg).withExif({ IFD0: { ImageDescription, Artist: 'Ana Meier', Copyright: 'Meier 2026' } }).jpeg().toBuffer();
    expect(readMetadata(await exif('Der Hafen'))).toMatchObject({ caption: 'Der Hafen', creators: ['Ana Meier'], copyright: 'Meier 2026' });
    expect(readMetadata(await exif('OLYMPUS DIGITAL CAMERA')).caption).toBe('');
  });

  it('is empty where it is damaged', async () => {
    const broken = await sharp(jpeg).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><unclosed').jpeg().toBuffer();
    expect(readMetadata(broken)).toMatchObject({ caption: '', creators: [], keywords: [] });
    expect(readMetadata(Buffer.from('kein Bild')).headline).toBe('');
  });

  it('has its place from the structured location where there is no plain one, its people, its event and its code', async () => {
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
      xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" core:CountryCode="CHE" photoshop:DateCreated="2026-03-01T10:15:00 +01:00">
      <ext:LocationCreated><rdf:Bag><rdf:li rdf:parseType="Resource"><ext:Sublocation>Bahnhof</ext:Sublocation><ext:City>Göschenen</ext:City><ext:ProvinceState>Uri</ext:ProvinceState><ext:CountryName>Schweiz</ext:CountryName></rdf:li></rdf:Bag></ext:LocationCreated>
      <ext:PersonInImage><rdf:Bag><rdf:li>Zoë Rüegg</rdf:li></rdf:Bag></ext:PersonInImage><ext:Event><rdf:Alt><rdf:li xml:lang="x-default">Durchstich</rdf:li></rdf:Alt></ext:Event></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(readMetadata(await sharp(jpeg).withXmp(xmp).jpeg().toBuffer())).toMatchObject({
      place: 'Bahnhof', city: 'Göschenen', region: 'Uri', country: 'Schweiz', countryCode: 'CHE', persons: ['Zoë Rüegg'], event: 'Durchstich', date: '2026-03-01T10:15:00+01:00',
    });
  });

  it('is kept in every language that the file has', async () => {
    const alternatives = '<rdf:Alt><rdf:li xml:lang="x-default">Le lac</rdf:li><rdf:li xml:lang="fr">Le lac</rdf:li><rdf:li xml:lang="de">Der See</rdf:li></rdf:Alt>';
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>${alternatives}</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`;
    expect(readMetadata(await sharp(jpeg).withXmp(xmp).jpeg().toBuffer())).toMatchObject({ caption: 'Le lac', inLanguages: { caption: { fr: 'Le lac', de: 'Der See' } } });
  });

  it.each([
    [['20261125', '101500+0100'], '2026-11-25T10:15:00+01:00'],
    [['20240530', '105206-1052'], '2024-05-30T10:52:06'],
    [['20261125', ''], '2026-11-25'],
    [['20260000', ''], ''],
  ])('has a date that IIM writes as %j', (written, date) => {
    const [day = '', time = ''] = written;
    expect(readMetadata(withIim(jpeg, [[2, 55, utf8(day)], ...(time === '' ? [] : [[2, 60, utf8(time)] as const])])).date).toBe(date);
  });
});
