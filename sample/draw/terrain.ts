import type { Canvas, Rgb } from './canvas.ts'
import { canvas, mix, put } from './canvas.ts'
import { clamp } from './noise.ts'

/** A place in the world: x to the right, y up, z away from the eye. */
export interface Spot { x: number; y: number; z: number }

export interface Ground extends Spot {
  /** 1 flat, 0 upright. */
  level: number
  /** Direct light, 0 to 1, shadows included. */
  sun: number
  /** Way from the eye. */
  far: number
}

export interface Scene {
  width: number
  height: number
  /** Side of the square of land, whose near edge is z = 0 and whose middle is x = 0. */
  side: number
  rise: (x: number, z: number) => number
  eye: Spot
  /** Height of the horizon in the picture, 0 top, and length of the lens in picture widths. */
  horizon: number
  lens: number
  /** Towards the sun. */
  sun: readonly [number, number, number]
  sky: (u: number, v: number) => Rgb
  skin: (ground: Ground) => Rgb
  /** Colour of the air, and how much of it lies between. */
  air: (ground: Ground, u: number) => readonly [Rgb, number]
}

const CELLS = 1400

/** Draws land column by column, from near to far. */
export function terrain(scene: Scene): Canvas {
  const land = survey(scene)
  const made = canvas(scene.width, scene.height, (x, y) => scene.sky(x / scene.width, y / scene.height))
  for (let column = 0; column < scene.width; column++) drawColumn(scene, land, made, column)
  return made
}

interface Land { heights: Float32Array; light: Float32Array; cell: number }

function survey(scene: Scene): Land {
  const cell = scene.side / CELLS
  const heights = new Float32Array(CELLS * CELLS)
  for (let j = 0; j < CELLS; j++) {
    for (let i = 0; i < CELLS; i++) heights[j * CELLS + i] = scene.rise(i * cell - scene.side / 2, j * cell)
  }
  const land: Land = { heights, light: new Float32Array(CELLS * CELLS).fill(1), cell }
  const top = heights.reduce((a, b) => Math.max(a, b), -Infinity)
  const [sx, sy, sz] = scene.sun
  for (let j = 0; j < CELLS; j++) {
    for (let i = 0; i < CELLS; i++) {
      let y = heights[j * CELLS + i] ?? 0
      let light = 1
      for (let k = 1; k < 260 && light > 0; k++) {
        const step = k * cell * 1.5
        y = (heights[j * CELLS + i] ?? 0) + sy * step
        if (y > top) break
        const gap = y - sampled(land, heights, i * cell - scene.side / 2 + sx * step, j * cell + sz * step)
        light = Math.min(light, clamp(0.5 + gap / (0.05 * step + cell)))
      }
      land.light[j * CELLS + i] = light
    }
  }
  return land
}

function drawColumn(scene: Scene, land: Land, made: Canvas, column: number): void {
  const { width, height, eye } = scene
  const slant = (column / width - 0.5) / scene.lens
  let top = height
  for (let z = 0.02 * scene.side; z < scene.side - eye.z; z *= 1.0022) {
    const x = eye.x + slant * z
    const y = sampled(land, land.heights, x, eye.z + z)
    const row = Math.max(0, Math.ceil(scene.horizon * height - ((y - eye.y) / z) * scene.lens * width))
    if (row >= top) continue
    const ground = look(scene, land, { x, y, z: eye.z + z }, z)
    const [air, thick] = scene.air(ground, column / width)
    const colour = mix(scene.skin(ground), air, clamp(thick))
    for (let r = row; r < top; r++) put(made.pixels, r * width + column, colour)
    top = row
    if (top === 0) return
  }
}

function look(scene: Scene, land: Land, spot: Spot, far: number): Ground {
  const e = Math.max(land.cell * 1.2, far * 0.0012)
  const dx = (sampled(land, land.heights, spot.x + e, spot.z) - sampled(land, land.heights, spot.x - e, spot.z)) / (2 * e)
  const dz = (sampled(land, land.heights, spot.x, spot.z + e) - sampled(land, land.heights, spot.x, spot.z - e)) / (2 * e)
  const length = Math.sqrt(1 + dx * dx + dz * dz)
  const [sx, sy, sz] = scene.sun
  const lit = Math.max(0, (-dx * sx + sy - dz * sz) / length)
  return { ...spot, far, level: 1 / length, sun: lit * sampled(land, land.light, spot.x, spot.z) }
}

function sampled({ cell }: Land, from: Float32Array, x: number, z: number): number {
  const u = clamp(x / cell + CELLS / 2, 0, CELLS - 2)
  const v = clamp(z / cell, 0, CELLS - 2)
  const i = Math.floor(u)
  const j = Math.floor(v)
  const k = j * CELLS + i
  const near = (from[k] ?? 0) + ((from[k + 1] ?? 0) - (from[k] ?? 0)) * (u - i)
  const back = (from[k + CELLS] ?? 0) + ((from[k + CELLS + 1] ?? 0) - (from[k + CELLS] ?? 0)) * (u - i)
  return near + (back - near) * (v - j)
}
