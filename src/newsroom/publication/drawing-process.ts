/** Draws logo and icons in a process of its own, which ends with its one order: decoders of strangers' files stay outside. */
import sharp, { type Sharp } from 'sharp';
import { formatOf, isReadable } from '../../platform/images/format.ts';
import { iconSvg, type DrawingOrder, type Drawn } from './icon.ts';
import { highestLogo, iconSizes, widestLogo } from './rules.ts';

const white = { r: 255, g: 255, b: 255, alpha: 1 };
const clear = { r: 0, g: 0, b: 0, alpha: 0 };
/** Of a picture that is to become a logo: more is a bomb. */
const greatestPixels = 40_000_000;

sharp.concurrency(1);
process.once('message', (order: DrawingOrder) => {
  void draw(order).catch((): Drawn => ({ refused: 'logo-corrupt' })).then((drawn) => process.send?.(drawn, () => process.exit(0)));
});

async function draw(order: DrawingOrder): Promise<Drawn> {
  return order.kind === 'logo' ? drawLogo(Buffer.from(order.file)) : drawIcons(order);
}

async function drawLogo(file: Buffer): Promise<Drawn> {
  const format = formatOf(file);
  if (format === null || !isReadable(format) || !['png', 'jpeg', 'webp'].includes(format)) return { refused: 'logo-type' };
  const { data, info } = await sharp(file, { limitInputPixels: greatestPixels, failOn: 'error' }).autoOrient().trim({ threshold: 1 })
    .resize({ width: widestLogo, height: highestLogo, fit: 'inside', withoutEnlargement: true }).png({ compressionLevel: 9, palette: false }).toBuffer({ resolveWithObject: true });
  return { pictures: [{ size: info.width, height: info.height, bytes: data }] };
}

async function drawIcons(order: Extract<DrawingOrder, { kind: 'icons' }>): Promise<Drawn> {
  const pictures = [];
  for (const size of iconSizes) {
    const drawn = order.logo === null ? sharp(Buffer.from(iconSvg(order)), { density: (72 * size) / 100 }).resize(size, size) : await logoIcon(Buffer.from(order.logo), size);
    pictures.push({ size, height: size, bytes: await drawn.png({ compressionLevel: 9 }).toBuffer() });
  }
  return { pictures };
}

/** The logo whole upon a white square, with a margin; a telephone shows its icon without transparency. */
async function logoIcon(logo: Buffer, size: number): Promise<Sharp> {
  const inner = Math.round(size * 0.84);
  const whole = await sharp(logo).resize(inner, inner, { fit: 'contain', background: clear }).png().toBuffer();
  return sharp({ create: { width: size, height: size, channels: 4, background: white } }).composite([{ input: whole, gravity: 'centre' }]);
}
