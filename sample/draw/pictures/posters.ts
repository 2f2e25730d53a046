import type { Canvas, Rgb } from '../canvas.ts'
import { canvas, lay, mix, ramp, ramps, rgb, shade } from '../canvas.ts'
import { gouache } from '../brush.ts'
import { fbm, noise, seeded, smooth, worn } from '../noise.ts'
import type { Ground } from '../terrain.ts'
import { H, W, cone, finished, painted, towards } from './land.ts'

export function rebberg(): Canvas {
  const sky = ramps('#2c6f9b', '#79b3c0', '#f5d79a', '#ffbe6b')
  const slope = (x: number, z: number): number => 1.5 - 0.24 * z - 0.1 * x + 0.14 * Math.sin(x * 0.9 + z * 0.25) + 0.05 * noise(x * 0.7, z * 0.7, 4)
  const step = 0.105
  return finished(painted({
    side: 16, horizon: 0.2, lens: 0.92, eye: { x: 0, y: 2.35, z: 0 }, sun: towards(0.62, 0.42, 0.3),
    rise: (x, z) => {
      const far = 2 * smooth(8.5, 14, z) * (0.2 + worn(x * 0.45 + 2, z * 0.5, 8, 17)) + 0.4 * smooth(7.4, 9, z - 0.3 * Math.sin(x))
      const q = slope(x, z) / step
      const part = q - Math.floor(q)
      const shelf = (Math.floor(q) + smooth(0.86, 0.98, part)) * step
      const vines = part < 0.84 ? 0.045 * Math.max(0, Math.sin(part * Math.PI * 2 * 2.4)) * (0.7 + 0.5 * noise(x * 24, z * 24, 6)) : 0
      return Math.max(shelf > 0.06 ? shelf + vines : 0, 0.02, far)
    },
    sky: (u, v) => mix(mix(ramp(sky, 0.25 + v * 4), rgb('#fff3cc'), smooth(0.052, 0.048, Math.hypot(u - 0.74, (v - 0.1) * 0.667))), rgb('#ffe2a0'), 0.5 * smooth(0.36, 0.05, Math.hypot(u - 0.74, (v - 0.1) * 0.667))),
    skin: (g) => {
      const light = smooth(0, 0.7, g.sun)
      if (g.z > 7 && g.y > 0.03) return mix(rgb('#2f5b78'), mix(rgb('#7fa06a'), rgb('#d8c48a'), smooth(0.4, 1.2, g.y)), light * 0.8)
      if (g.y < 0.03) return mix(mix(rgb('#176179'), rgb('#67aeb4'), smooth(4, 9, g.z)), rgb('#ffe4a6'), smooth(0.25, 0.6, noise(g.x * 2.2, g.z * 16, 3) * 0.5 + 0.9 - Math.abs(g.x / g.far - 0.26) * 4) * 0.85)
      const q = slope(g.x, g.z) / step
      const part = q - Math.floor(q)
      if (part > 0.85) return mix(rgb('#6d5746'), mix(rgb('#d9b98b'), rgb('#b58f68'), noise(g.x * 40, g.y * 80, 3) * 0.5 + 0.5), 0.35 + 0.65 * light)
      const leaf = ramp(ramps('#2f5a32', '#5f8435', '#a9a33a', '#d9a136', '#c76a2e'), 0.45 + 0.8 * fbm(g.x * 1.6, g.z * 1.6, 5, 9))
      const row = smooth(0.15, 0.6, Math.sin(part * Math.PI * 2 * 2.4))
      return mix(mix(rgb('#3a2c2a'), rgb('#a07a4c'), light), mix(mix(leaf, rgb('#1e3440'), 0.6), leaf, 0.2 + 0.8 * light), row)
    },
    air: (g) => [rgb('#e6d2b0'), 1 - Math.exp(-Math.max(0, g.far - 3) * 0.055)],
  }))
}

/** Three inks on stone, like a lithograph: which of the tones lies where is decided by light alone. */
function inked(tones: readonly Rgb[], g: Ground, soft: number): Rgb {
  const value = smooth(0, 0.8, g.sun) + soft * fbm(g.x * 9, g.z * 9, 4, 3)
  return tones[Math.max(0, Math.min(tones.length - 1, Math.floor(value * tones.length)))] ?? [0, 0, 0]
}

export async function alpage(): Promise<Canvas> {
  const rock = ramps('#3b2f4f', '#6b4a5a', '#c46f3d', '#f2a24e', '#ffd487')
  const grass = ramps('#1d2f33', '#26433b', '#355a3f', '#557642')
  const made = painted({
    side: 14, horizon: 0.6, lens: 1.02, eye: { x: 0, y: 0.72, z: 0 }, sun: towards(0.88, 0.3, -0.22),
    rise: (x, z) => {
      const horn = 3.7 * cone(x, z, [0.75, 9.4], 3.1) ** 1.35 + 1.1 * cone(x, z, [-2.6, 9], 3)
      const meadow = 0.42 + 0.16 * fbm(x * 0.6, z * 0.6, 4, 3) + 0.34 * smooth(1, 5, z) + 0.4 * smooth(0.8, 3, -x) * smooth(5, 2, z)
      return horn * (0.62 + 0.42 * worn(x * 0.6 + 4, z * 0.6, 7, 3)) + meadow
    },
    sky: (u, v) => ramp(ramps('#5f88a8', '#a9bfb4', '#eed9a8', '#f8c98a'), v * 1.55 + 0.1 * Math.sin(u * 3)),
    skin: (g) => (g.y > 0.98 + 0.12 * fbm(g.x * 2, g.z * 2, 4, 7) && g.z > 5 ? inked(rock, g, 0.3) : inked(grass, g, 0.5)),
    air: (g) => [rgb('#d8bd97'), 0.35 * smooth(3, 12, g.far)],
  }, [5, 4])
  const cow = (x: number, y: number, s: number, flip: number): string => `<g transform="translate(${x} ${y}) scale(${s * flip} ${s})" fill="#1a1620"><path d="M-62 -50C-30 -60 18 -56 44 -52L58 -50C68 -42 78 -24 86 -8L96 4C96 14 84 16 76 10L66 -2C60 -10 56 -16 50 -20L49 22H41L38 -14C32 -10 26 -10 22 -12L20 22H12L11 -10C-6 -8 -16 -6 -24 -10C-26 0 -34 0 -36 -10L-38 22H-46L-48 -14L-52 22H-60L-58 -18C-66 -28 -68 -44 -62 -50Z"/><path d="M-62 -48C-72 -36 -72 -10 -70 4L-66 4C-67 -12 -66 -30 -58 -40ZM60 -50C62 -60 72 -64 76 -62C70 -58 70 -52 68 -46ZM72 -34l14 -8 2 4 -12 10z"/><g fill="#e6d3b4"><path d="M-30 -54C-18 -58 0 -57 6 -55C10 -44 0 -30 -14 -28C-28 -30 -36 -44 -30 -54ZM84 -6L94 4C94 12 84 13 78 8ZM36 -50L48 -50C46 -38 38 -34 32 -36Z"/></g></g>`
  await lay(made, `<g transform="translate(395 800)"><path d="M-150 40V-46L6 -128L190 -46V40Z" fill="#4a2a22"/><path d="M-150 -46L6 -128L190 -46V-24L6 -100L-150 -24Z" fill="#24141a"/><path d="M-150 4H190V14H-150ZM-150 -14H190V-10H-150Z" fill="#351d1b"/><path d="M-196 -30L6 -146L232 -30L222 -18L8 -120L-186 -18Z" fill="#8d8f97"/><path d="M6 -146L232 -30L222 -18L8 -120Z" fill="#5d606e"/><path d="M-110 -26h44v34h-44zM-40 -26h44v34h-44z" fill="#ffd177"/><path d="M-89 -26h3v34h-3zM-19 -26h3v34h-3z" fill="#4a2a22"/><path d="M84 -30h40v70H84z" fill="#ffb95a"/><path d="M84 40h40l60 60H60z" fill="#ffb95a" opacity=".25"/><path d="M-60 -112v-44h24v32z" fill="#6b4438"/></g>${cow(890, 930, 1.15, 1)}${cow(1090, 872, 0.8, -1)}${cow(1250, 960, 1.35, -1)}${cow(760, 850, 0.6, 1)}`)
  return finished(made)
}

export async function seilbahn(): Promise<Canvas> {
  const tones = ramps('#12304a', '#1f4c68', '#4b7f8f', '#a9c1ae', '#f4e6c3')
  const made = painted({
    side: 10, horizon: 0.78, lens: 0.8, eye: { x: 0, y: 0.6, z: 0 }, sun: towards(-0.75, 0.5, -0.4),
    rise: (x, z) => 4.6 * smooth(2.6, 7.4, z + 0.5 * x) * (0.45 + 0.75 * worn(x * 0.7 + 5, z * 0.4 + 1, 8, 27)) + 2.3 * cone(x, z, [-2.6, 5.6], 2.3) * (0.6 + 0.6 * worn(x, z, 7, 4)),
    sky: (_, v) => ramp(ramps('#e9b45f', '#f3d08c', '#f8e6bd'), v * 1.6),
    skin: (g) => inked(tones, g, 0.35),
    air: (g) => [rgb('#e9cf98'), 0.5 * smooth(2, 9, g.far)],
  }, [5, 4])
  await lay(made, `<path d="M-20 150L1640 470M-20 172L1640 492" stroke="#14202e" stroke-width="5"/><path d="M-20 236L1640 566" stroke="#14202e" stroke-width="2.5"/>
<g transform="translate(960 345)"><path d="M-96 -26L104 14L100 30L-100 -10Z" fill="#14202e"/><g fill="#14202e"><circle cx="-78" cy="-26" r="15"/><circle cx="-34" cy="-17" r="15"/><circle cx="44" cy="-2" r="15"/><circle cx="88" cy="7" r="15"/></g><path d="M-8 4h22l14 190h-46z" fill="#1d2c3c"/><path d="M-4 4h6l-4 190h-14z" fill="#46586a"/>
<path d="M-190 190H206C222 190 232 202 232 218V410C232 440 214 456 184 456H-166C-196 456 -214 440 -214 410V218C-214 202 -204 190 -190 190Z" fill="#c23227"/><path d="M60 190H206C222 190 232 202 232 218V410C232 440 214 456 184 456H60Z" fill="#8f1f1e"/><path d="M-200 180H216V200H-200Z" fill="#e9dcc0"/>
<path d="M-186 226H-80V336H-186ZM-62 226H46V336H-62Z" fill="#f7e7b8"/><path d="M76 226H130V336H76ZM146 226H206V336H146Z" fill="#d7b574"/><path d="M-214 366H232V384H-214Z" fill="#f4ead2"/><path d="M-150 336c0 -50 10 -66 26 -66s26 16 26 66zM-30 336c0 -40 10 -56 24 -56s24 16 24 56z" fill="#2b2430"/><circle cx="-124" cy="256" r="15" fill="#2b2430"/><circle cx="-6" cy="268" r="13" fill="#2b2430"/>
<path d="M92 336c-2 -30 6 -52 34 -54c6 -14 20 -22 30 -18l8 -10 4 12c12 6 18 18 14 28c-8 4 -16 2 -22 4c-2 16 -4 26 -2 38z" fill="#2b2430"/><path d="M-20 384h-60v60h60z" fill="#a3281f"/></g>`)
  return finished(made)
}

export async function passfahrt(): Promise<Canvas> {
  const made = painted({
    side: 12, horizon: 0.2, lens: 0.86, eye: { x: 0, y: 2.2, z: 0 }, sun: towards(-0.7, 0.5, 0.35),
    rise: (x, z) => 0.25 + 0.19 * z + 0.14 * fbm(x * 0.8, z * 0.8, 6, 3) + 0.7 * smooth(1.2, 4, Math.abs(x)) * (0.4 + worn(x * 0.5, z * 0.5, 8, 6)) + 2 * smooth(7, 11, z) * worn(x * 0.4, z * 0.5 + 3, 8, 9),
    sky: (_, v) => ramp(ramps('#f0b95a', '#f7dca0'), v * 4),
    skin: (g) => {
      const light = smooth(0.05, 0.75, g.sun)
      const way = pass(g.x, g.z)
      const meadow = mix(rgb('#1f4a45'), mix(rgb('#6f9a4a'), rgb('#b5b24f'), 0.5 + fbm(g.x * 2.4, g.z * 2.4, 5, 2)), light)
      const stone = mix(rgb('#3d4a63'), rgb('#d9b48a'), light)
      const ground = mix(stone, meadow, smooth(0.62, 0.8, g.level + 0.14 * fbm(g.x * 4, g.z * 4, 4, 8)) * smooth(2.6, 1.7, g.y))
      if (way < 0.085) return mix(rgb('#8d8478'), rgb('#fff0d2'), 0.25 + 0.75 * light)
      return way < 0.11 ? mix(ground, rgb('#30393a'), 0.6) : ground
    },
    air: (g) => [rgb('#efcf95'), 1 - Math.exp(-Math.max(0, g.far - 2) * 0.06)],
  }, [4])
  await lay(made, `<g transform="translate(842 862) scale(1.25) rotate(3)"><path d="M-30 30L70 44L110 40L20 24Z" fill="#1f3c38" opacity=".5"/><g fill="none" stroke="#14202e" stroke-width="4"><circle cx="-26" cy="6" r="23"/><circle cx="38" cy="6" r="23"/><path d="M-26 6L-8 -24L24 -26L38 6M-8 -24L4 6L24 -26M-26 6H4M24 -26L30 -38" stroke="#c23227"/></g>
<path d="M-14 -28C-16 -50 0 -66 18 -68L26 -60C20 -54 22 -48 34 -40L30 -34C16 -38 10 -44 8 -50L-2 -32Z" fill="#f3efe2"/><path d="M-14 -28L0 -34L14 -14L6 8L-1 6L4 -12L-8 -20Z" fill="#14202e"/><path d="M16 -74a12 11 0 0 1 24 2l-22 6z" fill="#c23227"/><circle cx="28" cy="-66" r="8" fill="#d9a071"/></g>`)
  return finished(made)
}

/** How far a spot lies from the middle of the road over the pass. */
function pass(x: number, z: number): number {
  const turn = 1.15 + 0.05 * z
  const phase = z / 0.62
  const leg = Math.floor(phase)
  const t = phase - leg
  const swing = (1.25 + 0.1 * Math.sin(leg * 2.1)) * (leg % 2 ? 1 : -1)
  const along = -swing + 2 * swing * smooth(0.04, 0.96, t)
  return Math.min(Math.abs(x - along - 0.1) / Math.hypot(1, 3.4) * turn, Math.hypot(x - 0.1 - swing, (z - (leg + 1) * 0.62) * 1.2), Math.hypot(x - 0.1 + swing, (z - leg * 0.62) * 1.2))
}

export async function nachtzug(): Promise<Canvas> {
  const sky = ramps('#0b1a3c', '#1c3468', '#3f5c93', '#8b86a8', '#d9a79a')
  const hill = ramps('#5d6593', '#424f80', '#2c3c6b', '#1a2850', '#0e1a38')
  const made = canvas(W, H, (x, y) => {
    const u = x / W
    const moon = Math.hypot(x - 1240, y - 210)
    let colour = mix(ramp(sky, y / 760), rgb('#aebfe0'), 0.4 * smooth(420, 40, moon))
    colour = mix(colour, mix(rgb('#fff4d8'), rgb('#e3d3b0'), smooth(-0.1, 0.3, fbm(x / 40, y / 40, 4, 5))), smooth(86, 84, moon))
    for (let k = 0; k < 5; k++) {
      const ridge = worn(u * (1.6 + k * 0.55) + k * 3.1, k + 0.5, 8, 40 + k)
      const top = 640 + k * 62 - ridge * (520 - k * 70) - 180 * smooth(0.6, 0, u) * (k > 1 ? 0.7 : 0.2) - 120 * smooth(0.72, 1, u) * (k > 2 ? 1 : 0)
      if (y > top) {
        const snow = k < 2 ? 0.8 * smooth(0.02, 0.3, fbm(u * 30, y / 70, 5, k) + 0.25 - (y - top) / 260) : 0
        colour = mix(mix(ramp(hill, k / 4), rgb('#d4daf0'), snow), rgb('#a3a6c8'), 0.55 * smooth(top + 20, top + 420, y) * (1 - k * 0.16))
      }
    }
    return colour
  })
  const soft = gouache(made, 4)
  shade(soft, (x, y, c) => mix(c, rgb('#c5c9e2'), 0.62 * smooth(0, 0.55, fbm(x / 520, y / 110, 5, 23) + 0.34) * smooth(700, 980, y)))
  await lay(soft, viaduct())
  shade(soft, (x, y, c) => mix(c, rgb('#a9b0d2'), 0.7 * smooth(0.1, 0.6, fbm(x / 360 + 5, y / 100, 5, 29) + 0.3) * smooth(860, 1060, y)))
  return finished(soft)
}

function viaduct(): string {
  const deck = 600
  let arches = ''
  for (let x = -60; x < W + 100; x += 186) arches += `<path d="M${x + 26} 1090V${deck + 130}A67 78 0 0 1 ${x + 160} ${deck + 130}V1090Z"/>`
  let stones = ''
  const random = seeded(3)
  for (let k = 0; k < 420; k++) stones += `<path d="M${(random() * W).toFixed(0)} ${(deck + 30 + random() * 460).toFixed(0)}h${(14 + random() * 22).toFixed(0)}v9h-30z"/>`
  const cars = Array.from({ length: 6 }, (_, k) => {
    const x = 250 + k * 262
    const windows = Array.from({ length: 7 }, (_v, w) => `<path d="M${x + 18 + w * 33} ${deck - 62}h22v24h-22z" fill="${random() > 0.3 ? '#ffd27a' : '#3d4a76'}"/>`).join('')
    return `<path d="M${x} ${deck - 8}V${deck - 76}C${x} ${deck - 86} ${x + 8} ${deck - 90} ${x + 16} ${deck - 90}H${x + 240}C${x + 248} ${deck - 90} ${x + 256} ${deck - 86} ${x + 256} ${deck - 76}V${deck - 8}Z" fill="#16264f"/><path d="M${x} ${deck - 30}h256v7h-256z" fill="#c9a24a"/><path d="M${x + 8} ${deck - 86}h240v6h-240z" fill="#4b61a0"/>${windows}<path d="M${x + 30} ${deck - 8}h46v9h-46zM${x + 180} ${deck - 8}h46v9h-46z" fill="#070c1c"/>`
  }).join('')
  return `<defs><linearGradient id="v" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3a4572"/><stop offset="1" stop-color="#1a2448"/></linearGradient><mask id="m"><path d="M0 ${deck}H${W}V1090H0Z" fill="#fff"/><g fill="#000">${arches}</g></mask><linearGradient id="h" x1="1" x2="0"><stop offset="0" stop-color="#ffe9b0" stop-opacity=".7"/><stop offset="1" stop-color="#ffe9b0" stop-opacity="0"/></linearGradient></defs>
<g mask="url(#m)"><path d="M0 ${deck}H${W}V1090H0Z" fill="url(#v)"/><g fill="#56629a" opacity=".3">${stones}</g></g><g transform="translate(-22 0)" fill="#0a1230" opacity=".55" mask="url(#m)">${arches}</g>
<path d="M0 ${deck}H${W}v16H0z" fill="#5a669c"/><path d="M0 ${deck + 16}H${W}v8H0z" fill="#121b3a"/><path d="M20 ${deck - 50}L-260 ${deck - 110}V${deck + 20}Z" fill="url(#h)"/>${cars}
<path d="M20 ${deck - 8}L26 ${deck - 60}C30 ${deck - 80} 44 ${deck - 92} 66 ${deck - 92}H244V${deck - 8}Z" fill="#a3271f"/><path d="M34 ${deck - 62}L44 ${deck - 82}H78V${deck - 58}Z" fill="#0e1a38"/><path d="M20 ${deck - 26}h224v6H20z" fill="#f2e2c0"/><circle cx="32" cy="${deck - 40}" r="8" fill="#fff6d0"/><path d="M60 ${deck - 8}h50v9H60zM170 ${deck - 8}h50v9h-50z" fill="#070c1c"/><path d="M150 ${deck - 92}l26 -34h-40l26 34M110 ${deck - 126}h96" stroke="#0e1a38" stroke-width="4" fill="none"/>
<path d="M0 ${deck - 128}H${W}" stroke="#0e1a38" stroke-width="1.6" opacity=".8"/>${[120, 560, 1000, 1440].map((x) => `<path d="M${x + 66} ${deck}v-160h5v160zM${x + 20} ${deck - 150}h50v4h-50z" fill="#0e1a38"/>`).join('')}`
}
