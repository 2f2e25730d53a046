import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { canvas, mix, ramp, ramps, rgb, toRaw } from './canvas.ts'
import { fbm, noise, seeded, smooth } from './noise.ts'

/**
 * Draws the sample's film: four hours of stars above the observatory, in twelve seconds. Needs ffmpeg with libx264;
 * the newsroom itself needs neither: the film is kept. `node sample/draw/film.ts`
 */
const [W, H] = [960, 540]
const perSecond = 25
const frames = 12 * perSecond
/** In radians: four hours are sixty degrees. */
const turn = Math.PI / 3
const pole = { x: 280, y: 165 }
const file = fileURLToPath(new URL('../films/sternwarte.mp4', import.meta.url))

interface Star { radius: number; from: number; colour: string; width: number; opacity: number }

const stars = starsFrom(seeded(77))
const night = toRaw(canvas(W, H, (x, y) => mix(ramp(ramps('#0a1230', '#16285a', '#3d4f86', '#8a6f8a', '#c98a78'), (y / H) ** 1.5 * 1.1), rgb('#2c4a8a'), 0.4 * smooth(0.9, 0.1, Math.hypot(x - pole.x, y - pole.y) / 500))))
const ground = await sharp(svg(hills() + dome())).png().toBuffer()

const encoder = spawn('ffmpeg', ['-y', '-loglevel', 'error', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${W}x${H}`, '-r', String(perSecond), '-i', '-', '-c:v', 'libx264', '-profile:v', 'main', '-pix_fmt', 'yuv420p', '-preset', 'veryslow', '-crf', '31', '-g', '100', '-fflags', '+bitexact', '-movflags', '+faststart', file], { stdio: ['pipe', 'inherit', 'inherit'] })
for (let frame = 0; frame < frames; frame++) {
  const raw = await sharp(night, { raw: { width: W, height: H, channels: 3 } }).composite([{ input: svg(sky(frame / (frames - 1))) }, { input: ground }]).removeAlpha().raw().toBuffer()
  if (!encoder.stdin.write(raw)) await once(encoder.stdin, 'drain')
}
encoder.stdin.end()
await once(encoder, 'close')

/** What the stars have drawn so far. @param at from 0 to 1 */
function sky(at: number): string {
  const swept = 0.012 + turn * at
  const trails = stars.map(({ radius, from, colour, width, opacity }) => {
    const dot = (angle: number): string => `${(pole.x + radius * Math.cos(angle)).toFixed(1)} ${(pole.y + radius * Math.sin(angle)).toFixed(1)}`
    return `<path d="M${dot(from)}A${radius.toFixed(1)} ${radius.toFixed(1)} 0 0 1 ${dot(from + swept)}" stroke="${colour}" stroke-width="${width.toFixed(1)}" opacity="${opacity.toFixed(2)}"/><circle cx="${dot(from + swept).replace(' ', '" cy="')}" r="${(width * 0.8).toFixed(1)}" fill="${colour}" stroke="none" opacity="${Math.min(1, opacity + 0.3).toFixed(2)}"/>`
  })
  return `<g fill="none" stroke-linecap="round">${trails.join('')}</g><circle cx="${pole.x}" cy="${pole.y}" r="2" fill="#fff"/>${comet(at)}${meteor(at)}`
}

/** It moves a little against the stars: that gave it away. */
function comet(at: number): string {
  const tail = '<linearGradient id="tail"><stop stop-color="#bff0dc" stop-opacity=".6"/><stop offset="1" stop-color="#bff0dc" stop-opacity="0"/></linearGradient>'
  return `<defs>${tail}</defs><g transform="translate(${(86 + 26 * at).toFixed(1)} ${(372 + 34 * at).toFixed(1)}) rotate(-38)"><path d="M0 -3L62 -9Q66 0 62 9L0 3Z" fill="url(#tail)"/><circle r="3.600" fill="#d9fff0" opacity=".85"/></g>`
}

function meteor(at: number): string {
  const since = (at - 0.62) / 0.02
  return since < 0 || since > 1 ? '' : `<path d="M${620 + 150 * since} ${70 + 62 * since}l-90 -37" stroke="#fff" stroke-width="1.600" stroke-linecap="round" opacity="${(1 - since).toFixed(2)}"/>`
}

function starsFrom(random: () => number): Star[] {
  const colours = ['#ffffff', '#cfe0ff', '#ffe2bd', '#a9c6ff', '#ffd0a0']
  return Array.from({ length: 230 }, (_, k) => ({
    radius: 9 + Math.sqrt(random()) * 690, from: random() * Math.PI * 2, colour: colours[k % 5] ?? '#ffffff', width: 0.7 + random() ** 3 * 1.6, opacity: 0.25 + random() ** 2 * 0.65,
  }))
}

function hills(): string {
  const line = (count: number, y: (i: number) => number): string => Array.from({ length: count + 1 }, (_, i) => `${((i * W) / count).toFixed(0)} ${y(i).toFixed(0)}`).join('L')
  const back = line(48, (i) => 445 - 60 * Math.abs(fbm(i / 7.500, 4, 6, 8)))
  const front = line(120, (i) => 470 - 95 * smooth(52, 88, i) * smooth(128, 91, i) - 13 * fbm(i / 6.700, 1, 5, 3) - (i % 2) * 2.500 * (noise(i, 3, 2) + 1))
  return `<path d="M${back}V${H}H0Z" fill="#3d345c"/><path d="M${front}V${H}H0Z" fill="#0a0d1c"/>`
}

function dome(): string {
  return `<g transform="translate(716 372) scale(.5)"><path d="M-92 60V-40H92V60Z" fill="#1c2038"/><path d="M-92 -40C-92 -104 -52 -144 0 -144S92 -104 92 -40Z" fill="#39415f"/><path d="M0 -144C52 -144 92 -104 92 -40H28C28 -90 20 -124 0 -144Z" fill="#232945"/>
<path d="M-62 -40C-66 -84 -44 -122 -22 -140L8 -144C-18 -116 -30 -84 -30 -40Z" fill="#ff9d4a"/><path d="M-48 -56L-84 -148L-64 -156L-34 -70Z" fill="#0a0d1c"/><path d="M-92 -46H92V-38H-92Z" fill="#0a0d1c"/><path d="M40 -20h22v70H40z" fill="#ffb866"/></g>`
}

function svg(inner: string): Buffer {
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${inner}</svg>`)
}
