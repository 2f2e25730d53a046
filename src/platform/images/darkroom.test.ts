import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { isRefused } from '../result.ts';
import { openDarkroom } from './darkroom.ts';
import type { Cut, Developed } from './develop.ts';
import { greatestBytes } from './limits.ts';
import { animatedGif, archive, hugePng } from './testing.ts';
import type { WrittenMetadata } from './written-metadata.ts';

const darkroom = openDarkroom();
afterAll(() => darkroom.close());

/** Left half red, right half blue: which way it lies can be seen. */
async function halves(width = 64, height = 32) {
  const half = { create: { width: width / 2, height, channels: 3 as const, background: '#0000ff' } };
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([{ input: await sharp(half).png().toBuffer(), left: width / 2, top: 0 }]);
}

const whole = (...widths: number[]): Cut => ({ shape: 'whole', ratio: null, widths, formats: ['jpeg'] });

async function developed(file: Buffer, cuts: Cut[], { says = null, focus = null }: { says?: WrittenMetadata | null; focus?: { x: number; y: number } | null } = {}): Promise<Developed> {
  const answer = await darkroom.develop(file, { cuts, says, focus });
  if (isRefused(answer)) throw new Error(JSON.stringify(answer));
  return answer;
}

/** The colours of the four corners: top left, top right, bottom left, bottom right. */
async function corners(picture: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => (data[(y * info.width + x) * info.channels]! > 128 ? 'red' : 'blue');
  return [at(2, 2), at(info.width - 3, 2), at(2, info.height - 3), at(info.width - 3, info.height - 3)];
}

describe('a darkroom', () => {
  it.each([
    [1, [64, 32], ['red', 'blue', 'red', 'blue']],
    [2, [64, 32], ['blue', 'red', 'blue', 'red']],
    [3, [64, 32], ['blue', 'red', 'blue', 'red']],
    [4, [64, 32], ['red', 'blue', 'red', 'blue']],
    [5, [32, 64], ['red', 'red', 'blue', 'blue']],
    [6, [32, 64], ['red', 'red', 'blue', 'blue']],
    [7, [32, 64], ['blue', 'blue', 'red', 'red']],
    [8, [32, 64], ['blue', 'blue', 'red', 'red']],
  ])('turns a picture of orientation %i upright', async (orientation, [width, height], seen) => {
    const file = await (await halves()).withExif({ IFD0: { Orientation: String(orientation) } }).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    expect(await darkroom.read(file)).toMatchObject({ orientation, width, height });
    const { renditions: [one] } = await developed(file, [whole(width!)]);
    expect([one!.width, one!.height]).toEqual([width, height]);
    expect(await corners(one!.bytes)).toEqual(seen);
    expect((await sharp(one!.bytes).metadata()).orientation).toBeUndefined();
  });

  it('brings CMYK, wide gamut, grey and sixteen bits to sRGB', async () => {
    const red = sharp({ create: { width: 40, height: 40, channels: 3, background: '#d01020' } });
    const files = {
      cmyk: await red.clone().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(),
      p3: await red.clone().withIccProfile('p3').png().toBuffer(),
      sixteen: await red.clone().toColourspace('rgb16').png().toBuffer(),
    };
    expect(await darkroom.read(files.cmyk)).toMatchObject({ colourSpace: 'cmyk' });
    for (const [name, file] of Object.entries(files)) {
      const { renditions: [one], colour } = await developed(file, [whole(40)]);
      const facts = await sharp(one!.bytes).metadata();
      expect([facts.space, facts.channels, facts.icc], name).toEqual(['srgb', 3, undefined]);
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];
      expect(r > 180 && g < 60 && b < 70, `${name} is ${colour}`).toBe(true);
    }
    const grey = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#808080' } }).toColourspace('b-w').png().toBuffer();
    expect((await developed(grey, [whole(40)])).colour).toBe('#808080');
  });

  it('shows what is transparent on white', async () => {
    const file = await sharp({ create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();
    expect((await developed(file, [whole(20)])).colour).toBe('#ffffff');
  });

  it('lets no position and no serial number through, and writes what it is told', async () => {
    const file = await (await halves()).withExif({
      IFD0: { Make: 'Leica', Artist: 'Ana' }, IFD2: { BodySerialNumber: 'SN-4711', LensSerialNumber: 'L-0815' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 22/1 38/1', GPSLongitudeRef: 'E', GPSLongitude: '8/1 32/1 27/1' },
    }).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="47,22.6N"/></rdf:RDF></x:xmpmeta>').jpeg().toBuffer();
    expect(file.includes('SN-4711') && file.includes('GPSLatitude')).toBe(true);
    const { renditions } = await developed(file, [{ ...whole(64), formats: ['avif', 'webp', 'jpeg'] }], {
      says: { creators: [], creditLine: 'Bild: «Ürs»', copyright: '', usageTerms: '', digitalSourceType: '' },
    });
    for (const { format, bytes } of renditions) {
      const facts = await sharp(bytes).metadata();
      expect([facts.exif, facts.icc], format).toEqual([undefined, undefined]);
      const text = Buffer.from(bytes).toString('latin1');
      for (const secret of ['SN-4711', 'L-0815', 'GPS', 'Leica']) expect(text.includes(secret), `${secret} in ${format}`).toBe(false);
      expect(Buffer.from(bytes).includes('Bild: «Ürs»'), format).toBe(true);
    }
  });

  it('cuts a shape around the point that it is told, and around the one that it finds', async () => {
    const file = await (await halves(600, 400)).png().toBuffer();
    const square: Cut = { shape: 'square', ratio: 1, widths: [100, 400], formats: ['jpeg'] };
    const { renditions } = await developed(file, [whole(300), square], { focus: { x: 0, y: 0.5 } });
    expect(renditions.map(({ shape, width, height }) => [shape, width, height])).toEqual([['whole', 300, 200], ['square', 100, 100], ['square', 400, 400]]);
    const colourAt = async (picture: Uint8Array, x: number) => (await sharp(picture).extract({ left: x, top: 50, width: 1, height: 1 }).raw().toBuffer())[0]! > 128;
    // 300 of its 400 pixels lie in the red half.
    expect([await colourAt(renditions[2]!.bytes, 280), await colourAt(renditions[2]!.bytes, 320)]).toEqual([true, false]);
    const dot = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#7a8' } })
      .composite([{ input: await sharp({ create: { width: 40, height: 40, channels: 3, background: '#e01010' } }).png().toBuffer(), left: 540, top: 180 }]).png().toBuffer();
    const { guess, renditions: [found] } = await developed(dot, [square]);
    expect(guess.x).toBeGreaterThan(0.85);
    expect(await colourAt(found!.bytes, 90)).toBe(true);
  });

  it('lets an animation move in WebP, for as long as it did, and stand in all else', async () => {
    const frame = (background: string) => sharp({ create: { width: 40, height: 20, channels: 3, background } }).png().toBuffer();
    const file = await sharp(await Promise.all(['#f00', '#0f0', '#00f'].map(frame)), { join: { animated: true } }).gif({ delay: [100, 200, 300], loop: 2 }).toBuffer();
    expect(await darkroom.check(file)).toMatchObject({ format: 'gif', frames: 3, width: 40, height: 20 });
    const { renditions } = await developed(file, [{ ...whole(20), formats: ['jpeg', 'webp'] }, { shape: 'square', ratio: 1, widths: [20], formats: ['jpeg'] }]);
    const facts = Object.fromEntries(await Promise.all(renditions.map(async (one) => [`${one.shape} ${one.format} ${one.width} ${one.height}`, await sharp(one.bytes).metadata()] as const)));
    expect(Object.keys(facts).sort()).toEqual(['square jpeg 20 20', 'whole jpeg 20 10', 'whole webp 20 10']);
    expect(facts['whole webp 20 10']).toMatchObject({ pages: 3, delay: [100, 200, 300], loop: 2 });
  });

  it('never makes a picture wider than it is, and gives it the height that it has', async () => {
    const { renditions } = await developed(await (await halves(200, 50)).png().toBuffer(), [{ ...whole(100, 200), formats: ['webp', 'jpeg'] }]);
    expect(renditions.map(({ format, width, height }) => [format, width, height])).toEqual([['webp', 100, 25], ['jpeg', 100, 25], ['webp', 200, 50], ['jpeg', 200, 50]]);
  });
});

describe('what nobody should have sent', () => {
  const refusal = async (file: Buffer) => {
    const answer = await darkroom.check(file);
    return isRefused(answer) ? answer.refused : 'taken';
  };

  it('is refused by name, and the next picture is read as if nothing had been', async () => {
    const noisy = await sharp({ create: { width: 600, height: 600, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 50 } } }).jpeg().toBuffer();
    expect(await refusal(Buffer.alloc(0))).toBe('not-a-picture');
    expect(await refusal(Buffer.from('%PDF-1.7 nein'))).toBe('unsupported-type');
    expect(await refusal(Buffer.from('\ufeff<!-- x --><svg viewBox="0 0 1 1"/>'))).toBe('unsupported-type');
    expect(await refusal(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('corrupt');
    expect(await refusal(noisy.subarray(0, noisy.length >> 1))).toBe('corrupt');
    expect(await refusal(Buffer.concat([noisy.subarray(0, 4_000), Buffer.alloc(noisy.length - 4_000)]))).toBe('corrupt');
    expect(await refusal(noisy)).toBe('taken');
  });

  it('does not take up memory: 65,536 by 65,536 pixels, and a hundred megabytes of nothing', async () => {
    expect(await darkroom.check(hugePng())).toMatchObject({ refused: 'too-many-pixels', detail: { width: 65_536, height: 65_536 } });
    expect(await refusal(Buffer.alloc(100 * 1024 * 1024))).toBe('too-large');
    expect(greatestBytes).toBeLessThan(100 * 1024 * 1024);
  });

  it('is refused where it is two things at once, and would be a picture and nothing else', async () => {
    const gif = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#123456' } }).gif().toBuffer();
    const jpeg = await sharp(gif).jpeg().toBuffer();
    const also = {
      html: Buffer.concat([gif, Buffer.from('/*<script>alert(document.cookie)</script>*/')]),
      zip: Buffer.concat([jpeg, archive('Züri.txt', 'Grüezi')]),
      pdf: Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 11]), Buffer.from('%PDF-1.7\n'), jpeg.subarray(2)]),
      script: Buffer.concat([jpeg, Buffer.from('<?php system($_GET[0]); ?>')]),
    };
    for (const [kind, file] of Object.entries(also)) expect(await darkroom.read(file), kind).toEqual({ refused: 'two-things', detail: { kind } });
    const { renditions: [one] } = await developed(also.html, [whole(4)]);
    expect(Buffer.from(one!.bytes).includes('script')).toBe(false);
    // What phones put behind a picture is no program.
    expect(await refusal(Buffer.concat([jpeg, Buffer.from('\0\0\0\u0018ftypmp42 die Bewegung davor, PK\u0005\u0006 mit einem Zufall')]))).toBe('taken');
  });

  it('is refused where it moves without end, before any decoder has made room for it', async () => {
    expect(await darkroom.check(animatedGif(601))).toEqual({ refused: 'too-many-frames', detail: { frames: 601, most: 600 } });
    expect(await darkroom.check(animatedGif(500, 4_000))).toMatchObject({ refused: 'too-many-pixels', detail: { width: 4_000, height: 4_000 } });
    expect(await darkroom.check(animatedGif(3))).toMatchObject({ format: 'gif', frames: 3, width: 1, height: 1 });
  });

  it('is no HEIC that ends in the middle, or holds none', async () => {
    const head = Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(await refusal(head)).toBe('corrupt');
    expect(await refusal(Buffer.concat([head, Buffer.alloc(9_000, 7)]))).toBe('corrupt');
  });

  it('costs a process of its own at most: when that dies, the order is given up and the next one is carried out', async () => {
    const impatient = openDarkroom({ patience: 1 });
    const large = await sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#888' } }).png().toBuffer();
    expect(await impatient.develop(large, { cuts: [{ ...whole(4000), formats: ['avif'] }], focus: null, says: null })).toEqual({ refused: 'gave-up' });
    await impatient.close();
    expect(await darkroom.read(large)).toMatchObject({ format: 'png', width: 4000 });
  });
});
