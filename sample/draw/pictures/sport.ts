import type { Canvas } from '../canvas.ts'
import { canvas, lay, mix, ramp, ramps, rgb } from '../canvas.ts'
import { fbm, noise, seeded, smooth } from '../noise.ts'
import { H, W, finished } from './land.ts'

export async function abfahrt(): Promise<Canvas> {
  const random = seeded(31)
  const made = canvas(W, H, (x, y) => {
    const u = x / W
    let c = ramp(ramps('#0f4c81', '#2f7fb5', '#8fc3dc', '#dcecf0'), y / 780)
    const far = 560 - 250 * Math.abs(noise(u * 2.6, 2, 4)) - 120 * fbm(u * 7, 2, 5, 8) - 60
    if (y > far) c = mix(mix(rgb('#5d95bf'), rgb('#e9f2f6'), smooth(-0.05, 0.05, noise(x / 60 + y / 60, y / 90 - x / 200, 5))), rgb('#b9dbe8'), smooth(far, far + 420, y))
    const piste = 520 + (x - 300) * 0.36 + 26 * Math.sin(x / 260)
    if (y > piste) c = mix(mix(rgb('#ffffff'), rgb('#bcd6ea'), smooth(0, 420, y - piste)), rgb('#7fb0d4'), 0.5 * smooth(0.1, 0.3, noise((x - y * 0.2) / 320, (y - x * 0.36) / 26, 9)))
    return c
  })
  let spray = ''
  for (let k = 0; k < 900; k++) {
    const t = random() ** 0.7
    const spread = (random() - 0.5) * (40 + t * 300)
    const x = 640 - t * 640 + random() * 40
    const y = 668 - t * 200 + spread - t * 60
    spray += `<circle cx="${x.toFixed(0)}" cy="${y.toFixed(0)}" r="${(2 + random() ** 3 * 17 * (1 - t * 0.5)).toFixed(1)}" opacity="${(0.2 + random() * 0.75).toFixed(2)}"/>`
  }
  await lay(made, `<g fill="#fff">${spray}</g><g transform="translate(1330 560)"><path d="M-4 -190h8v330h-8z" fill="#14202e"/><path d="M4 -190L150 -150V-30L4 -60Z" fill="#d8322a"/><path d="M4 -150L150 -106V-80L4 -122Z" fill="#a71f20"/></g>
<path d="M520 870C700 860 1000 930 1150 990L1080 1006C900 950 700 900 520 870Z" fill="#3f78a8" opacity=".45"/>`)
  await lay(made, skier())
  await lay(made, '<g stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".6"><path d="M560 250L200 120M500 330L80 190M620 190L420 116"/></g>')
  return finished(made)
}

/** A racer in her tuck, made of few planes. */
const skier = (): string => `<g transform="translate(800 600) rotate(19) scale(1.5)">
<path d="M-290 150H230C262 150 286 140 300 120L308 126C296 152 268 164 232 164H-290Z" fill="#14202e"/><path d="M-290 150H230V155H-290Z" fill="#f2b632"/>
<path d="M-250 186H250C282 186 306 176 320 156L328 162C316 188 288 200 252 200H-250Z" fill="#0b1420"/><path d="M-250 186H250V191H-250Z" fill="#d99a20"/>
<path d="M-34 150L-50 96C-52 84 -40 74 -28 78L10 92C18 96 20 104 16 112L24 150Z" fill="#e8e4da"/><path d="M6 186L-10 132C-12 120 0 110 12 114L50 128C58 132 60 140 56 148L64 186Z" fill="#c9c3b6"/>
<path d="M-44 100L-6 110L86 72C104 62 104 36 88 22L60 6Z" fill="#a3271f"/><path d="M-4 134L34 146L120 98C136 86 138 60 120 50L86 24Z" fill="#7c1a1a"/>
<path d="M84 78C100 66 104 40 88 22C60 0 -60 -40 -110 -34C-150 -30 -168 0 -150 26C-134 46 -40 60 20 78C46 86 68 88 84 78Z" fill="#d8322a"/><path d="M-150 26C-134 46 -40 60 20 78C46 86 68 88 84 78C60 64 -60 20 -150 26Z" fill="#8f1f1e"/>
<path d="M-150 24C-176 -20 -160 -66 -110 -84C-50 -106 60 -122 118 -110C142 -104 150 -84 138 -66C110 -40 -20 6 -90 36C-116 46 -138 44 -150 24Z" fill="#e8463a"/><path d="M-150 24C-138 44 -116 46 -90 36C-20 6 110 -40 138 -66C146 -78 146 -92 138 -100C100 -60 -60 0 -150 24Z" fill="#b3282a"/>
<path d="M-118 -76C-70 -98 20 -112 80 -112L70 -88C20 -86 -60 -70 -104 -48Z" fill="#fff4e2"/>
<path d="M96 -78C110 -92 134 -90 142 -76L214 -30C224 -22 222 -8 210 -6L190 -4C150 -20 116 -40 98 -58Z" fill="#8f1f1e"/><path d="M196 -34C212 -44 232 -34 230 -18C228 -4 208 2 196 -4Z" fill="#14202e"/>
<path d="M216 -22L-40 -4L-250 -70L-254 -62L-40 8L218 -12Z" fill="#14202e"/><path d="M-250 -74l-14 20 -4 -20z" fill="#14202e"/>
<path d="M104 -120C104 -162 136 -188 176 -184C212 -180 232 -150 226 -116L214 -92C180 -78 132 -82 108 -96Z" fill="#f7f2e6"/><path d="M104 -120C104 -162 136 -188 176 -184C148 -170 132 -136 134 -84C122 -86 112 -90 108 -96Z" fill="#d8322a"/><path d="M176 -146C200 -150 222 -142 228 -130L226 -108C206 -100 184 -104 172 -114Z" fill="#14202e"/><path d="M184 -140C200 -143 216 -138 222 -130L220 -124C206 -132 194 -132 182 -130Z" fill="#6fb6d9"/></g>`

export async function achter(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const along = x * 0.86 - y * 0.5
    const across = x * 0.5 + y * 0.86
    const swell = fbm(along / 300, across / 70, 5, 6) + 0.3 * noise(along / 40, across / 12, 9)
    const glint = smooth(0.32, 0.5, swell) * smooth(1500, 200, across)
    return mix(mix(rgb('#0b3b3f'), rgb('#1f7a72'), 0.5 + swell * 0.7 + (H - y) / 3200), rgb('#c9ead2'), glint * 0.7)
  })
  const skin = ['#e0a880', '#c98a62', '#f0c3a0', '#b87850', '#e3b08a', '#d49a72', '#f0c8a8', '#c08058']
  let oars = ''
  let crew = ''
  let rings = ''
  for (let k = 0; k < 8; k++) {
    const x = -350 + k * 96
    const s = k % 2 ? 1 : -1
    const blade = (along: number, off: number): string => `${(x - 88 - 0.43 * along + off * 0.9).toFixed(1)} ${(s * (250 + 0.9 * along + off * 0.43)).toFixed(1)}`
    oars += `<path d="M${x + 22} ${s * 20}L${x - 90} ${s * 250}h6L${x + 30} ${s * 20}z" fill="#e9dcc0"/><path d="M${blade(-20, -5)}L${blade(6, -13)}L${blade(66, -15)}L${blade(66, 13)}L${blade(6, 11)}L${blade(-20, 5)}Z" fill="#d8322a"/><path d="M${blade(-20, 0)}L${blade(6, 0)}L${blade(66, 0)}L${blade(66, 13)}L${blade(6, 11)}L${blade(-20, 5)}Z" fill="#a71f20"/>`
    for (let r = 0; r < 4; r++) rings += `<ellipse cx="${x - 250 - r * 110}" cy="${s * (300 + r * 12)}" rx="${26 + r * 15}" ry="${17 + r * 10}" fill="none" stroke="#dff3e4" stroke-width="${4 - r * 0.8}" opacity="${0.72 - r * 0.17}"/>`
    crew += `<g transform="translate(${x} 0)"><path d="M20 -10L78 -12V-4H20ZM20 10L78 12V4H20Z" fill="${skin[k]}"/><path d="M-14 -30C6 -36 22 -24 26 -14V14C22 24 6 36 -14 30C-26 16 -26 -16 -14 -30Z" fill="#f7f1e2"/><path d="M-14 -30C-26 -16 -26 16 -14 30C-8 16 -8 -16 -14 -30Z" fill="#a3271f"/><path d="M6 ${s * 28}L30 ${s * 20}L26 ${s * 10}L0 ${s * 18}ZM4 ${-s * 26}L34 ${s * 4}L26 ${s * 12}L-4 ${-s * 16}Z" fill="${skin[k]}"/><circle cx="-2" cy="0" r="15" fill="${['#3a2417', '#8a8178', '#5d3a20', '#c9c0b4', '#2b1c14', '#9c6b3a', '#6d625a', '#40281a'][k]}"/></g>`
  }
  await lay(made, `<g transform="translate(850 540) rotate(-30) scale(1.16)"><path d="M560 0C200 34 -300 60 -900 190L-900 -190C-300 -60 200 -34 560 0Z" fill="#e4f6ea" opacity=".12"/>${rings}<path d="M590 26C300 66 -200 66 -560 26V60C-200 96 300 90 590 26Z" fill="#03191c" opacity=".45"/>
<path d="M640 0C560 -22 300 -34 0 -34S-500 -24 -640 0C-500 24 -300 34 0 34S560 22 640 0Z" fill="#c9863f"/><path d="M560 0C480 -14 300 -22 0 -22S-450 -14 -540 0C-450 14 -300 22 0 22S480 14 560 0Z" fill="#5a3518"/><path d="M640 0C600 -11 540 -18 470 -23L560 0L470 23C540 18 600 11 640 0Z" fill="#f0d9a8"/>${oars}${crew}
<g transform="translate(474 0)"><path d="M14 -26C-6 -30 -20 -20 -22 -10V10C-20 20 -6 30 14 26C24 14 24 -14 14 -26Z" fill="#1d3f6b"/><circle cx="0" cy="0" r="15" fill="#efece6"/><path d="M-20 -16l-24 8 2 7 24 -4zM-20 16l-24 -8 2 -7 24 4z" fill="#e3b08a"/></g></g>`)
  return finished(made)
}
