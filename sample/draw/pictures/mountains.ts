import type { Canvas, Rgb } from '../canvas.ts'
import { lay, mix, ramp, ramps, rgb } from '../canvas.ts'
import { fbm, noise, seeded, smooth, worn } from '../noise.ts'
import type { Ground } from '../terrain.ts'
import { cone, finished, painted, shades, snowAndRock, towards } from './land.ts'

export async function gletscher(): Promise<Canvas> {
  const sky = ramps('#0f2f5c', '#2a5f97', '#7fb0cf', '#f3dcc0')
  const skin = shades('#fff3e0', '#5d86b8', '#8a7468', '#2b3d5c', 0.68)
  const made = painted({
    side: 14, horizon: 0.52, lens: 0.95, eye: { x: 0, y: 1.12, z: 0 }, sun: towards(-0.8, 0.4, 0.2),
    rise: (x, z) => {
      const saddle = 0.6 * (0.55 + 0.25 * smooth(0, 5, z) + 0.3 * smooth(0.4, 3, Math.abs(x + 0.4)) * smooth(1, 4, z))
      const peaks = 2.9 * cone(x, z, [1.3, 8.4], 3.6) ** 1.15 + 1.9 * cone(x, z, [-3.4, 9.6], 3.4) + 1.4 * cone(x, z, [5, 9], 2.6)
      const forms = worn(x * 0.5 + 3, z * 0.5, 9, 7)
      return saddle + peaks * (0.5 + 0.66 * forms) + forms * 0.3 * smooth(2.5, 6, z) + fbm(x * 1.2, z * 3, 4, 2) * 0.05
    },
    sky: (_, v) => ramp(sky, v * 1.75),
    skin: (g) => snowAndRock(g, skin),
    air: (g) => [rgb('#a9c6dc'), 1 - Math.exp(-g.far * 0.04)],
  })
  const tent = (x: number, y: number, s: number): string => `<g transform="translate(${x} ${y}) scale(${s})">
<path d="M-6 0C30 -6 120 -4 190 6L60 14Z" fill="#3f6797" opacity=".75"/>
<path d="M-40 0C-38 -46 -18 -60 4 -60C26 -60 42 -40 44 0Z" fill="#e2622a"/><path d="M-40 0C-38 -46 -18 -60 4 -60C-8 -44 -14 -24 -14 0Z" fill="#ffab5c"/>
<path d="M4 -60C10 -40 14 -20 14 0H44C42 -40 26 -60 4 -60Z" fill="#a83c1c"/><path d="M-6 0C-5 -18 -1 -28 4 -34C8 -24 10 -14 10 0Z" fill="#4a1c18"/></g>`
  await lay(made, tent(560, 860, 0.62) + tent(655, 838, 0.5) + tent(470, 826, 0.46) + tent(745, 862, 0.56) + tent(585, 800, 0.36))
  return finished(made)
}

const arch = (x: number): number => 3.5 - 0.2 * x * x
const crest = 1.02

export async function staumauer(): Promise<Canvas> {
  const sky = ramps('#3d6f9e', '#8fb6cd', '#e9d9bd', '#f6d9a6')
  const snow = shades('#fff1dc', '#6f8fb3', '#8d7c6d', '#39475a', 0.56)
  const onDam = (g: Ground): boolean => g.y < crest + 0.01 && Math.abs(g.z - arch(g.x)) < 0.07 + (crest - g.y) * 0.16 && Math.abs(g.x) < 1.75
  const made = painted({
    side: 12, horizon: 0.3, lens: 0.86, eye: { x: -0.25, y: 1.72, z: 0 }, sun: towards(-0.75, 0.55, -0.28),
    rise: (x, z) => {
      const bed = 0.05 + 0.1 * fbm(x * 2, z * 2, 4, 3)
      const gate = 0.85 * smooth(0.85, 1.75, Math.abs(x)) * Math.exp(-(((z - 3.1) / 0.75) ** 2))
      const flank = gate + 1.25 * smooth(0.35, 2.3, Math.abs(x + 0.16 * Math.sin(z * 0.9))) ** 1.1
      const peaks = 3 * cone(x, z, [0.9, 9.8], 3.4) + 2.2 * cone(x, z, [-2.6, 9], 3) + 2.2 * cone(x, z, [4.2, 8.6], 3) + 1.5 * cone(x, z, [-4.6, 6], 2.6)
      const forms = worn(x * 0.55 + 9, z * 0.55 + 2, 9, 5)
      const land = bed + flank * (0.55 + 0.75 * forms) + peaks * (0.5 + 0.62 * forms)
      const gap = z - arch(x)
      if (Math.abs(x) < 1.75 && Math.abs(gap) < 0.045) return Math.max(land, crest)
      if (Math.abs(x) < 1.75 && gap < 0 && gap > -0.2) return Math.max(land, crest - (-gap - 0.045) * 6.2)
      return gap > 0 && z < 8 ? Math.max(land, 0.93) : land
    },
    sky: (u, v) => mix(ramp(sky, v * 3), rgb('#fff7e8'), 0.5 * smooth(0.1, 0.6, fbm(u * 3, v * 11, 5, 4) + 0.15)),
    skin: (g) => {
      if (onDam(g)) return concrete(g)
      if (g.z > arch(g.x) && g.y < 0.935) return mix(rgb('#1c5c74'), rgb('#7fb7bd'), smooth(3, 8, g.far) + 0.16 * noise(g.x * 3, g.z * 18, 2))
      const forest = smooth(1.5, 0.7, g.y + fbm(g.x * 3, g.z * 3, 4, 6) * (0.25 + 0.55 * smooth(3, 6, g.z)))
      const trees = mix(rgb('#20362f'), rgb('#6d7d45'), smooth(0.1, 0.9, g.sun) * (0.7 + 0.6 * fbm(g.x * 20, g.z * 20, 3, 4)))
      return mix(snowAndRock(g, snow), trees, forest)
    },
    air: (g) => [rgb('#c3d0d3'), 1 - Math.exp(-Math.max(0, g.far - 1.5) * 0.075)],
  })
  const gates = Array.from({ length: 7 }, (_, k) => `<path d="M${740 + k * 52} ${646 + ((k - 3.2) * (k - 3.2)) / 3}h30v30h-30z" fill="#27323f"/><path d="M${740 + k * 52} ${646 + ((k - 3.2) * (k - 3.2)) / 3}h30v6h-30z" fill="#111924"/><path d="M${736 + k * 52} ${676 + ((k - 3.2) * (k - 3.2)) / 3}h38v5h-38z" fill="#fff3da" opacity=".8"/>`).join('')
  await lay(made, `<path d="M263 654Q911 572 1560 645" fill="none" stroke="#4b4a4c" stroke-width="4" opacity=".7"/>${gates}`)
  return finished(made)
}

/** The wall's face: its light is reckoned from its curve, because its shade must be smooth. */
function concrete(g: Ground): Rgb {
  const below = crest - g.y
  if (g.level > 0.9) return mix(rgb('#b9ae9c'), rgb('#fff4dd'), smooth(-1.6, 0.6, g.x))
  const shade = smooth(0.06, -0.06, g.x + 1.02 - below * 1.05 + 0.03 * noise(g.y * 9, 1, 3))
  const light = (0.42 + 0.58 * smooth(-1.4, 1.3, g.x)) * (1 - 0.62 * shade)
  const joint = Math.abs(((g.x * 7.2 + 50) % 1) - 0.5) > 0.462 ? 0.8 : 1
  const lift = Math.abs(((g.y * 11) % 1) - 0.5) > 0.45 ? 0.93 : 1
  const streaks = 1 + 0.08 * noise(g.x * 15, g.y * 1.1, 4) + 0.05 * noise(g.x * 7, g.y * 8, 9) - 0.16 * smooth(0.5, 0.05, g.y)
  const base = mix(rgb('#41506a'), rgb('#f6e8cf'), light)
  const d = joint * lift * streaks
  return [base[0] * d, base[1] * d, base[2] * d]
}

export function tafelberge(): Canvas {
  const sky = ramps('#2f4b7c', '#7d6f94', '#e59a76', '#ffd79a')
  const river = (z: number): number => 0.9 * Math.sin(z * 1.15 + 0.6) * (0.35 + z * 0.12) - 0.1
  const bands = ramps('#8e3b26', '#c9653a', '#a84a2c', '#e08a52', '#93402a', '#d67845')
  return finished(painted({
    side: 16, horizon: 0.44, lens: 0.9, eye: { x: 0, y: 0.85, z: 0 }, sun: towards(-0.86, 0.3, 0.05),
    rise: (x, z) => {
      const shape = fbm(x * 0.42 + 2.4, z * 0.36 + 5.6, 5, 11) + 0.5 * smooth(3, 9, z) - 0.42 + 0.1 * smooth(0.5, 3, Math.abs(x - river(z)))
      const mesa = 0.95 * smooth(0.1, 0.16, shape) + 0.4 * smooth(-0.02, 0.12, shape) + 0.5 * smooth(0.3, 0.34, shape)
      const near = smooth(2.6, 4.2, z) * smooth(0.5, 1.3, Math.abs(x - river(z)))
      return mesa * near + 0.03 * fbm(x * 4, z * 4, 4, 2) - 0.05 * smooth(0.16, 0.05, Math.abs(x - river(z)))
    },
    sky: (u, v) => mix(ramp(sky, v * 2.3), rgb('#ffb98a'), 0.6 * smooth(0.12, 0.5, fbm(u * 2.2, v * 16, 5, 8) + 0.05)),
    skin: (g) => {
      const bank = Math.abs(g.x - river(g.z))
      if (bank < 0.1 + 0.03 * noise(g.z * 6, 0, 3)) return mix(rgb('#f2b488'), rgb('#6f8fb0'), smooth(0.6, 3.5, g.far) * 0.75)
      const green = smooth(0.42, 0.14, bank + 0.16 * fbm(g.x * 5, g.z * 5, 3, 7))
      const strata = ramp(bands, (g.y * 4.3 + 0.12 * noise(g.x, g.z, 3)) % 1)
      const ground = mix(mix(rgb('#b8673f'), rgb('#dd9a5e'), 0.5 + fbm(g.x * 3, g.z * 6, 4, 5)), rgb('#5c6b3f'), green * 0.9)
      const stone = mix(strata, ground, smooth(0.55, 0.85, g.level))
      const light = smooth(0, 0.7, g.sun)
      return mix(mix(stone, rgb('#2c2450'), 0.62), mix(stone, rgb('#ffd29a'), 0.22), light)
    },
    air: (g) => [rgb('#d9977c'), 1 - Math.exp(-g.far * 0.05)],
  }))
}

export async function nebelmeer(): Promise<Canvas> {
  const sky = ramps('#3f78b0', '#8db8d8', '#f3d9b4', '#ffe9c4')
  const level = 0.62
  const made = painted({
    side: 20, horizon: 0.36, lens: 0.95, eye: { x: 0, y: 1.25, z: 0 }, sun: towards(0.75, 0.28, 0.35),
    rise: (x, z) => {
      const bumps = 0.75 * cone(x, z, [-1.9, 3.2], 1.9) + 0.62 * cone(x, z, [2.3, 4.6], 1.7) + 0.6 * cone(x, z, [-0.6, 7], 2.2) + 0.7 * cone(x, z, [5.4, 8], 2.6) + 0.7 * cone(x, z, [-5.5, 9], 3)
      const hills = 0.3 + bumps * (0.9 + 1.1 * worn(x * 0.7 + 7, z * 0.7 + 4, 8, 9)) + 0.12 * fbm(x, z, 5, 3)
      const alps = 3.1 * smooth(12.5, 18.5, z) ** 1.6 * (0.25 + worn(x * 0.5, z * 0.5, 8, 21))
      const fog = level + 0.05 * fbm(x * 1.1, z * 2.4, 5, 31) + 0.03 * Math.sin(z * 2.2 + x)
      return Math.max(hills + alps - 0.12, fog)
    },
    sky: (u, v) => mix(ramp(sky, v * 2.7), rgb('#fff6de'), smooth(0.5, 0, Math.hypot(u - 0.86, (v - 0.2) * 0.8))),
    skin: (g) => {
      const bank = smooth(10.5, 13, g.z)
      const fog = smooth(0.1 + 0.4 * bank, 0.015, g.y - level - 0.05 * fbm(g.x * 1.1, g.z * 2.4, 5, 31))
      const light = smooth(0.02, 0.5, g.sun)
      const forest = mix(rgb('#23394a'), rgb('#76734a'), light * (0.8 + fbm(g.x * 16, g.z * 16, 3, 2)))
      const snow = mix(rgb('#8fa9c6'), rgb('#fff0d6'), light)
      const land = mix(forest, snow, Math.max(bank, smooth(0.95, 1.1, g.y) * smooth(10, 13, g.z)))
      return mix(land, mix(rgb('#b9cbe0'), rgb('#fff8ea'), smooth(0.12, 0.42, g.sun)), fog)
    },
    air: (g) => [rgb('#d6dde2'), 1 - Math.exp(-g.far * 0.05)],
  })
  await lay(made, '<g fill="#40566b"><path d="M1146 452l5 -150h6l5 150z"/><path d="M1142 372h24l-4 20h-16z"/><path d="M1153 246h2v60h-2z"/></g><path d="M1153 242h3v20h-3z" fill="#c8402f"/>')
  return finished(made)
}

export async function talWinter(): Promise<Canvas> {
  const sky = ramps('#14264d', '#2e4d83', '#7a86b0', '#e9b5a0')
  const skin = shades('#a9bce0', '#33528a', '#3c4a6b', '#1a2848', 0.6)
  const made = painted({
    side: 13, horizon: 0.36, lens: 0.9, eye: { x: 0.1, y: 1.45, z: 0 }, sun: towards(0.5, 0.7, -0.2),
    rise: (x, z) => {
      const bend = x + 0.5 * Math.sin(z * 0.6)
      const forms = worn(x * 0.5 + 1, z * 0.5 + 6, 9, 13)
      return 0.12 * fbm(x, z, 4, 1) + 1.9 * smooth(0.6, 3, Math.abs(bend)) * (0.45 + 0.8 * forms) + 2.8 * cone(x, z, [-0.6, 11], 4) * (0.5 + 0.7 * forms)
    },
    sky: (_, v) => ramp(sky, v * 2.9),
    skin: (g) => {
      const trees = smooth(0.1, 0.3, fbm(g.x * 2.2, g.z * 2.2, 5, 5)) * smooth(1.35, 0.8, g.y) * smooth(0.12, 0.3, g.y)
      return mix(snowAndRock(g, skin), mix(rgb('#0d1a33'), rgb('#25406b'), 0.5 + fbm(g.x * 25, g.z * 25, 3, 3)), trees)
    },
    air: (g) => [rgb('#5f74a8'), 1 - Math.exp(-g.far * 0.06)],
  })
  await lay(made, village())
  return finished(made)
}

/** Houses with snow on their roofs; one of them, nearer, has its light on. */
function village(): string {
  const random = seeded(12)
  const house = (x: number, y: number, s: number, lit: number): string => `<g transform="translate(${x} ${y}) scale(${s})">
<ellipse cx="0" cy="2" rx="70" ry="14" fill="#ffb45a" opacity="${lit * 0.35}"/><path d="M-34 0V-34L0 -60L34 -34V0Z" fill="#1b2542"/><path d="M0 -60L34 -34V0H4Z" fill="#131b33"/>
<path d="M-44 -30L0 -66L44 -30L38 -24L0 -54L-38 -24Z" fill="#c3d2ee"/>
${lit > 0.2 ? '<path d="M-24 -26h14v14h-14zM10 -26h14v14h-14z" fill="#ffcf74"/>' : ''}</g>`
  const at = Array.from({ length: 26 }, () => ({ x: 690 + (random() - 0.5) * 620, y: 700 + random() * 150, lit: random() }))
  at.sort((a, b) => a.y - b.y)
  const spire = '<g transform="translate(640 735)"><path d="M-14 0V-80L0 -150L14 -80V0Z" fill="#1b2542"/><path d="M0 -150L14 -80V0H2Z" fill="#121a30"/><path d="M-5 -60h10v14h-10z" fill="#ffcf74"/></g>'
  return spire + at.map((one) => house(one.x, one.y, 0.35 + (one.y - 690) / 330, one.lit > 0.45 ? 1 : 0)).join('') + house(930, 930, 1.3, 1)
}
