import type { Canvas } from '../canvas.ts'
import { canvas, lay, mix, mottle, ramp, ramps, rgb } from '../canvas.ts'
import { seeded, smooth } from '../noise.ts'
import { H, W, finished } from './land.ts'

/** A ward as a field of colours, and a shift as one line through it. */
export async function spital(): Promise<Canvas> {
  const random = seeded(15)
  const made = canvas(W, H, () => rgb('#efe6d4'))
  const tones = ['#2f5d62', '#5e8b7e', '#a7c4bc', '#dfeeea', '#e8b36b', '#d9633c', '#efd2a6', '#24404a']
  let rooms = ''
  const split = (x: number, y: number, w: number, h: number, depth: number): void => {
    if (depth === 0 || (w < 230 && h < 230)) {
      rooms += `<path d="M${x + 7} ${y + 7}h${w - 14}v${h - 14}h${14 - w}z" fill="${tones[Math.floor(random() * 8)]}"/>`
      if (random() > 0.4) rooms += `<path d="M${x + w * 0.22} ${y + 24}h${w * 0.26}v${Math.min(h - 60, 84)}h${-w * 0.26}z" fill="#fbf7ec" opacity=".9"/><path d="M${x + w * 0.22} ${y + 24}h${w * 0.26}v22h${-w * 0.26}z" fill="#24404a" opacity=".35"/>`
      return
    }
    const part = 0.34 + random() * 0.32
    if (w > h) { split(x, y, w * part, h, depth - 1); split(x + w * part, y, w * (1 - part), h, depth - 1) }
    else { split(x, y, w, h * part, depth - 1); split(x, y + h * part, w, h * (1 - part), depth - 1) }
  }
  split(40, 40, 1540, 430, 5)
  split(40, 610, 1540, 430, 5)
  const stops = Array.from({ length: 46 }, (_, k) => [110 + ((k * 389) % 1400), k % 3 === 0 ? 540 + (random() - 0.5) * 70 : (k % 2 ? 110 + random() * 300 : 670 + random() * 300)] as const)
  let way = `M${stops[0]?.[0]} ${stops[0]?.[1]}`
  for (let k = 1; k < stops.length; k++) {
    const [x, y] = stops[k] ?? [0, 0]
    const [fx] = stops[k - 1] ?? [0, 0]
    way += `C${fx} ${540 + (random() - 0.5) * 90} ${x} ${540 + (random() - 0.5) * 90} ${x.toFixed(0)} ${y.toFixed(0)}`
  }
  await lay(made, `${rooms}<path d="${way}" fill="none" stroke="#12242b" stroke-width="15" opacity=".16" transform="translate(7 9)" stroke-linejoin="round"/><path d="${way}" fill="none" stroke="#c0271f" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>${stops.map(([x, y]) => `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="12" fill="#fbf7ec" stroke="#c0271f" stroke-width="6"/>`).join('')}`)
  mottle(made, 0.07, 90)
  return finished(made)
}

export async function solardach(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const a = Math.atan2(y - 270, x - 1120)
    const r = Math.hypot(x - 1120, y - 270)
    const ray = Math.floor((a / Math.PI + 1) * 20 + 0.5) % 2
    const sky = mix(ray ? rgb('#f6c765') : rgb('#f3b44b'), rgb('#f4dfae'), smooth(100, 1150, r))
    const rings = ramp(ramps('#fff6d8', '#ffd873', '#f59a3a', '#e2632c'), Math.floor(r / 52) / 3)
    return mix(sky, rings, smooth(206, 203, r))
  })
  let panels = ''
  const at = (u: number, v: number): string => `${(230 + u * 820 + v * -190).toFixed(1)} ${(560 + u * -40 + v * 400).toFixed(1)}`
  for (let r = 0; r < 4; r++) for (let c = 0; c < 7; c++) {
    const u = 0.05 + c * 0.131
    const v = 0.08 + r * 0.22
    panels += `<path d="M${at(u, v)}L${at(u + 0.12, v)}L${at(u + 0.12, v + 0.2)}L${at(u, v + 0.2)}Z" fill="${(r + c) % 3 ? '#17345e' : '#1d4274'}"/><path d="M${at(u, v)}L${at(u + 0.12, v)}L${at(u, v + 0.17)}Z" fill="#6fa3d0" opacity="${0.14 + 0.06 * ((c + r) % 4)}"/><path d="M${at(u + 0.04, v)}L${at(u + 0.04, v + 0.2)}M${at(u + 0.08, v)}L${at(u + 0.08, v + 0.2)}M${at(u, v + 0.1)}L${at(u + 0.12, v + 0.1)}" stroke="#8fb7dc" stroke-width="1.6" opacity=".7"/>`
  }
  const tiles = Array.from({ length: 17 }, (_, k) => `<path d="M${1050 + k * 5} ${522 + k * 26}L${1480 + k * 22} ${560 + k * 26}" stroke="#7d2c20" stroke-width="4" opacity=".55"/>`).join('')
  await lay(made, `<path d="M0 760C300 640 520 700 800 660S1400 560 1620 640V1080H0Z" fill="#7f9a52"/><path d="M0 860C300 780 700 830 1000 800S1400 760 1620 800V1080H0Z" fill="#4f7a48"/>
<path d="M60 1080V930H1560V1080Z" fill="#f3e6cc"/><path d="M900 1080V930H1560V1080Z" fill="#d9c3a0"/><path d="M${at(-0.04, 0)}L${at(1.0, 0)}L${at(1.02, 1.02)}L${at(-0.04, 1.02)}Z" fill="#a8442e"/><path d="M${at(1.0, 0)}L1480 552L1640 968L${at(1.02, 1.02)}Z" fill="#8a3324"/>${tiles}<path d="M${at(-0.04, 0)}L${at(1, 0)}L1480 552L1478 540L1048 505L194 548Z" fill="#c85f40"/>${panels}<path d="M1236 640V440H1326V664Z" fill="#b98b6a"/><path d="M1290 655V440H1326V664Z" fill="#8f6548"/><path d="M1224 424H1338V446H1224Z" fill="#5d3a2c"/>
<g fill="#3a2a26"><path d="M1262 424c-2 -22 6 -34 22 -36c6 -10 18 -12 24 -4l12 4 -12 4c0 14 -8 26 -18 32z"/></g><path d="M240 1080V990h120v90zM460 1080V990h120v90zM680 1080V990h120v90z" fill="#35506b"/><path d="M240 990h120l-120 70zM460 990h120l-120 70zM680 990h120l-120 70z" fill="#8fb0c4" opacity=".6"/>`)
  mottle(made, 0.07, 100)
  return finished(made)
}
