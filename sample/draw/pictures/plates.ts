import type { Canvas } from '../canvas.ts'
import { canvas, lay, mix, mottle, ramp, ramps, rgb } from '../canvas.ts'
import { gouache } from '../brush.ts'
import { fbm, noise, seeded, smooth } from '../noise.ts'
import { words } from '../text.ts'
import { H, W, finished } from './land.ts'

const paper = (): Canvas => canvas(W, H, (x, y) => {
  const fibre = 0.5 + 0.5 * noise(x / 5, y / 40, 3) * noise(x / 70, y / 9, 5)
  const stain = smooth(0.16, 0.5, fbm(x / 300, y / 300, 6, 8))
  return mix(mix(rgb('#f3e9d0'), rgb('#e9dcbc'), fibre * 0.5), rgb('#cdb283'), 0.28 * stain + 0.3 * smooth(500, 1050, Math.hypot(x - 810, y - 540)))
})

/** The lady's slipper and its parts, as on an old plate. */
export async function orchidee(): Promise<Canvas> {
  const made = paper()
  const leaf = (turn: number, s: number, tone: string): string => `<g transform="rotate(${turn}) scale(${s})"><path d="M0 0C-70 -60 -110 -190 -40 -330C-20 -370 10 -400 30 -420C60 -330 80 -130 0 0Z" fill="${tone}"/><path d="M0 0C40 -120 60 -300 30 -420C60 -330 80 -130 0 0Z" fill="#1f3d24" opacity=".35"/><g fill="none" stroke="#dfe8b8" stroke-width="2" opacity=".55"><path d="M0 -6C-6 -140 0 -290 30 -410M-6 -14C-46 -110 -56 -240 20 -400M-8 -20C-80 -120 -86 -250 6 -390M4 -14C34 -110 50 -250 33 -400"/></g><path d="M0 0C-70 -60 -110 -190 -40 -330C-20 -370 10 -400 30 -420C60 -330 80 -130 0 0Z" fill="none" stroke="#2a3a1e" stroke-width="2.5"/></g>`
  const flower = `<g stroke="#3a1a18" stroke-width="2.5" stroke-linejoin="round"><path d="M0 0C-40 -60 -60 -170 -6 -250C50 -180 46 -70 0 0Z" fill="url(#p)"/><path d="M-6 0C-90 -30 -190 -20 -270 60C-290 90 -276 110 -300 150C-250 140 -240 110 -200 90C-130 60 -60 40 -6 0Z" fill="url(#p)"/><path d="M6 0C90 -40 190 -50 280 10C310 40 300 70 330 110C280 110 262 80 220 60C150 30 70 40 6 0Z" fill="url(#p)"/>
<path d="M-4 10C-30 60 -40 130 -10 300C20 330 40 240 30 150C26 90 20 40 -4 10Z" fill="#6e2a34"/>
<path d="M-60 30C-130 50 -150 130 -130 200C-108 276 -40 310 20 300C100 286 140 220 130 150C122 90 80 40 40 26C60 60 30 90 -6 88C-44 86 -66 64 -60 30Z" fill="url(#y)"/><path d="M-60 30C-66 64 -44 86 -6 88C30 90 60 60 40 26C20 44 -30 50 -60 30Z" fill="#7a4a16"/><path d="M-30 0C-34 40 -20 64 0 66C22 62 34 40 28 0Z" fill="#f7e7a0"/><path d="M-10 24C-14 48 -6 58 2 58C10 58 16 46 12 24Z" fill="#fffbe0"/></g>
<g fill="none" stroke="#a8640e" stroke-width="2" opacity=".6"><path d="M-104 110C-110 170 -80 240 -30 272M-76 120C-80 180 -50 240 -6 280M92 110C104 170 80 230 40 270M60 120C70 180 50 240 20 280"/></g><path d="M-108 120C-112 160 -100 190 -88 206C-92 170 -90 140 -84 112Z" fill="#fff6c4" opacity=".75"/><g fill="#b0401e" opacity=".7">${Array.from({ length: 16 }, (_, k) => `<circle cx="${-34 + (k % 8) * 10}" cy="${98 + Math.floor(k / 8) * 14 + (k % 3) * 4}" r="2.600"/>`).join('')}</g><g fill="none" stroke="#f0c8b0" stroke-width="1.6" opacity=".45"><path d="M-4 -10C-14 -80 -16 -170 -6 -236M-30 0C-110 0 -200 20 -272 90M30 0C110 -20 200 -20 290 40"/></g>`
  const bee = '<g transform="translate(560 250) rotate(24)"><ellipse cx="-30" cy="-34" rx="52" ry="18" fill="#fff" opacity=".75" transform="rotate(24 -30 -34)"/><ellipse cx="26" cy="-34" rx="44" ry="16" fill="#fff" opacity=".7" transform="rotate(-24 26 -34)"/><ellipse cx="0" cy="0" rx="62" ry="26" fill="#5a3a1c"/><path d="M-30 -23v46M-8 -26v52M14 -25v50" stroke="#e8b84a" stroke-width="10"/><circle cx="58" cy="0" r="18" fill="#2b1c12"/><path d="M70 -10q20 -12 30 -26M72 4q24 -2 38 -10M-20 24l-14 26M6 26l0 28M30 22l16 24" stroke="#2b1c12" stroke-width="3" fill="none"/></g>'
  const roots = Array.from({ length: 15 }, (_, k) => { const a = -70 + k * 10; return `<path d="M0 0C${a * 0.7} ${34 + (k % 4) * 8} ${a * 2.2} ${30 + (k % 5) * 14} ${a * 3.4} ${92 + ((k * 29) % 60)}" fill="none" stroke="#7a5230" stroke-width="${6 - (k % 3)}" stroke-linecap="round"/>` }).join('')
  const note = (x: number, y: number, said: string): string => words(said, { x, y, size: 30, face: 'serif-italic', fill: '#5a4630' })
  await lay(made, `<defs><radialGradient id="y" cx=".38" cy=".35"><stop offset="0" stop-color="#ffe77a"/><stop offset=".6" stop-color="#f0b92c"/><stop offset="1" stop-color="#b9741a"/></radialGradient><linearGradient id="p" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#8f3b46"/><stop offset="1" stop-color="#4e1a26"/></linearGradient></defs>
<path d="M60 60H1560V1020H60Z" fill="none" stroke="#8a7452" stroke-width="2.5"/><path d="M70 70H1550V1010H70Z" fill="none" stroke="#8a7452" stroke-width="1"/>
<g transform="translate(850 880)">${roots}<path d="M-90 4C-60 -22 60 -22 96 6C60 30 -60 30 -90 4Z" fill="#8a5f38" stroke="#4a301a" stroke-width="2.5"/></g>
<path d="M852 880C850 700 800 560 850 420C866 380 900 350 884 314" fill="none" stroke="#4d6b2c" stroke-width="17"/><path d="M857 880C856 700 806 560 856 420C872 380 906 350 890 314" fill="none" stroke="#86a24a" stroke-width="5"/>
<g transform="translate(846 830)">${leaf(-58, 0.95, '#5f8436')}${leaf(52, 1, '#6f9440')}</g><g transform="translate(828 640)">${leaf(-36, 0.78, '#7a9e48')}${leaf(40, 0.72, '#5f8436')}</g><g transform="translate(866 400)">${leaf(34, 0.5, '#86a850')}</g>
<g transform="translate(884 312) scale(1)">${flower}</g>${bee}
<g transform="translate(1330 660) scale(.62)"><path d="M-130 -40C-170 60 -110 210 20 220C130 210 170 80 130 -30C90 20 40 40 0 40C-50 40 -100 20 -130 -40Z" fill="#f7dc7a" stroke="#3a1a18" stroke-width="4"/><path d="M-92 20C-110 90 -60 176 20 182C96 174 120 90 100 20C60 60 -50 60 -92 20Z" fill="#fbf1c4" stroke="#b9741a" stroke-width="3"/><path d="M20 182C10 130 4 90 0 40" stroke="#b9741a" stroke-width="3" stroke-dasharray="8 8" fill="none"/><path d="M40 150q30 -20 44 -70" stroke="#3a1a18" stroke-width="4" fill="none"/><path d="M76 88l8 -12 8 14z" fill="#3a1a18"/></g>
<g transform="translate(290 720)"><path d="M-30 110C-60 40 -50 -60 0 -130C50 -60 60 40 30 110Z" fill="#a5894a" stroke="#4a3418" stroke-width="3"/><path d="M-12 110C-24 30 -20 -60 0 -130M12 110C24 30 20 -60 0 -130M0 110V-130" stroke="#4a3418" stroke-width="2" fill="none"/><path d="M-4 -130q-14 -30 6 -50" stroke="#4a3418" stroke-width="4" fill="none"/></g><g fill="#5a4630">${Array.from({ length: 46 }, (_, k) => `<path d="M${180 + ((k * 71) % 230)} ${880 + ((k * 37) % 70)}l3 -11 3 11 -3 5z"/>`).join('')}</g>
${note(640, 230, '2')}${note(1440, 640, '3')}${note(360, 640, '4')}${note(440, 930, '5')}${note(1230, 200, '1')}
${words('Cypripedium calceolus', { x: 1180, y: 978, size: 40, face: 'serif-italic', fill: '#3f3020', anchor: 'start' })}${words('TAB. XIV', { x: 1520, y: 116, size: 26, face: 'serif', fill: '#5a4630', anchor: 'end', tracking: 0.1 })}`)
  return finished(made)
}

function wheel(x: number, y: number, r: number, teeth: number, tone: string): string {
  const points = Array.from({ length: teeth * 4 }, (_, k) => {
    const a = ((k - 0.5) / (teeth * 4)) * Math.PI * 2
    const radius = k % 4 < 2 ? r : r - Math.min(20, r * 0.13)
    return `${(x + radius * Math.cos(a)).toFixed(1)} ${(y + radius * Math.sin(a)).toFixed(1)}`
  }).join('L')
  const spokes = Array.from({ length: 5 }, (_, k) => `<path d="M-9 0H9L13 ${r * 0.76}H-13Z" transform="translate(${x} ${y}) rotate(${k * 72 + r})" fill="${tone}"/>`).join('')
  return `<path d="M${points}ZM${x + r * 0.74} ${y}A${r * 0.74} ${r * 0.74} 0 1 0 ${x - r * 0.74} ${y}A${r * 0.74} ${r * 0.74} 0 1 0 ${x + r * 0.74} ${y}Z" fill="${tone}" fill-rule="evenodd"/>${spokes}<circle cx="${x}" cy="${y}" r="${r * 0.2}" fill="${tone}"/><circle cx="${x}" cy="${y}" r="${r * 0.09}" fill="#0f2038"/><circle cx="${x}" cy="${y}" r="${r * 0.83}" fill="none" stroke="#fff3cf" stroke-width="2" opacity=".5"/><circle cx="${x}" cy="${y}" r="${r * 0.76}" fill="none" stroke="#3a2608" stroke-width="3" opacity=".5"/>`
}

export async function horloge(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const grid = x % 54 < 1.6 || y % 54 < 1.6
    const base = mix(rgb('#12294a'), rgb('#0a1830'), smooth(200, 1000, Math.hypot(x - 760, y - 480)))
    return mix(base, rgb('#3d6a9c'), (grid ? 0.28 : 0) + 0.12 * smooth(0, 0.5, fbm(x / 240, y / 240, 5, 6)))
  })
  const shadow = `<g transform="translate(16 22)" opacity=".5">${wheel(640, 430, 300, 60, '#040b18')}${wheel(1060, 330, 168, 34, '#040b18')}${wheel(1010, 640, 190, 38, '#040b18')}${wheel(345, 770, 150, 30, '#040b18')}</g>`
  const chain = Array.from({ length: 21 }, (_, k) => `<ellipse cx="1330" cy="${-10 + k * 25}" rx="${k % 2 ? 4 : 9}" ry="15" fill="none" stroke="#c9d4e4" stroke-width="4"/>`).join('')
  const random = seeded(19)
  const coins = Array.from({ length: 40 }, (_, k) => `<g transform="translate(${(1282 + random() * 96).toFixed(0)} ${(782 + random() * 130).toFixed(0)}) rotate(${(random() * 80 - 40).toFixed(0)})"><ellipse cx="0" cy="3" rx="16" ry="9" fill="#6d7a88"/><ellipse cx="0" cy="0" rx="16" ry="9" fill="${k % 3 ? '#eef2f6' : '#c9d3dc'}"/></g>`).join('')
  const label = (x: number, y: number, said: string): string => words(said, { x, y, size: 24, face: 'serif-italic', fill: '#bcd4ee' })
  await lay(made, `<g fill="none" stroke="#8fb7e0" stroke-width="1.600" stroke-dasharray="14 8 3 8" opacity=".8"><path d="M640 60V1040M240 430H1260M1060 110V1000M1010 640H1300M345 560V980"/><circle cx="640" cy="430" r="336"/><circle cx="1060" cy="330" r="200"/></g>${shadow}
${wheel(345, 770, 150, 30, '#8f6a2e')}${wheel(640, 430, 300, 60, '#c9973f')}${wheel(1010, 640, 190, 38, '#a97a30')}${wheel(1060, 330, 168, 34, '#e0b45a')}${wheel(640, 430, 92, 20, '#8f6a2e')}
<path d="M630 430L760 980H772L650 426Z" fill="#d9e2ee"/><circle cx="768" cy="990" r="66" fill="#e0b45a"/><path d="M768 924A66 66 0 0 1 768 1056Z" fill="#a97a30"/><circle cx="640" cy="430" r="22" fill="#f4e3b0"/>
${chain}<path d="M1262 520C1262 500 1290 496 1330 496S1398 500 1398 520V900C1398 924 1370 930 1330 930S1262 924 1262 900Z" fill="#56616f"/><path d="M1330 496C1370 496 1398 500 1398 520V900C1398 924 1370 930 1330 930Z" fill="#353e4b"/><path d="M1276 530h14v370h-14z" fill="#9aa8ba" opacity=".7"/><path d="M1262 760H1398V930C1380 934 1280 934 1262 900Z" fill="#0f2038"/><path d="M1262 760H1398" stroke="#e0b45a" stroke-width="3" stroke-dasharray="8 6"/>
<g stroke="#bcd4ee" stroke-width="1.600" fill="none"><path d="M1398 840H1470M1228 330H1440M300 180L430 260M820 990H930"/></g>`)
  const flat = gouache(made, 2)
  await lay(flat, `${label(1478, 848, '3 kg')}${label(1448, 338, 'Échappement')}${label(170, 176, 'Grande roue')}${label(938, 998, 'Balancier')}${words('MONTSERVAN  1794', { x: 90, y: 1010, size: 34, face: 'serif', fill: '#e7d9b0', tracking: 0.12 })}<g>${coins}</g>`)
  return finished(flat)
}

/** Twenty-four trees of a planting plan. */
export async function baeume(): Promise<Canvas> {
  const made = paper()
  const random = seeded(42)
  const greens = ramps('#1f4a3d', '#3c6b3c', '#6f8f3f', '#b0a544', '#d08a3a', '#a8472c')
  let drawn = ''
  for (let k = 0; k < 24; k++) {
    const x = 205 + (k % 8) * 173
    const y = 350 + Math.floor(k / 8) * 310
    const kind = (k * 5 + Math.floor(k / 8)) % 6
    const tone = (t: number): string => `rgb(${ramp(greens, t).map((c) => Math.round(c * 255)).join(' ')})`
    const hue = random()
    drawn += `<ellipse cx="${x + 14}" cy="${y + 2}" rx="62" ry="9" fill="#6b5836" opacity=".3"/><path d="M${x - 6} ${y}L${x - 3} ${y - 130}H${x + 3}L${x + 6} ${y}Z" fill="#4a3424"/><path d="M${x} ${y - 60}l-26 -40 M${x} ${y - 76}l24 -36" stroke="#4a3424" stroke-width="4"/>`
    for (let n = 0; n < 150; n++) {
      const a = random() * Math.PI * 2
      const r = Math.sqrt(random())
      const [w, h, up] = ([[64, 64, 130], [34, 96, 140], [70, 46, 128], [56, 80, 132], [48, 48, 120], [62, 70, 128]] as const)[kind] ?? [60, 60, 130]
      let px = r * Math.cos(a) * w
      const py = r * Math.sin(a) * h
      if (kind === 3) px *= 0.25 + 0.75 * ((py + h) / (2 * h))
      if (kind === 4) px *= 1.4 - 0.5 * Math.abs(py / h)
      const lit = (px + py * 0.8) / (w + h)
      drawn += `<ellipse cx="${(x + px).toFixed(0)}" cy="${(y - up + py).toFixed(0)}" rx="${(7 + random() * 8).toFixed(0)}" ry="${(6 + random() * 6).toFixed(0)}" fill="${tone(Math.max(0, Math.min(1, hue * 0.75 + 0.12 - lit * 0.45 + random() * 0.12)))}"/>`
    }
    drawn += words(String(k + 1), { x, y: y + 38, size: 24, face: 'serif', fill: '#5a4630', anchor: 'middle' })
  }
  await lay(made, `${drawn}<path d="M120 70H1500" stroke="#8a7452" stroke-width="2"/>${words('PFLANZPLAN ALDENBRUGG', { x: 120, y: 116, size: 30, face: 'serif', fill: '#3f3020', tracking: 0.14 })}${words('Blatt 1', { x: 1500, y: 116, size: 30, face: 'serif-italic', fill: '#5a4630', anchor: 'end' })}<path d="M120 140H1500" stroke="#8a7452" stroke-width="1"/>`)
  return finished(made)
}

export async function glocken(): Promise<Canvas> {
  const random = seeded(6)
  const made = canvas(W, H, (x, y) => {
    const r = Math.hypot(x - 810, (y - 640) * 1.05)
    const ring = 0.5 + 0.5 * Math.sin(r / 19 + 0.8 * noise(x / 300, y / 300, 4))
    const night = ramp(ramps('#0d1d3f', '#1a3a68', '#2b5d7d'), y / H)
    const lit = mix(night, rgb('#f2c063'), smooth(0.55, 0.75, ring) * 0.6 * smooth(1000, 260, r))
    const hill = 800 + 46 * fbm(x / 420, 1, 4, 3) + 30 * Math.sin(x / 330)
    const grass = mix(rgb('#123a36'), rgb('#2f6a48'), 0.5 + 0.6 * noise(x / 9, y / 60, 8) + 0.3 * smooth(700, 150, Math.abs(x - 810)))
    return y > hill ? mix(grass, rgb('#f2c063'), smooth(0.7, 0.8, ring) * 0.22 * smooth(900, 300, r)) : lit
  })
  const stars = Array.from({ length: 120 }, () => `<circle cx="${(random() * W).toFixed(0)}" cy="${(random() * 640).toFixed(0)}" r="${(1 + random() ** 4 * 3).toFixed(1)}"/>`).join('')
  const flowers = Array.from({ length: 15 }, (_, k) => `<g transform="translate(${400 + k * 58} 396)"><circle cx="0" cy="-12" r="8"/><circle cx="11" cy="-3" r="8"/><circle cx="7" cy="10" r="8"/><circle cx="-7" cy="10" r="8"/><circle cx="-11" cy="-3" r="8"/><circle cx="0" cy="0" r="6" fill="#f2c063"/></g>`).join('')
  await lay(made, `<g fill="#fff4d8" opacity=".8">${stars}</g><defs><linearGradient id="b" x1="0" x2="1"><stop offset="0" stop-color="#6b3f16"/><stop offset=".22" stop-color="#d9993c"/><stop offset=".36" stop-color="#ffe3a0"/><stop offset=".55" stop-color="#c98530"/><stop offset="1" stop-color="#4f2c10"/></linearGradient></defs>
<g transform="translate(0 -40)"><path d="M-20 300C300 360 560 350 810 350S1320 360 1640 300V420C1320 470 1060 452 810 452S300 470 -20 420Z" fill="#1b1420"/><path d="M-20 312C300 372 560 362 810 362S1320 372 1640 312V322C1320 382 1060 372 810 372S300 382 -20 322ZM-20 400C300 450 560 432 810 432S1320 450 1640 400V410C1320 460 1060 442 810 442S300 460 -20 410Z" fill="#e8dcc0"/><g fill="#d8402f">${flowers}</g>
<path d="M740 350H880V470H740Z" fill="#3a2416"/><path d="M752 340H868V372H752Z" fill="#e0b45a"/><path d="M752 440H868V480H752Z" fill="#b07a2c"/>
<path d="M660 500C680 470 940 470 960 500C1010 640 1030 780 1090 900C1000 950 620 950 530 900C590 780 610 640 660 500Z" fill="url(#b)"/><path d="M530 900C620 950 1000 950 1090 900C1096 924 1080 940 1060 946C960 972 660 972 560 946C540 940 524 924 530 900Z" fill="#8a5420"/><path d="M652 528C720 548 900 548 968 528L974 548C900 570 720 570 646 548ZM606 690C700 720 920 720 1014 690L1020 712C920 744 700 744 600 712Z" fill="#5a3414" opacity=".55"/>
<g transform="translate(810 630)" fill="#5a3414" opacity=".8"><path d="M0 -44L13 -14 46 -12 20 9 29 41 0 23 -29 41 -20 9 -46 -12 -13 -14Z"/></g><ellipse cx="810" cy="968" rx="70" ry="44" fill="#2a180c"/><path d="M770 962C770 930 850 930 850 962C850 1000 830 1016 810 1016S770 1000 770 962Z" fill="#b07a2c"/></g>`)
  mottle(made, 0.06, 110)
  return finished(made)
}
