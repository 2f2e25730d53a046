import type { Canvas, Rgb } from '../canvas.ts'
import { canvas, lay, mix, ramp, ramps, rgb, shade } from '../canvas.ts'
import { gouache } from '../brush.ts'
import { clamp, fbm, noise, seeded, smooth } from '../noise.ts'
import { H, W, finished } from './land.ts'

/** Mirrors what stands above a line into water below it. */
function mirrored(target: Canvas, line: number, tint: Rgb, rough = 1): void {
  const above = target.pixels.slice()
  shade(target, (x, y, under) => {
    if (y <= line) return under
    const deep = (y - line) / (H - line)
    const wave = fbm(x / (60 + deep * 380), y / (3 + deep * 22), 4, 41)
    const sx = Math.round(clamp(x + wave * (10 + 70 * deep) * rough, 0, W - 1))
    const sy = Math.round(clamp(line - (y - line) * 0.92 + wave * 34 * deep * rough, 0, line - 1))
    const i = (sy * W + sx) * 3
    const seen: Rgb = [above[i] ?? 0, above[i + 1] ?? 0, above[i + 2] ?? 0]
    return mix(seen, tint, 0.12 + 0.42 * deep + 0.2 * Math.max(0, wave))
  })
}

export async function faehre(): Promise<Canvas> {
  const sky = ramps('#20355f', '#57608f', '#b97f8f', '#f0a877', '#ffd99a')
  const hill = ramps('#8a6d87', '#5f5378', '#3f4468', '#2a3555', '#172340')
  const line = 650
  const made = canvas(W, H, (x, y) => {
    const u = x / W
    const clouds = smooth(0.02, 0.42, fbm(u * 3.1 + 1, (y / H) * 15, 6, 3))
    let colour = mix(ramp(sky, y / line), mix(rgb('#ffb988'), rgb('#6b5680'), smooth(500, 120, y)), clouds * 0.62)
    colour = mix(colour, rgb('#fff0c4'), 0.75 * smooth(0.2, 0, Math.hypot(u - 0.68, (y - 560) / W)))
    for (let k = 0; k < 5; k++) {
      const rise = (190 - k * 36) * (0.55 + 0.9 * Math.abs(fbm(u * (1.5 + k * 0.5) + k * 7.7, 0.5, 8, 60 + k))) + 70 * fbm(u * 9, k, 5, k) * (1 - k * 0.12)
      const side = k > 2 ? 120 * smooth(0.5, 0.02, u) + 60 * smooth(0.72, 1, u) : 0
      const top = line - 26 + k * 6 - rise * (k > 2 ? 0.38 : 1) - side * (k - 2) * 0.5
      if (y > top) colour = mix(ramp(hill, k / 4), rgb('#d79a86'), 0.36 * smooth(top, line + 60, y) * (1 - k / 5))
    }
    return colour
  })
  const soft = gouache(made, 4)
  const boat = `<g transform="translate(600 648)"><path d="M-190 -20L-170 24H190L226 -24L120 -20Z" fill="#101a30"/><path d="M-186 -12L-182 -4H208L213 -12Z" fill="#c2452f"/>
<path d="M-70 -20V-84H86V-20Z" fill="#c9b79f"/><path d="M-78 -84H94V-92H-78Z" fill="#2b3350"/><path d="M-60 -74h26v30h-26zM-24 -74h26v30h-26zM12 -74h26v30h-26zM48 -74h28v54h-28z" fill="#ffd06b"/>
<path d="M-16 -92v-40h48v40z" fill="#b5a48e"/><path d="M-8 -124h32v18h-32z" fill="#ffe09a"/><path d="M62 -92v-44h20v44z" fill="#c2452f"/><path d="M62 -128h20v8h-20z" fill="#101a30"/><path d="M-176 -20v-70h3v70zM150 -22v-34h54l-4 6h-46v28z" fill="#101a30"/>
<path d="M-150 -24h22v-12c0 -8 6 -14 10 -14s6 6 6 14v12h8" fill="#101a30"/><circle cx="-118" cy="-54" r="6" fill="#101a30"/></g>`
  await lay(soft, boat)
  mirrored(soft, line + 22, rgb('#1b2a4e'))
  await lay(soft, '<defs><radialGradient id="g"><stop offset="0" stop-color="#ffb052" stop-opacity=".2"/><stop offset="1" stop-color="#ffc867" stop-opacity="0"/></radialGradient></defs><ellipse cx="610" cy="590" rx="230" ry="120" fill="url(#g)"/><path d="M410 672L120 690L-20 706L300 686L420 678Z" fill="#c98f9a" opacity=".5"/>', 'screen')
  return finished(soft)
}

export async function hochwasser(): Promise<Canvas> {
  const random = seeded(31)
  const line = 640
  const made = canvas(W, H, (x, y) => {
    const rain = fbm(x / 300 + y / 900, y / 220, 5, 8)
    return mix(ramp(ramps('#0d1524', '#1e3040', '#47565a'), y / line), rgb('#5e6c6c'), smooth(0, 0.5, rain) * 0.5)
  })
  const walls = ['#8b4b36', '#b98a4a', '#6d7a63', '#a3664a', '#54606c', '#c4a57a', '#7d3f3a', '#8c8468']
  let street = ''
  for (let x = -20, k = 0; x < W; k++) {
    const wide = 120 + random() * 90
    const tall = 250 + random() * 210
    const roof = 70 + random() * 80
    const top = line + 40 - tall
    street += `<path d="M${x} ${line + 60}V${top}L${x + wide / 2} ${top - roof}L${x + wide} ${top}V${line + 60}Z" fill="${walls[k % 8]}"/><path d="M${x - 8} ${top + 6}L${x + wide / 2} ${top - roof - 8}L${x + wide + 8} ${top + 6}L${x + wide / 2} ${top - roof + 22}Z" fill="#2a2126"/><path d="M${x + wide * 0.62} ${line + 60}V${top}H${x + wide}V${line + 60}Z" fill="#0a0f1c" opacity=".38"/>`
    const cols = wide > 160 ? 3 : 2
    for (let r = 0; r < Math.floor(tall / 86); r++) {
      for (let c = 0; c < cols; c++) {
        const wx = x + (wide / cols) * (c + 0.5) - 15
        const lit = random() > 0.62
        street += `<path d="M${wx} ${top + 28 + r * 84}h30v48h-30z" fill="${lit ? '#ffcf6e' : '#182031'}"/><path d="M${wx + 14} ${top + 28 + r * 84}h2v48h-2z" fill="#3a2c28"/>${lit ? '' : `<path d="M${wx - 12} ${top + 28 + r * 84}h11v48h-11zM${wx + 31} ${top + 28 + r * 84}h11v48h-11z" fill="#24443f"/>`}`
      }
    }
    x += wide
  }
  street = '<path d="M764 520V70L812 -70L860 70V520Z" fill="#3d4450"/><path d="M812 -70L860 70V520H826Z" fill="#262c38"/><circle cx="812" cy="110" r="30" fill="#f4e3b8"/><path d="M811 92h3v20l12 8-2 3-13-9z" fill="#1a1f2c"/>' + street
  await lay(made, street)
  shade(made, (_x, _y, c) => [c[0] * 0.82, c[1] * 0.88, c[2] * 0.98])
  const soft = gouache(made, 3)
  mirrored(soft, line, rgb('#3b4238'), 1.25)
  const lamps = [180, 520, 905, 1280, 1540].map((x) => `<circle cx="${x}" cy="470" r="120" fill="url(#l)"/><path d="M${x - 2} 480h4v190h-4z" fill="#0a0f1c"/><circle cx="${x}" cy="470" r="11" fill="#fff0c0"/><path d="M${x - 8} 690h16l10 300h-36z" fill="#ffcf80" opacity=".16"/>`).join('')
  await lay(soft, `<defs><radialGradient id="l"><stop offset="0" stop-color="#ffdf9a" stop-opacity=".75"/><stop offset="1" stop-color="#ffdf9a" stop-opacity="0"/></radialGradient></defs>${lamps}`)
  const drops = Array.from({ length: 260 }, () => { const x = random() * W; const y = random() * H; const l = 14 + random() * 30; return `M${x.toFixed(0)} ${y.toFixed(0)}l${(-l * 0.18).toFixed(1)} ${l.toFixed(1)}` }).join('')
  await lay(soft, `<path d="${drops}" stroke="#dfe8ea" stroke-width="1.6" opacity=".3"/>`)
  return finished(soft)
}

/** A braided river from the air. */
export function flussbett(): Canvas {
  const water = ramps('#0f4a5a', '#1f7f86', '#62b7ad', '#c9e3cf')
  const land = ramps('#b4613a', '#cf8850', '#e3b27a', '#f0d6a8', '#d99b62')
  const made = canvas(W, H, (x, y) => {
    const u = (x + y * 0.35) / 520
    const v = (y - x * 0.42) / 520
    const bend = v + 0.34 * Math.sin(u * 1.35) + 0.16 * fbm(u * 1.3, v, 4, 3)
    const arms = Math.abs(noise(u * 0.9 + 0.4 * fbm(u * 2, v * 2, 3, 8), bend * 3.4, 14)) + 0.5 * Math.abs(fbm(u * 2.4, bend * 6, 4, 5))
    const valley = smooth(1.15, 0.4, Math.abs(bend - 0.35))
    const wet = smooth(0.3, 0.07, arms) * valley
    const bars = ramp(land, 0.5 + 0.9 * fbm(u * 1.2, bend * 5, 7, 22) - 0.25 * (1 - valley))
    const scrub = smooth(0.12, 0.4, fbm(u * 5, v * 5, 6, 33)) * (1 - valley * 0.8)
    const ground = mix(bars, rgb('#6b5a34'), scrub * 0.75)
    const edge = smooth(0.42, 0.28, arms) * valley * (1 - wet)
    return mix(mix(ground, rgb('#f6e6c4'), edge * 0.6), ramp(water, 1 - smooth(0.26, 0.0, arms)), smooth(0.25, 0.6, wet))
  })
  return finished(gouache(made, 4))
}

export async function palafittes(): Promise<Canvas> {
  const random = seeded(8)
  const deep = ramps('#cfe6a8', '#6fae8a', '#24756f', '#0e474f', '#06262f')
  const made = canvas(W, H, (x, y) => {
    const from = Math.atan2(x - 980, y + 260)
    const rays = smooth(-0.1, 0.6, noise(from * 16, 0.5, 3) * 0.6 + noise(from * 37, 2, 5) * 0.4)
    const glow = Math.hypot((x - 980) / 1.1, y + 60) / 1250
    return mix(ramp(deep, glow), rgb('#e9f5c8'), rays * 0.3 * smooth(1, 0.1, y / H))
  })
  const bed = await bedAndPiles(random)
  await lay(made, bed)
  const soft = gouache(made, 3)
  await lay(soft, diver())
  const dust = Array.from({ length: 260 }, () => `<circle cx="${(random() * W).toFixed(0)}" cy="${(random() * H).toFixed(0)}" r="${(0.8 + random() * 2.4).toFixed(1)}"/>`).join('')
  await lay(soft, `<g fill="#f4ffe0" opacity=".35">${dust}</g>`)
  return finished(soft)
}

async function bedAndPiles(random: () => number): Promise<string> {
  const piles = Array.from({ length: 46 }, () => ({ near: random() ** 1.5, x: random() * 1.1 - 0.05, tall: random() })).sort((a, b) => a.near - b.near)
  const haze = (near: number): string => `rgb(${ramp(ramps('#3f8a80', '#15525a', '#04181f'), near).map((c) => Math.round(c * 255)).join(' ')})`
  let drawn = '<path d="M0 820C300 780 700 850 1000 810S1500 800 1620 830V1080H0Z" fill="#1d5f60"/><path d="M0 920C260 880 620 960 980 900S1460 930 1620 910V1080H0Z" fill="#0c3a42"/>'
  for (const { near, x, tall } of piles) {
    const wide = 9 + near * 44
    const foot = 800 + near * 250
    const top = foot - (120 + tall * 240 + near * 420)
    const left = x * W
    const lean = (random() - 0.5) * 40
    drawn += `<path d="M${left - wide / 2} ${foot}C${left - wide / 2 + lean * 0.3} ${foot - 100} ${left - wide / 2 + lean} ${top + 60} ${left - wide / 2.6 + lean} ${top + random() * 30}L${left + lean} ${top - 14 * random()}L${left + wide / 2.4 + lean} ${top + random() * 34}C${left + wide / 2 + lean} ${top + 80} ${left + wide / 2} ${foot - 100} ${left + wide / 2} ${foot}Z" fill="${haze(near)}"/><path d="M${left + wide / 2.4 + lean} ${top + 24}C${left + wide / 2 + lean} ${top + 80} ${left + wide / 2} ${foot - 100} ${left + wide / 2} ${foot}h${-wide * 0.16}C${left + wide / 2 - wide * 0.16} ${foot - 100} ${left + wide / 2 + lean - wide * 0.16} ${top + 80} ${left + wide / 2.4 + lean - wide * 0.16} ${top + 24}Z" fill="#bfe3b4" opacity="${0.28 - near * 0.1}"/>`
  }
  return drawn
}

function diver(): string {
  return `<defs><linearGradient id="beam" x1="0" x2="1"><stop offset="0" stop-color="#fff6c4" stop-opacity=".8"/><stop offset="1" stop-color="#fff6c4" stop-opacity="0"/></linearGradient></defs>
<g transform="translate(760 490) rotate(10)"><path d="M196 6L640 -120L680 180Z" fill="url(#beam)"/>
<g fill="none" stroke="#041118" stroke-linecap="round" stroke-linejoin="round"><path d="M-96 6L-178 34L-262 6" stroke-width="30"/><path d="M-96 -8L-190 -24L-276 -64" stroke-width="28"/><path d="M36 18L96 56L178 14" stroke-width="20"/><path d="M30 20L74 68L120 66" stroke-width="18"/></g>
<path d="M-256 -10L-284 20C-330 10 -372 -14 -404 -50C-350 -46 -300 -38 -256 -10Z" fill="#0d2b33"/><path d="M-266 -80L-292 -50C-336 -70 -372 -104 -396 -146C-346 -130 -300 -112 -266 -80Z" fill="#0a2229"/>
<path d="M-110 -26C-60 -42 20 -44 60 -26C78 -16 80 10 62 22C20 38 -60 34 -110 20C-124 8 -124 -14 -110 -26Z" fill="#041118"/><path d="M-84 -38C-40 -66 10 -66 40 -52C50 -46 50 -36 40 -32C0 -38 -44 -36 -78 -26C-88 -28 -90 -34 -84 -38Z" fill="#e0a12c"/><path d="M-84 -38C-40 -66 10 -66 40 -52L36 -48C0 -58 -44 -54 -80 -34Z" fill="#ffd77a"/><path d="M44 -44C70 -60 104 -40 112 -8" fill="none" stroke="#1c3f48" stroke-width="5"/>
<circle cx="96" cy="-10" r="32" fill="#041118"/><path d="M104 -30C122 -30 132 -14 130 2C122 8 108 6 102 0C98 -10 98 -22 104 -30Z" fill="#7fd0c8"/><path d="M110 -26C120 -26 126 -16 126 -8L112 -12Z" fill="#d8fff4"/><path d="M112 8l16 4 -4 14 -16 -4z" fill="#1c3f48"/><path d="M172 2h22v18h-22z" fill="#1c3f48"/><circle cx="198" cy="10" r="12" fill="#fffbe0"/>
<g fill="none" stroke="#e8fbe8" stroke-width="3" opacity=".75"><circle cx="120" cy="-58" r="7"/><circle cx="106" cy="-92" r="11"/><circle cx="128" cy="-134" r="8"/><circle cx="112" cy="-186" r="14"/><circle cx="136" cy="-240" r="10"/></g></g>`
}
