/** A number between 0 and 1 at each call; the same row for the same seed. */
export type Random = () => number

export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const clamp = (value: number, low = 0, high = 1): number => (value < low ? low : value > high ? high : value)

/** 0 below `from`, 1 above `to`, smooth between; works downwards too. */
export function smooth(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from))
  return t * t * (3 - 2 * t)
}

/** Value noise, -1 to 1. */
export function noise(x: number, y: number, seed = 0): number {
  const xi = Math.floor(x)
  const yi = Math.floor(y)
  const u = fade(x - xi)
  const v = fade(y - yi)
  const a = hash(xi, yi, seed)
  const b = hash(xi + 1, yi, seed)
  const c = hash(xi, yi + 1, seed)
  const d = hash(xi + 1, yi + 1, seed)
  return 2 * (a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v) - 1
}

export function fbm(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0
  let strength = 0.5
  for (let i = 0; i < octaves; i++) {
    sum += strength * noise(x, y, seed + i * 17)
    const turned = 1.6 * x + 1.2 * y
    y = -1.2 * x + 1.6 * y
    x = turned
    strength *= 0.5
  }
  return sum
}

/** Mountains: noise whose small forms fade on steep ground, as if worn by water. 0 to about 1. */
export function worn(x: number, y: number, octaves: number, seed = 0): number {
  let sum = 0
  let strength = 0.5
  let dx = 0
  let dy = 0
  for (let i = 0; i < octaves; i++) {
    const e = 0.01
    const n = noise(x, y, seed + i * 31)
    dx += (noise(x + e, y, seed + i * 31) - n) / e
    dy += (noise(x, y + e, seed + i * 31) - n) / e
    const ridge = 1 - Math.abs(n)
    sum += (strength * ridge * ridge) / (1 + 0.09 * (dx * dx + dy * dy))
    const turned = 1.6 * x + 1.2 * y
    y = -1.2 * x + 1.6 * y
    x = turned
    strength *= 0.52
  }
  return sum
}

const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10)

function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) + Math.imul(y, 668265263) + Math.imul(seed, 1442695041)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  h = Math.imul(h ^ (h >>> 16), 2246822519)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}
