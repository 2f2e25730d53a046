import sharp from 'sharp'
import { clamp, fbm, noise } from './noise.ts'

/** Red, green and blue from 0 to 1, as a screen shows them. */
export type Rgb = readonly [number, number, number]
export type Shader = (x: number, y: number, under: Rgb) => Rgb
export type Mask = Float32Array

export interface Canvas {
  width: number
  height: number
  pixels: Float32Array
}

export type Blend = 'normal' | 'multiply' | 'screen' | 'overlay'

export function canvas(width: number, height: number, shader?: Shader): Canvas {
  const made: Canvas = { width, height, pixels: new Float32Array(width * height * 3) }
  if (shader) shade(made, shader)
  return made
}

export function shade(target: Canvas, shader: Shader, mask?: Mask): void {
  const { width, height, pixels } = target
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const cover = mask ? (mask[i] ?? 0) : 1
      if (cover < 0.004) continue
      const under = at(pixels, i)
      put(pixels, i, mix(under, shader(x, y, under), cover))
    }
  }
}

/** The cover of a drawing, 0 to 1 per pixel. */
export async function mask(target: Canvas, inner: string): Promise<Mask> {
  const raw = await rasterise(target, inner)
  return Float32Array.from({ length: target.width * target.height }, (_, i) => (raw[i * 4 + 3] ?? 0) / 255)
}

/** Lays a drawing over the canvas. @param inner SVG without its outer element, in pixels */
export async function lay(target: Canvas, inner: string, blend: Blend = 'normal', opacity = 1): Promise<void> {
  const raw = await rasterise(target, inner)
  for (let i = 0; i < target.width * target.height; i++) {
    const cover = ((raw[i * 4 + 3] ?? 0) / 255) * opacity
    if (cover === 0) continue
    const under = at(target.pixels, i)
    const ink: Rgb = [(raw[i * 4] ?? 0) / 255, (raw[i * 4 + 1] ?? 0) / 255, (raw[i * 4 + 2] ?? 0) / 255]
    put(target.pixels, i, mix(under, blended(under, ink, blend), cover))
  }
}

/** Film grain: clumps of about `size` pixels, strongest in the middle tones. */
export function grain(target: Canvas, strength: number, size = 1.6, seed = 5): void {
  shade(target, (x, y, under) => {
    const n = noise(x / size, y / size, seed) * 0.7 + noise(x / size / 2.3, y / size / 2.3, seed + 1) * 0.5
    const light = luminance(under)
    const d = n * strength * (0.35 + 1.3 * Math.sqrt(clamp(light * (1 - light) * 2)))
    return [under[0] + d, under[1] + d, under[2] + d]
  })
}

/** Uneven ink and paper in large soft clouds. */
export function mottle(target: Canvas, strength: number, scale = 180, seed = 9): void {
  shade(target, (x, y, under) => {
    const d = 1 + fbm(x / scale, y / scale, 5, seed) * strength
    return [under[0] * d, under[1] * d, under[2] * d]
  })
}

export function vignette(target: Canvas, strength: number): void {
  const { width, height } = target
  shade(target, (x, y, under) => {
    const u = x / width - 0.5
    const v = y / height - 0.5
    const d = 1 - strength * clamp((u * u + v * v) * 2) ** 1.2
    return [under[0] * d, under[1] * d, under[2] * d]
  })
}

/** @param code '#rrggbb' */
export function rgb(code: string): Rgb {
  const n = Number.parseInt(code.slice(1), 16)
  return [(n >> 16) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255]
}

export const mix = (a: Rgb, b: Rgb, t: number): Rgb => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]

export const luminance = (c: Rgb): number => 0.3 * c[0] + 0.59 * c[1] + 0.11 * c[2]

/** A colour along a row of colours, at 0 to 1. */
export function ramp(colours: readonly Rgb[], t: number): Rgb {
  const at = clamp(t) * (colours.length - 1)
  const i = Math.min(Math.floor(at), colours.length - 2)
  return mix(colours[i] ?? [0, 0, 0], colours[i + 1] ?? [0, 0, 0], at - i)
}

export const ramps = (...codes: string[]): Rgb[] => codes.map(rgb)

export const toRaw = (source: Canvas): Buffer => Buffer.from(Uint8Array.from(source.pixels, (v) => Math.round(clamp(v) * 255)))

export function at(pixels: Float32Array, i: number): Rgb {
  return [pixels[i * 3] ?? 0, pixels[i * 3 + 1] ?? 0, pixels[i * 3 + 2] ?? 0]
}

export function put(pixels: Float32Array, i: number, colour: Rgb): void {
  pixels[i * 3] = colour[0]
  pixels[i * 3 + 1] = colour[1]
  pixels[i * 3 + 2] = colour[2]
}

async function rasterise({ width, height }: Canvas, inner: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inner}</svg>`
  return sharp(Buffer.from(svg), { unlimited: true }).ensureAlpha().raw().toBuffer()
}

function blended(under: Rgb, ink: Rgb, blend: Blend): Rgb {
  const each = (f: (u: number, k: number) => number): Rgb => [f(under[0], ink[0]), f(under[1], ink[1]), f(under[2], ink[2])]
  if (blend === 'multiply') return each((u, k) => u * k)
  if (blend === 'screen') return each((u, k) => 1 - (1 - u) * (1 - k))
  if (blend === 'overlay') return each((u, k) => (u < 0.5 ? 2 * u * k : 1 - 2 * (1 - u) * (1 - k)))
  return ink
}
