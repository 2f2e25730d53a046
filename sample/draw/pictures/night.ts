import type { Canvas } from '../canvas.ts'
import { canvas, lay, mix, ramp, ramps, rgb, shade } from '../canvas.ts'
import { gouache } from '../brush.ts'
import { clamp, fbm, noise, seeded, smooth } from '../noise.ts'
import { H, W, finished } from './land.ts'

/** Four hours of stars around the pole. */
export async function sternwarte(): Promise<Canvas> {
  const random = seeded(77)
  const made = canvas(W, H, (x, y) => mix(ramp(ramps('#0a1230', '#16285a', '#3d4f86', '#c98a78', '#f3bb7c'), (y / H) ** 1.5 * 1.12), rgb('#2c4a8a'), 0.4 * smooth(0.9, 0.1, Math.hypot(x - 560, y - 330) / 1000)))
  const tint = ['#ffffff', '#cfe0ff', '#ffe2bd', '#a9c6ff', '#ffd0a0']
  let trails = ''
  for (let k = 0; k < 520; k++) {
    const r = 18 + Math.sqrt(random()) * 1350
    const from = random() * Math.PI * 2
    const to = from + 0.72 + random() * 0.2
    const dot = (a: number): string => `${(560 + r * Math.cos(a)).toFixed(1)} ${(330 + r * Math.sin(a)).toFixed(1)}`
    trails += `<path d="M${dot(from)}A${r.toFixed(1)} ${r.toFixed(1)} 0 0 1 ${dot(to)}" stroke="${tint[k % 5]}" stroke-width="${(0.9 + random() ** 3 * 3).toFixed(1)}" opacity="${(0.16 + random() ** 2 * 0.7).toFixed(2)}"/>`
  }
  await lay(made, `<g fill="none" stroke-linecap="round">${trails}</g><circle cx="560" cy="330" r="4" fill="#fff"/>`)
  const hill = Array.from({ length: 163 }, (_, i) => `${i * 10} ${(930 - 190 * smooth(700, 1180, i * 10) * smooth(1720, 1220, i * 10) - 26 * fbm(i / 9, 1, 5, 3) - (i % 2) * 5 * (noise(i, 3, 2) + 1)).toFixed(0)}`).join('L')
  const back = Array.from({ length: 82 }, (_, i) => `${i * 20} ${(905 - 120 * Math.abs(fbm(i / 13, 4, 6, 8)) - 40).toFixed(0)}`).join('L')
  await lay(made, `<path d="M${back}V1080H0Z" fill="#4a3d5e" opacity=".85"/><path d="M${hill}V1080H0Z" fill="#0a0d1c"/>
<g transform="translate(1210 742)"><path d="M-92 30V-40H92V30Z" fill="#1c2038"/><path d="M-92 -40C-92 -104 -52 -144 0 -144S92 -104 92 -40Z" fill="#39415f"/><path d="M0 -144C52 -144 92 -104 92 -40H28C28 -90 20 -124 0 -144Z" fill="#232945"/>
<path d="M-62 -40C-66 -84 -44 -122 -22 -140L8 -144C-18 -116 -30 -84 -30 -40Z" fill="#ff9d4a"/><path d="M-48 -56L-84 -148L-64 -156L-34 -70Z" fill="#0a0d1c"/><path d="M-92 -46H92V-38H-92Z" fill="#0a0d1c"/><path d="M40 -20h22v50H40z" fill="#ffb866"/><path d="M40 30h22l40 22H10z" fill="#ffb866" opacity=".25"/></g>
<g transform="translate(1040 806)" fill="#05070f"><path d="M-8 20C-10 -8 -8 -18 0 -20S10 -8 8 20Z"/><circle cx="0" cy="-28" r="8"/><path d="M22 20v-12l6 -8h16l8 -7 2 6-4 8v13h-4v-11h-14v11z"/></g>`)
  return finished(made)
}

export async function stadtNacht(): Promise<Canvas> {
  const random = seeded(21)
  const made = canvas(W, H, (x, y) => {
    const u = x / W
    const band = (y / H - 0.42 + u * 0.5 - 0.14) * 1.9
    const dust = fbm(u * 5, (y / H) * 5, 7, 4)
    const milky = Math.exp(-band * band * 14) * (0.5 + 0.9 * dust) - 0.5 * Math.exp(-((band + 0.03) ** 2) * 240) * smooth(-0.1, 0.4, fbm(u * 9, (y / H) * 7, 5, 9))
    const sky = ramp(ramps('#060b1e', '#0e1c40', '#23407a', '#55639a'), (y / H) * 1.25)
    return mix(sky, mix(rgb('#7d86c8'), rgb('#ffe3c8'), clamp(milky)), clamp(milky * 0.95))
  })
  const stars = Array.from({ length: 1100 }, () => `<circle cx="${(random() * W).toFixed(0)}" cy="${(random() ** 1.2 * 760).toFixed(0)}" r="${(0.5 + random() ** 6 * 2.2).toFixed(1)}" opacity="${(0.3 + random() * 0.7).toFixed(2)}"/>`).join('')
  await lay(made, `<g fill="#fff8ea">${stars}</g>`)
  let roofs = ''
  for (let row = 0; row < 5; row++) {
    const base = 780 + row * 78
    const tone = ramp(ramps('#3b4a7c', '#29345f', '#1a2246', '#10162f', '#090c1c'), row / 4)
    const fill = (d: number): string => `rgb(${tone.map((c) => Math.round(c * 255 * d)).join(' ')})`
    if (row === 1) roofs += tower(430, base, 'rgb(38 48 88)') 
    for (let x = -60 - random() * 60; x < W; ) {
      const wide = 90 + random() * 100 + row * 22
      const rise = 60 + random() * 60 + row * 10
      const top = base - random() * 70
      roofs += `<path d="M${x} 1080V${top}L${x + wide * 0.5} ${top - rise}L${x + wide} ${top}V1080Z" fill="${fill(1)}"/><path d="M${x + wide * 0.5} ${top - rise}L${x + wide} ${top}V1080H${x + wide * 0.55}Z" fill="${fill(0.72)}"/><path d="M${x + wide * 0.24} ${top - rise * 0.3}v${-rise * 0.55}h${wide * 0.1}v${rise * 0.35}z" fill="${fill(0.85)}"/>`
      for (let k = 0; k < 4; k++) if (random() < 0.2 + row * 0.05) roofs += `<path d="M${x + wide * (0.12 + 0.21 * k)} ${top - rise * (k === 1 || k === 2 ? 0.2 : -0.1) + random() * 10}h${9 + row * 2}v${14 + row * 3}h${-9 - row * 2}z" fill="${random() > 0.25 ? '#ffc860' : '#ffe9b8'}"/>`
      x += wide * 0.86
    }
    if (row === 2) roofs += tower(1180, base + 20, 'rgb(22 28 58)')
  }
  await lay(made, roofs)
  await lay(made, '<defs><radialGradient id="s"><stop offset="0" stop-color="#ffce7a" stop-opacity=".28"/><stop offset="1" stop-color="#ffce7a" stop-opacity="0"/></radialGradient></defs><ellipse cx="760" cy="960" rx="620" ry="170" fill="url(#s)"/>', 'screen')
  return finished(made)
}

const tower = (x: number, y: number, fill: string): string => `<path d="M${x - 34} 1080V${y - 190}L${x - 40} ${y - 196}L${x} ${y - 400}L${x + 40} ${y - 196}L${x + 34} ${y - 190}V1080Z" fill="${fill}"/><path d="M${x} ${y - 400}L${x + 40} ${y - 196}L${x + 34} ${y - 190}V1080H${x + 6}Z" fill="#000" opacity=".28"/><circle cx="${x - 4}" cy="${y - 140}" r="19" fill="#ffe0a0"/><path d="M${x - 5} ${y - 153}h2.5v13l8 6-1.600 2-8.900-7z" fill="${fill}"/>`

export async function wolf(): Promise<Canvas> {
  const random = seeded(5)
  const made = canvas(W, H, (x, y) => {
    const light = smooth(1.0, 0.05, Math.hypot((x - 830) / 1.15, y - 560) / 820)
    const fog = 0.5 + 0.7 * fbm(x / 420, y / 160, 5, 6)
    return mix(ramp(ramps('#0b1c22', '#1d3f43', '#5f8a80', '#d3dfc4'), light * (0.75 + 0.35 * fog)), rgb('#eef0d4'), 0.3 * light * smooth(0.3, 0.9, fog))
  })
  const layers = ramps('#86a79a', '#4f7a74', '#2a4f51', '#132d33', '#07151a')
  for (let depth = 0; depth < 5; depth++) {
    const tone = `rgb(${(layers[depth] ?? [0, 0, 0]).map((c) => Math.round(c * 255)).join(' ')})`
    const count = [34, 22, 13, 8, 5][depth] ?? 0
    let trunks = ''
    for (let k = 0; k < count; k++) {
      const wide = [10, 18, 32, 58, 120][depth] ?? 10
      let x = ((k + random() * 0.8) / count) * (W + 160) - 80
      if (depth > 1 && x > 600 && x < 1060) x += x < 830 ? -300 : 320
      const w = wide * (0.7 + random() * 0.6)
      const lean = (random() - 0.5) * 30
      trunks += `<path d="M${x - w / 2} 1080L${x - w * 0.4 + lean} -10H${x + w * 0.4 + lean}L${x + w / 2} 1080Z"/>`
      for (let b = 0; b < 7; b++) {
        const y = 40 + random() * 640
        const s = random() > 0.5 ? 1 : -1
        const l = w * (0.8 + random() * 1.6) + 24
        trunks += `<path d="M${x} ${y}q${s * l * 0.5} ${-l * 0.1} ${s * l} ${l * 0.28}q${-s * l * 0.5} ${-l * 0.16} ${-s * l} ${-l * 0.1}z"/>`
      }
    }
    const floor = 800 + depth * 52
    const ground = Array.from({ length: 41 }, (_, i) => `${i * 41} ${(floor + 26 * fbm(i / 5, depth * 3, 4, 12)).toFixed(0)}`).join('L')
    await lay(made, `<g fill="${tone}">${trunks}<path d="M${ground}V1080H0Z"/></g>${depth === 2 ? beast() : ''}`)
    if (depth < 4) shade(made, (x, y, c) => mix(c, rgb('#b9cdb8'), 0.2 * smooth(0.1, 0.6, fbm(x / 300 + depth, y / 110, 5, depth)) * smooth(0.25, 0.75, y / H)))
  }
  return finished(gouache(made, 3))
}

/** A wolf from the front. */
const beast = (): string => `<g transform="translate(836 905) scale(1.42)" fill="#0a1c20">
<path d="M-52 4C-56 -40 -58 -84 -48 -118C-44 -136 -30 -150 -26 -158C-34 -172 -36 -190 -31 -206C-33 -222 -31 -240 -25 -256C-14 -248 -8 -238 -5 -229C-2 -230 6 -230 9 -229C12 -238 18 -248 29 -256C35 -240 37 -222 35 -206C40 -190 38 -172 30 -158C36 -150 48 -136 52 -118C62 -84 58 -40 54 4H36C38 -30 36 -52 28 -70C24 -40 24 -20 24 6H8C9 -20 8 -40 2 -58C-4 -40 -5 -20 -4 6H-20C-20 -20 -20 -40 -24 -70C-32 -52 -36 -30 -34 4Z"/>
<path d="M-14 -168C-8 -160 12 -160 18 -168L9 -146C6 -141 -2 -141 -5 -146Z" fill="#1d3a3e"/><path d="M-48 -118C-30 -100 -20 -84 2 -80C24 -84 34 -100 52 -118C50 -96 36 -70 2 -62C-32 -70 -46 -96 -48 -118Z" fill="#16333a"/>
<path d="M-20 -196q8 -7 15 3q-9 4 -15 -3zM24 -196q-8 -7 -15 3q9 4 15 -3z" fill="#ffe27a"/><path d="M-22 -244c6 6 10 14 12 22l-14 6c-1 -10 0 -20 2 -28zM26 -244c-6 6 -10 14 -12 22l14 6c1 -10 0 -20 -2 -28z" fill="#24484c"/></g>`

export async function buehne(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const floor = y > 720
    const fold = floor ? noise(x / 190, y / 7, 3) * 0.05 : Math.sin(x / 21 + 2.2 * noise(x / 170, 0, 4)) * 0.5 + 0.5 * noise(x / 44, y / 900, 8)
    const wall = ramp(ramps('#120309', '#3a0710', '#78101c', '#a91f26'), 0.36 + fold * 0.26 - (y < 720 ? smooth(300, 0, y) * 0.2 : 0))
    const boards = mix(ramp(ramps('#3d1414', '#1a0709'), (y - 720) / 360), rgb('#000'), Math.abs((((x - 810) / (0.35 + (y - 640) / 420)) / 92) % 1) < 0.035 ? 0.5 : 0)
    const far = smooth(1.05, 0.1, Math.hypot((x - 900) / 1.2, y - 620) / 760)
    const c = floor ? boards : wall
    return [c[0] * (0.18 + 0.9 * far), c[1] * (0.18 + 0.9 * far), c[2] * (0.25 + 0.8 * far)]
  })
  shade(made, (x, y, c) => {
    const t = (y + 120) / 1000
    const centre = 560 + t * 360
    const half = 20 + t * 250
    const edge = y < 850 ? smooth(half * 1.04, half * 0.93, Math.abs(x - centre)) : 0
    const pool = smooth(1.04, 0.96, Math.hypot((x - 905) / 300, (y - 866) / 92))
    const haze = edge * (0.34 - 0.2 * t + 0.12 * fbm(x / 130, y / 130, 4, 3)) * (y < 866 ? 1 : 0)
    const lit = mix(c, rgb('#ffe0a3'), Math.max(0, haze))
    return mix(lit, mix(rgb('#ffd992'), rgb('#ffbc6a'), noise(x / 220, y / 9, 5) * 0.5 + 0.5), pool * 0.9)
  })
  await lay(made, `<path d="M884 872L1240 1010L1350 990L1000 868Z M1130 968L1330 1080H1400L1190 956Z" fill="#240608" opacity=".72"/>
<g fill="#1b0508"><path d="M826 620h12l10 250h-14zM974 620h12l-2 262h-14zM836 740h140l34 30H832zM836 768l-2 146h-14l2 -146zM1010 768l8 158h-14l-10 -158z"/><path d="M830 636h150v20H830zM830 672h150v14H830zM832 700h148v12H832z"/></g><path d="M836 740h140l34 30H832z" fill="#8c2a1c"/><path d="M826 620h5l8 120h-6z" fill="#ffdf9f" opacity=".8"/><path d="M836 740h60l10 8h-68z" fill="#ffdf9f" opacity=".55"/>`)
  const heads = Array.from({ length: 14 }, (_, i) => `<g transform="translate(${40 + i * 122} ${1046 + ((i * 37) % 26)})"><ellipse cx="0" cy="-4" rx="34" ry="42"/><path d="M-70 90C-66 36 -30 34 0 34S66 36 70 90Z"/></g>`).join('')
  await lay(made, `<g fill="#060104">${heads}</g>`)
  return finished(made)
}
