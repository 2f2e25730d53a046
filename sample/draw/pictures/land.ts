import { gouache, halved } from '../brush.ts'
import type { Canvas, Rgb } from '../canvas.ts'
import { grain, mix, rgb, vignette } from '../canvas.ts'
import { fbm, smooth } from '../noise.ts'
import type { Ground, Scene } from '../terrain.ts'
import { terrain } from '../terrain.ts'

export const W = 1620
export const H = 1080

export const towards = (x: number, y: number, z: number): readonly [number, number, number] => {
  const l = Math.hypot(x, y, z)
  return [x / l, y / l, z / l]
}

/** Land as a gouache: drawn at twice the size, then laid in flat strokes. */
export function painted(scene: Omit<Scene, 'width' | 'height'>, strokes: readonly number[] = [4, 3]): Canvas {
  const drawn = halved(terrain({ ...scene, width: W * 2, height: H * 2 }))
  return strokes.reduce(gouache, drawn)
}

export function finished(picture: Canvas, seed = 5): Canvas {
  grain(picture, 0.026, 2.2, seed)
  vignette(picture, 0.22)
  return picture
}

/** Snow and rock under one light. @param colours `line` is the steepness above which no snow lies, 0 upright to 1 flat */
export function snowAndRock(ground: Ground, colours: { lit: Rgb; shadow: Rgb; rock: Rgb; rockShadow: Rgb; line: number }): Rgb {
  const ragged = fbm(ground.x * 5, ground.z * 5, 5, 3) * 0.2
  const snow = smooth(colours.line - 0.04, colours.line + 0.05, ground.level + ragged)
  const light = smooth(0.04, 0.75, ground.sun)
  const rock = mix(colours.rockShadow, colours.rock, light + fbm(ground.x * 22, ground.z * 40, 3, 8) * 0.3)
  return mix(rock, mix(colours.shadow, colours.lit, light), snow)
}

export const shades = (lit: string, shadow: string, rock: string, rockShadow: string, line: number) => ({
  lit: rgb(lit), shadow: rgb(shadow), rock: rgb(rock), rockShadow: rgb(rockShadow), line,
})

/** A mountain of one summit: 1 at its top, 0 at its foot. */
export const cone = (x: number, z: number, top: readonly [number, number], wide: number): number => Math.max(0, 1 - Math.hypot(x - top[0], z - top[1]) / wide)
