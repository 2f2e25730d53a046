import type { Canvas, Rgb } from './canvas.ts'
import { at, canvas, put } from './canvas.ts'

/** Makes flat strokes with firm edges of a picture, like gouache (Kuwahara's filter). @param radius in pixels */
export function gouache(source: Canvas, radius: number): Canvas {
  const { width, height } = source
  const sums = summed(source)
  const made = canvas(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let best: Rgb = [0, 0, 0]
      let least = Infinity
      for (const [ox, oy] of [[-radius, -radius], [0, -radius], [-radius, 0], [0, 0]] as const) {
        const { mean, variance } = region(sums, source, [x + ox, y + oy, x + ox + radius, y + oy + radius])
        if (variance < least) {
          least = variance
          best = mean
        }
      }
      put(made.pixels, y * width + x, best)
    }
  }
  return made
}

/** Halves a picture in both directions. */
export function halved(source: Canvas): Canvas {
  const made = canvas(source.width >> 1, source.height >> 1)
  for (let y = 0; y < made.height; y++) {
    for (let x = 0; x < made.width; x++) {
      const i = 2 * y * source.width + 2 * x
      const four = [i, i + 1, i + source.width, i + source.width + 1].map((j) => at(source.pixels, j))
      const mean = (c: 0 | 1 | 2): number => four.reduce((sum, pixel) => sum + pixel[c], 0) / 4
      put(made.pixels, y * made.width + x, [mean(0), mean(1), mean(2)])
    }
  }
  return made
}

interface Sums { stride: number; r: Float64Array; g: Float64Array; b: Float64Array; squares: Float64Array }

function summed({ width, height, pixels }: Canvas): Sums {
  const stride = width + 1
  const size = stride * (height + 1)
  const made: Sums = { stride, r: new Float64Array(size), g: new Float64Array(size), b: new Float64Array(size), squares: new Float64Array(size) }
  const add = (into: Float64Array, i: number, value: number): void => {
    into[i] = value + (into[i - 1] ?? 0) + (into[i - stride] ?? 0) - (into[i - stride - 1] ?? 0)
  }
  for (let y = 1; y <= height; y++) {
    for (let x = 1; x <= width; x++) {
      const [r, g, b] = at(pixels, (y - 1) * width + x - 1)
      const i = y * stride + x
      add(made.r, i, r)
      add(made.g, i, g)
      add(made.b, i, b)
      add(made.squares, i, r * r + g * g + b * b)
    }
  }
  return made
}

function region(sums: Sums, { width, height }: Canvas, box: [number, number, number, number]): { mean: Rgb; variance: number } {
  const x0 = Math.max(0, Math.min(width - 1, box[0]))
  const y0 = Math.max(0, Math.min(height - 1, box[1]))
  const x1 = Math.max(x0 + 1, Math.min(width, box[2] + 1))
  const y1 = Math.max(y0 + 1, Math.min(height, box[3] + 1))
  const area = (x1 - x0) * (y1 - y0)
  const of = (s: Float64Array): number =>
    ((s[y1 * sums.stride + x1] ?? 0) - (s[y0 * sums.stride + x1] ?? 0) - (s[y1 * sums.stride + x0] ?? 0) + (s[y0 * sums.stride + x0] ?? 0)) / area
  const mean: Rgb = [of(sums.r), of(sums.g), of(sums.b)]
  return { mean, variance: of(sums.squares) - mean[0] ** 2 - mean[1] ** 2 - mean[2] ** 2 }
}
