import { mkdirSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import type { SamplePicture } from '../sample.ts'
import { pictures } from '../pictures.ts'
import type { Canvas } from './canvas.ts'
import { toRaw } from './canvas.ts'
import { drawings } from './drawings.ts'
import { drawLogo, drawWordmark } from './logo.ts'
import { metadata } from './metadata.ts'

/** Draws every sample picture, or those named: `node sample/draw/all.ts [KEY ...]`. */
const folder = new URL('../pictures/', import.meta.url)
const wanted = process.argv.slice(2)
mkdirSync(folder, { recursive: true })

if (wanted.length === 0 || wanted.includes('logo')) {
  const svg = drawLogo()
  writeFileSync(new URL('logo.svg', folder), svg)
  writeFileSync(new URL('wordmark.svg', folder), drawWordmark())
  await sharp(Buffer.from(svg), { density: 192 }).resize(512, 512, { fit: 'contain', background: '#ffffff00' }).png({ palette: true }).toFile(new URL('logo.png', folder).pathname)
}

for (const picture of pictures) {
  const draw = drawings[picture.key]
  if (!draw || (wanted.length > 0 && !wanted.includes(picture.key))) continue
  const started = Date.now()
  const bytes = await encode(await draw.canvas(), picture, draw.quality)
  writeFileSync(new URL(picture.file, folder), bytes)
  console.log(picture.key, `${Math.round(bytes.length / 1024)} kB`, `${Date.now() - started} ms`)
}

async function encode(drawn: Canvas, picture: SamplePicture, quality = 50): Promise<Buffer> {
  const { width, height } = drawn
  const image = sharp(toRaw(drawn), { raw: { width, height, channels: 3 } }).withXmp(metadata(picture))
  if (picture.file.endsWith('.png')) return image.png({ palette: true, colours: 48, effort: 10, dither: 0 }).toBuffer()
  if (picture.file.endsWith('.jpg')) return image.jpeg({ quality, mozjpeg: true }).toBuffer()
  return image.webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
}
