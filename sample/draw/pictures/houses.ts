import type { Canvas, Rgb } from '../canvas.ts'
import { canvas, lay, mix, ramp, ramps, rgb, shade } from '../canvas.ts'
import { clamp, fbm, noise, seeded, smooth } from '../noise.ts'
import { H, W, finished } from './land.ts'

/** What people do behind lit windows, in a window 120 wide and 150 high. */
const rooms = [
  '<path d="M78 150V92C78 80 88 74 98 74S118 80 118 92V150Z"/><circle cx="98" cy="60" r="13"/>',
  '<path d="M8 150V116H112V150Z"/><path d="M52 116V60h3v56zM36 62l8 -22h20l8 22z" opacity=".8"/>',
  '<path d="M20 150V104C20 92 30 88 38 88S56 92 56 104V150ZM70 150V96C70 84 78 80 86 80S104 84 104 96V150Z"/><circle cx="38" cy="75" r="11"/><circle cx="86" cy="66" r="12"/>',
  '<path d="M0 0H36C44 50 40 100 26 150H0ZM120 0H84C76 50 80 100 94 150H120Z" opacity=".65"/>',
  '<path d="M10 150V60H50V150ZM14 64h32v18H14zM14 88h32v18H14z" opacity=".75"/><path d="M70 150l6 -34h-8l14 -40 18 0 10 40h-10l6 34z"/><circle cx="90" cy="62" r="12"/><path d="M60 92l24 -10 4 8 -24 10z"/>',
  '<path d="M30 150C30 130 34 118 48 116C52 108 60 104 66 108L72 98L76 110C84 116 84 128 80 150Z"/>',
  '<path d="M60 0v34M46 34h28l8 18H38z" stroke="currentColor" stroke-width="2"/><path d="M6 150V120H114V150ZM26 120v-18h14v18zM60 120v-30h8v30z"/>',
]

export async function fassade(): Promise<Canvas> {
  const random = seeded(14)
  const made = canvas(W, H, (x, y) => {
    const brick = noise(x / 46, y / 16, 3) * 0.05 + fbm(x / 260, y / 260, 4, 8) * 0.12
    return mix(rgb('#16233f'), rgb('#2f466b'), clamp(0.45 + brick + 0.25 * (1 - y / H)))
  })
  const glow = ['#ffc95f', '#ffb347', '#ffdc8c', '#f79a4a', '#ffe7b0', '#f2c7d6']
  let drawn = '<path d="M0 342H1620V354H0ZM0 698H1620V710H0Z" fill="#3d5580"/><path d="M0 354H1620V362H0ZM0 710H1620V718H0Z" fill="#0a1122" opacity=".5"/>'
  let light = ''
  for (let row = 0; row < 3; row++) {
    for (let c = 0; c < 7; c++) {
      const x = 62 + c * 222
      const y = 62 + row * 356
      const on = random() < 0.5 || (row === 1 && c === 3)
      const tone = glow[Math.floor(random() * glow.length)] ?? '#ffc95f'
      const room = rooms[Math.floor(random() * rooms.length)] ?? ''
      const open = random() > 0.3
      drawn += `<path d="M${x - 12} ${y - 14}h188v10h-188zM${x - 16} ${y + 214}h196v14h-196z" fill="#4a6492"/><path d="M${x - 16} ${y + 228}h196v10h-196z" fill="#0a1122" opacity=".55"/><path d="M${x} ${y}h164v212h-164z" fill="#0b1428"/>`
      drawn += on
        ? `<path d="M${x + 7} ${y + 7}h150v198h-150z" fill="${tone}"/><path d="M${x + 7} ${y + 7}h150v60h-150z" fill="#fff" opacity=".13"/><svg x="${x + 7}" y="${y + 7}" width="150" height="198" viewBox="0 -48 120 198" preserveAspectRatio="none" color="#3a1c1a"><g fill="#3a1c1a">${room}</g></svg>`
        : `<path d="M${x + 7} ${y + 7}h150v198h-150z" fill="#1d3157"/><path d="M${x + 7} ${y + 7}h96l-96 150z" fill="#5d7cb0" opacity=".35"/>`
      drawn += `<path d="M${x + 79} ${y + 7}h6v198h-6zM${x + 7} ${y + 64}h150v5h-150z" fill="#d5ddeb" opacity="${on ? 0.9 : 0.35}"/>`
      if (open) drawn += [x - 40, x + 166].map((s) => `<path d="M${s} ${y - 2}h38v216h-38z" fill="#7e3434"/><path d="M${s + 5} ${y + 8}h28v92h-28zM${s + 5} ${y + 112}h28v92h-28z" fill="#5d2328"/>`).join('')
      if (on) light += `<ellipse cx="${x + 82}" cy="${y + 110}" rx="230" ry="230" fill="url(#f)"/>`
      if (random() > 0.7) drawn += `<path d="M${x + 12} ${y + 214}c4 -26 20 -34 32 -20c10 -20 30 -18 34 0c14 -16 34 -10 36 4c12 -10 26 -2 26 16z" fill="#2c5a46"/><g fill="#e0524a"><circle cx="${x + 34}" cy="${y + 194}" r="7"/><circle cx="${x + 76}" cy="${y + 190}" r="8"/><circle cx="${x + 112}" cy="${y + 196}" r="6"/></g>`
    }
  }
  await lay(made, drawn)
  await lay(made, `<defs><radialGradient id="f"><stop offset="0" stop-color="#ffb658" stop-opacity=".22"/><stop offset="1" stop-color="#ffb658" stop-opacity="0"/></radialGradient></defs>${light}`, 'screen')
  return finished(made)
}

/** A hall of books, seen along its axis: every pixel is a ray that meets shelf, vault or floor. */
export async function bibliothek(): Promise<Canvas> {
  const cx = 810
  const cy = 560
  const spines = ramps('#7a2e2a', '#a8663a', '#2f4a4a', '#8a7b4a', '#40335c', '#b58a52', '#5a2430', '#31563f')
  const made = canvas(W, H, (x, y) => {
    const dx = (x - cx) / 620
    const dy = (y - cy) / 620
    const wall = 1 / Math.abs(dx || 1e-6)
    const floor = dy > 0 ? 0.62 / dy : Infinity
    const roof = dy < 0 ? vault(dx, dy) : Infinity
    const t = Math.min(wall, floor, roof, 7)
    const spot = { x: dx * t, y: dy * t, z: t }
    const lamps = Math.exp(-((spot.y - 0.3) ** 2) * 3) * (0.75 + 0.25 * Math.cos(spot.z * 6.3))
    let c: Rgb
    if (t >= 7) c = endWall(dx * 7, dy * 7)
    else if (t === wall) c = shelf(spot.y, spot.z, dx > 0 ? 1 : 2, spines)
    else if (t === floor) c = mix(rgb('#6b4426'), rgb('#3a2316'), Math.abs(((spot.x * 9 + 40) % 1) - 0.5) > 0.45 ? 0.8 : 0.3 + 0.4 * noise(spot.x * 8, spot.z * 3, 4))
    else c = mix(rgb('#8a6a4a'), rgb('#5a3f2c'), Math.abs(((spot.z * 1.25) % 1) - 0.5) > 0.42 ? 1 : 0.3)
    const light = 0.24 + 0.95 * lamps * (1 - 0.05 * t)
    const warm: Rgb = [c[0] * (0.12 + light * 1.15), c[1] * (0.16 + light * 0.95), c[2] * (0.3 + light * 0.62)]
    return mix(warm, rgb('#f2b660'), 0.035 * t * smooth(0.6, -0.4, Math.abs(dy)))
  })
  await lay(made, readers())
  return finished(made)
}

function vault(dx: number, dy: number): number {
  const a = dx * dx + dy * dy
  const b = 2 * dy * 0.25
  const c = 0.0625 - 1.0
  const t = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a)
  return dy * t < -0.25 ? t : Infinity
}

function endWall(x: number, y: number): Rgb {
  const bars = Math.abs(((x * 5 + 40) % 1) - 0.5) > 0.44 || Math.abs(((y * 4 + 40) % 1) - 0.5) > 0.45
  const open = Math.abs(x) < 0.62 && y < 0.3 && (y > -0.35 || Math.hypot(x, y + 0.35) < 0.62)
  return open ? (bars ? [0.1, 0.14, 0.22] : mix(rgb('#5a7fb8'), rgb('#1d2f5c'), clamp(0.5 - y * 0.6))) : [0.3, 0.2, 0.13]
}

function shelf(y: number, z: number, side: number, spines: readonly Rgb[]): Rgb {
  const board = (y + 4) / 0.135
  const row = Math.floor(board)
  const up = board - row
  const post = Math.abs(((z * 1.25) % 1) - 0.5) > 0.455
  if (post || up < 0.09 || (y > -0.09 && y < -0.04)) return rgb('#7a4e2a')
  const at = z * 26 + 3 * noise(z * 9, row * 7.3, side)
  const book = Math.floor(at)
  const tall = 0.68 + 0.3 * Math.abs(noise(book * 0.77, row * 3.1, 5 + side))
  if (1 - up > tall || noise(book * 1.3, row * 2.7, 9) > 0.72) return rgb('#1d120c')
  const c = ramp(spines, 0.5 + 0.62 * noise(book * 0.91, row * 1.7, side * 3))
  const edge = Math.abs(at - book - 0.5) * 2
  const band = up > 0.62 && up < 0.66 ? 1.35 : 1
  return [c[0] * (1.1 - 0.45 * edge) * band, c[1] * (1.1 - 0.45 * edge) * band, c[2] * (1.1 - 0.45 * edge) * band]
}

function readers(): string {
  const at = (x: number, y: number, z: number): readonly [number, number] => [810 + (x / z) * 620, 560 + (y / z) * 620]
  const quad = (corners: (readonly [number, number])[], fill: string): string => `<path d="M${corners.map((c) => c.map((v) => v.toFixed(1)).join(' ')).join('L')}Z" fill="${fill}"/>`
  let drawn = '<defs><radialGradient id="q"><stop offset="0" stop-color="#ffe6a0" stop-opacity=".7"/><stop offset="1" stop-color="#ffcf70" stop-opacity="0"/></radialGradient></defs>'
  const people = new Set(['3.6,-1', '2.6,1', '1.6,-1', '1.3,1'])
  for (const z of [5.8, 5, 4.2, 3.6, 3.1, 2.6, 2.2, 1.9, 1.6, 1.3, 1.08]) {
    for (const s of [-1, 1]) {
      const x = s * 0.56
      const [px, py] = at(x, 0.34, z)
      const k = 620 / z
      if (people.has(`${z},${s}`)) drawn += `<g transform="translate(${px + s * k * 0.16} ${py + k * 0.03}) scale(${k / 620})" fill="#120a0c"><path d="M-64 40C-70 -40 -50 -82 0 -86S70 -40 64 40Z"/><circle cx="${-s * 16}" cy="-112" r="36"/></g>`
      drawn += quad([at(x - 0.26, 0.36, z * 0.94), at(x + 0.26, 0.36, z * 0.94), at(x + 0.26, 0.36, z * 1.1), at(x - 0.26, 0.36, z * 1.1)], '#8a5a30')
      drawn += quad([at(x - 0.26, 0.36, z * 0.94), at(x + 0.26, 0.36, z * 0.94), at(x + 0.26, 0.4, z * 0.94), at(x - 0.26, 0.4, z * 0.94)], '#4a2b18')
      drawn += `<ellipse cx="${px}" cy="${py}" rx="${k * 0.24}" ry="${k * 0.12}" fill="url(#q)"/><g transform="translate(${px} ${py}) scale(${k / 620})"><path d="M-4 12v-82h8v82zM-26 16h52v-8h-52z" fill="#c79a45"/><path d="M-52 -70C-50 -96 -24 -104 0 -104S50 -96 52 -70Z" fill="#2f8f5f"/><path d="M-40 -78C-36 -94 -20 -98 -8 -98C-20 -90 -24 -84 -26 -76Z" fill="#9be0b2"/><path d="M-50 -70h100l-6 8h-88z" fill="#fff3c4"/></g>`
    }
  }
  return drawn
}

export async function fabrik(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => mix(ramp(ramps('#e9b183', '#f3cf9d', '#f7e2bd'), y / 800), rgb('#d9603b'), smooth(236, 233, Math.hypot(x - 1170, y - 330))))
  let roofs = ''
  for (let k = 0; k < 6; k++) {
    const x = 60 + k * 210
    roofs += `<path d="M${x} 800V${560}L${x + 150} 400V560L${x + 210} 560V800Z" fill="${k % 2 ? '#274654' : '#2f5362'}"/><path d="M${x + 150} 400L${x + 210} 560H${x + 150}Z" fill="#132b36"/><path d="M${x} 560L${x + 150} 400V424L${x + 22} 560Z" fill="#6f9aa0"/><path d="M${x + 40} 548l98 -104v104z" fill="#f6d98f" opacity=".9"/><path d="M${x + 70} 548v-36M${x + 104} 548v-72" stroke="#274654" stroke-width="6"/>`
  }
  const windows = Array.from({ length: 10 }, (_, k) => `<path d="M${96 + k * 112} 620h74v110h-74z" fill="${[2, 3, 7].includes(k) ? '#f6c65e' : '#8fb3ad'}"/><path d="M${131 + k * 112} 620h4v110h-4zM${96 + k * 112} 655h74v4h-74zM${96 + k * 112} 690h74v4h-74z" fill="#1b3440"/>`).join('')
  const people = [[1345, 946, 1], [1268, 984, 1.1], [1430, 1004, 1.2], [1130, 1008, 1.2], [1050, 960, 1.05], [940, 1016, 1.25]].map(([x, y, s]) => `<g transform="translate(${x} ${y}) scale(${s})" fill="#16272f"><circle cx="0" cy="-78" r="12"/><path d="M-16 -62H16L20 -14H12L10 24H2L0 -8L-2 24H-10L-12 -14H-20Z"/><path d="M-10 24L-110 66L-90 66L10 24Z" opacity=".35"/></g>`).join('')
  await lay(made, `<path d="M1390 800V120L1400 104H1470L1480 120V800Z" fill="#8e3f2e"/><path d="M1440 104H1470L1480 120V800H1440Z" fill="#6a2a24"/><path d="M1390 170H1480V196H1390ZM1390 226H1480V252H1390Z" fill="#f3e3c3"/>
${roofs}<path d="M60 560H1320V800H60Z" fill="#2a4b5a"/>${windows}<path d="M1320 470H1620V800H1320Z" fill="#1b3440"/><path d="M1320 470H1620V490H1320Z" fill="#436a76"/><path d="M1360 540H1520V800H1360Z" fill="#ffcf66"/><path d="M1360 540H1400V800H1360Z" fill="#b5542e"/><path d="M1520 540H1560V806L1520 800Z" fill="#b5542e"/><path d="M1420 800V700h40v100z" fill="#b5542e" opacity=".6"/>
<path d="M0 800H1620V1080H0Z" fill="#c98f5e"/><path d="M1360 800H1520L1330 1080H820Z" fill="#ffd98a"/><path d="M0 800H1360L1190 880L0 1000Z" fill="#8b5f47" opacity=".55"/>${people}`)
  await lay(made, '<path d="M1436 96c-40 -60 20 -90 -10 -140h70c30 60 -40 90 -10 140z" fill="#fff7e6" opacity=".75"/>')
  shade(made, (x, y, c) => { const d = 1 + 0.09 * fbm(x / 70, y / 70, 5, 3) + 0.1 * (smooth(0, 900, x) - 0.5); return [c[0] * d, c[1] * d, c[2] * d] })
  return finished(made)
}

export async function stall(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    let c = ramp(ramps('#1d2f5a', '#48588c', '#b58ca4', '#f4c3a0'), y / 640)
    const u = x / W
    for (let k = 0; k < 4; k++) {
      const top = 520 + k * 88 - 90 * fbm(u * (2 + k * 0.4) + k * 4, 1, 4, 3 + k) - 60 * Math.sin(u * 3.2 + k * 2.1)
      if (y > top) c = mix(ramp(ramps('#8f93c0', '#b3b8da', '#ccd3ea', '#e8ebf6'), k / 3), rgb('#5f6fa6'), 0.5 * smooth(top + 8, top + 210, y) + 0.1 * noise(x / 30, y / 12, k))
    }
    return c
  })
  const fence = Array.from({ length: 13 }, (_, k) => `<path d="M${30 + k * 42} ${892 + k * 6}v-62h8v62z"/>`).join('')
  const trees = [[180, 700, 1.1], [262, 716, 0.8], [1380, 690, 1.2], [1470, 720, 0.9], [1550, 706, 1.3]].map(([x, y, s]) => `<g transform="translate(${x} ${y}) scale(${s})"><path d="M0 -170L46 -90H26L60 -30H34L70 30H-70L-34 -30H-60L-26 -90H-46Z" fill="#2a3a63"/><path d="M0 -170L46 -90H26L14 -104L0 -90L-20 -104L-46 -90Z" fill="#eef2fb"/></g>`).join('')
  await lay(made, `${trees}<g transform="translate(820 800)"><path d="M-300 90V-90L0 -240L300 -90V90Z" fill="#9c2f2a"/><path d="M0 -240L300 -90V90H40V-210Z" fill="#74211f"/>${Array.from({ length: 14 }, (_, k) => `<path d="M${-280 + k * 42} 90V-60" stroke="#5d1a1b" stroke-width="3" opacity=".5"/>`).join('')}<path d="M-350 -66L0 -262L350 -66L336 -38L0 -222L-336 -38Z" fill="#f4f6fd"/><path d="M0 -262L350 -66L336 -38L0 -222Z" fill="#c5cde8"/>
<path d="M-230 -40h120v96h-120z" fill="#ffd36b"/><path d="M-173 -40h6v96h-6zM-230 4h120v6h-120z" fill="#f6eee0"/><g fill="#7a3b22"><circle cx="-204" cy="34" r="11"/><path d="M-222 56c0 -14 8 -16 18 -16s18 2 18 16z"/><circle cx="-142" cy="40" r="9"/><path d="M-156 56c0 -10 6 -12 14 -12s14 2 14 12z"/></g><path d="M-60 -50h130v140h-130z" fill="#5d1a1b"/><path d="M-60 -50L70 90M70 -50L-60 90" stroke="#f6eee0" stroke-width="8"/><path d="M-60 -50h130v140h-130z" fill="none" stroke="#f6eee0" stroke-width="8"/><path d="M130 -30h100v80h-100z" fill="#ffd36b"/><path d="M177 -30h6v80h-6z" fill="#f6eee0"/><circle cx="0" cy="-140" r="30" fill="#ffe6a4"/><path d="M-270 94L-120 94L-40 260H-420Z" fill="#ffdd90" opacity=".5"/></g><g fill="#3a3f66">${fence}<path d="M20 842L560 918V926L20 850Z"/></g>`)
  const random = seeded(4)
  await lay(made, `<g fill="#fff">${Array.from({ length: 210 }, () => `<circle cx="${(random() * W).toFixed(0)}" cy="${(random() * H).toFixed(0)}" r="${(1.5 + random() ** 3 * 5).toFixed(1)}" opacity="${(0.4 + random() * 0.5).toFixed(2)}"/>`).join('')}</g>`)
  return finished(made)
}
