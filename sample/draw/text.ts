import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

export type Face = 'sans' | 'sans-bold' | 'sans-black' | 'serif' | 'serif-bold' | 'serif-italic'

export interface Setting { x: number; y: number; size: number; face?: Face; fill?: string; anchor?: 'start' | 'middle' | 'end'; tracking?: number; extra?: string }

const files: Record<Face, string> = {
  sans: '@fontsource/libre-franklin/files/libre-franklin-latin-500-normal.woff',
  'sans-bold': '@fontsource/libre-franklin/files/libre-franklin-latin-700-normal.woff',
  'sans-black': '@fontsource/libre-franklin/files/libre-franklin-latin-900-normal.woff',
  serif: '@fontsource/newsreader/files/newsreader-latin-500-normal.woff',
  'serif-bold': '@fontsource/newsreader/files/newsreader-latin-700-normal.woff',
  'serif-italic': '@fontsource/newsreader/files/newsreader-latin-500-italic.woff',
}

const opened = new Map<Face, opentype.Font>()

/** Words as an SVG path, so that no font is needed to draw them. */
export function words(said: string, { x, y, size, face = 'sans', fill = '#222', anchor = 'start', tracking = 0, extra = '' }: Setting): string {
  const options = { letterSpacing: tracking, kerning: true }
  const font = open(face)
  const wide = font.getAdvanceWidth(said, size, options)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  return `<path d="${outline(font.getPath(said, left, y, size, options))}" fill="${fill}" ${extra}/>`
}

export const wordsWidth = (said: string, size: number, face: Face = 'sans'): number => open(face).getAdvanceWidth(said, size)

const outline = (path: opentype.Path): string =>
  path.commands
    .map((command) => {
      const numbers = [
        ...('x1' in command ? [command.x1, command.y1] : []),
        ...('x2' in command ? [command.x2, command.y2] : []),
        ...('x' in command ? [command.x, command.y] : []),
      ]
      return command.type + numbers.map((n) => n.toFixed(1)).join(' ')
    })
    .join('')

function open(face: Face): opentype.Font {
  const known = opened.get(face)
  if (known) return known
  const bytes = readFileSync(createRequire(import.meta.url).resolve(files[face]))
  const font = opentype.parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
  opened.set(face, font)
  return font
}
