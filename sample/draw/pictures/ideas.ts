import type { Canvas } from '../canvas.ts'
import { canvas, lay, luminance, mask, mix, mottle, rgb, shade } from '../canvas.ts'
import { fbm, noise, seeded, smooth } from '../noise.ts'
import { words } from '../text.ts'
import { H, W, finished } from './land.ts'

/** A bassist whose body only shows in the way the lines give way. */
export async function jazz(): Promise<Canvas> {
  const made = canvas(W, H, () => rgb('#f2b92e'))
  const bass = '<g transform="translate(60 0)"><g transform="rotate(9 900 600)"><path d="M884 60C884 40 900 30 916 34C932 36 938 50 934 64L928 96L940 480H892L900 96C890 88 884 76 884 60Z"/><path d="M916 452C852 462 786 520 786 600C786 660 826 676 826 714C826 752 752 784 752 890C752 1000 830 1100 916 1100S1080 1000 1080 890C1080 784 1006 752 1006 714C1006 676 1046 660 1046 600C1046 520 980 462 916 452Z"/></g></g>'
  const player = '<g transform="translate(60 0)"><path d="M620 300C600 250 606 190 660 168L636 158L650 136C690 100 770 104 796 146L846 160L838 178L792 176C806 210 800 262 776 290C768 300 764 312 770 326C800 334 822 350 832 372L962 250C974 236 998 240 1004 256C1010 270 1004 282 992 290L868 452C850 472 820 476 800 462L790 620L872 690C900 700 918 722 910 744C900 764 872 762 852 748L720 682C700 670 694 650 694 630L690 1100H470C456 900 460 640 500 480C516 410 560 346 640 330Z"/></g>'
  const man = await mask(made, `<g fill="#fff">${player}</g>`)
  const figure = await mask(made, `<g fill="#fff">${bass}</g>`)
  const soft = await mask(made, `<filter id="b"><feGaussianBlur stdDeviation="22"/></filter><g fill="#fff" filter="url(#b)">${player}${bass}</g>`)
  shade(made, (x, y) => {
    const i = y * W + x
    const inside = figure[i] ?? 0
    const behind = Math.max(0, (man[i] ?? 0) - inside)
    const t = (y + 64 * (soft[i] ?? 0) + 10 * Math.sin(x / 150)) / 29
    const fat = 0.5 + 0.3 * Math.sin(x / 330 + 1) * (1 - inside)
    const line = smooth(0.035, -0.035, Math.abs((t % 1) - 0.5) - fat / 2)
    return mix(mix(mix(rgb('#f4c22f'), rgb('#f6ead0'), behind), rgb('#e2762b'), inside), mix(rgb('#17151c'), rgb('#a31a1a'), inside), line)
  })
  await lay(made, `<path d="M0 0H560V1080H0Z" fill="#cf2b22"/><g transform="translate(60 1040) rotate(-90)">${words('JAZZ', { x: 0, y: 246, size: 340, face: 'sans-black', fill: '#f4c22f', tracking: -0.02 })}${words('in der Kelter', { x: 4, y: 376, size: 120, face: 'sans-black', fill: '#f6ead0', tracking: -0.02 })}${words('Wygarten  23. Ausgabe', { x: 6, y: 446, size: 44, face: 'sans-bold', fill: '#17151c' })}</g>`)
  await lay(made, '<g transform="translate(60 0) rotate(9 900 600)" fill="#17151c"><path d="M902 90h3v800h-3zM910 90h3v800h-3zM918 90h3v800h-3zM926 90h3v800h-3z"/><path d="M866 770h98l-8 22h-82zM892 880h46l14 120h-74z"/><path d="M836 700c-16 10 -18 30 -6 56c10 22 10 44 -8 58c26 -6 38 -30 26 -62c-8 -22 -14 -36 -12 -52zM996 700c16 10 18 30 6 56c-10 22 -10 44 8 58c-26 -6 -38 -30 -26 -62c8 -22 14 -36 12 -52z"/></g>')
  mottle(made, 0.05, 140)
  return finished(made)
}

/** An ear over the plan of a town, in dots. */
export async function stille(): Promise<Canvas> {
  const random = seeded(9)
  const zones = ['#e8c9a0', '#dfa98c', '#c9cfb2', '#efe0bd', '#b9c8c6', '#e3b9a4', '#f3e8cf', '#d8d3b0']
  const made = canvas(W, H, () => rgb('#f3e8d2'))
  let plan = ''
  for (let row = -1; row < 12; row++) for (let c = -1; c < 17; c++) {
    const x = c * 104 + (row % 2) * 34 + random() * 16
    const y = row * 96 + random() * 16
    plan += `<path d="M${x} ${y}l${70 + random() * 26} ${random() * 14} ${-random() * 12} ${62 + random() * 22} ${-64 - random() * 18} ${-random() * 10}z" fill="${zones[Math.floor(random() * 8)]}"/>`
  }
  let rings = ''
  for (let r = 120; r < 1150; r += 44) {
    const gap = random() * 360
    rings += `<circle cx="850" cy="560" r="${r}" stroke-dasharray="${(r * 5.6).toFixed(0)} ${(r * 0.68).toFixed(0)}" transform="rotate(${gap.toFixed(0)} 850 560)"/>`
    const a = (gap * Math.PI) / 180 - 0.05
    rings += `<path d="M${850 + r * Math.cos(a)} ${560 + r * Math.sin(a)}L${850 + (r + 44) * Math.cos(a)} ${560 + (r + 44) * Math.sin(a)}"/>`
  }
  await lay(made, `<g transform="rotate(-8 810 540)">${plan}</g><g fill="none" stroke="#1f3a5f" stroke-width="9" stroke-linecap="round">${rings}</g>`)
  const outline = 'M760 960C700 930 690 860 660 800C610 720 540 640 540 490C540 300 680 160 860 160C1040 160 1160 290 1160 450C1160 560 1110 620 1050 690C1000 750 1010 810 980 880C950 950 840 1000 760 960Z'
  const form = canvas(W, H, () => [1, 1, 1])
  await lay(form, `<filter id="b"><feGaussianBlur stdDeviation="14"/></filter><path d="${outline}" fill="#9a9a9a"/><g filter="url(#b)" fill="none" stroke-linecap="round"><path d="M700 760C640 690 600 600 602 490C606 330 720 226 860 226C1000 226 1096 330 1094 450C1092 540 1050 590 1000 650" stroke="#2a2a2a" stroke-width="52"/><path d="M664 700C620 620 590 560 574 470C580 300 700 190 860 190C1010 190 1130 300 1130 440" stroke="#efefef" stroke-width="26"/><path d="M720 520C716 410 780 340 866 340C950 340 1000 400 996 470C992 540 930 560 900 610C870 660 900 720 860 770C830 800 780 790 764 750" stroke="#111" stroke-width="60"/><path d="M770 540C760 450 800 400 866 396C920 394 946 430 940 470" stroke="#e8e8e8" stroke-width="30"/><path d="M800 900C880 920 940 870 950 800" stroke="#555" stroke-width="40"/></g>`)
  const ear = await mask(made, `<path d="${outline}" fill="#fff"/>`)
  shade(made, () => rgb('#f3e8d2'), ear)
  shade(made, (x, y, c) => {
    const light = luminance([form.pixels[(y * W + x) * 3] ?? 1, form.pixels[(y * W + x) * 3 + 1] ?? 1, form.pixels[(y * W + x) * 3 + 2] ?? 1])
    const u = (x * 0.9 + y * 0.44) / 21
    const v = (y * 0.9 - x * 0.44) / 21
    const away = Math.hypot(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5)
    return mix(c, rgb('#b8281f'), smooth(0.06, -0.06, away - 0.7 * Math.sqrt(1 - light)))
  }, ear)
  await lay(made, `<path d="${outline}" fill="none" stroke="#b8281f" stroke-width="12"/>`)
  return made
}

/** The council's round table from above, with one seat free. */
export async function miliz(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const u = (x + y) / 132
    const v = (x - y) / 132
    const tile = (Math.floor(u) + Math.floor(v)) % 2 === 0 ? rgb('#2c5a5e') : rgb('#346a6b')
    const joint = Math.min(Math.abs(u - Math.round(u)), Math.abs(v - Math.round(v))) < 0.02
    return mix(joint ? rgb('#234a50') : tile, rgb('#0d2529'), 0.55 * smooth(380, 1000, Math.hypot(x - 810, y - 540)))
  })
  const coats = ['#d9a441', '#e8e1d0', '#8a3b3b', '#22344f', '#b7c0a4', '#c2693f', '#51607a', '#e0c3a0', '#33494a']
  const hair = ['#3a2417', '#b9b2a6', '#20150f', '#8b5a2b', '#dcd6ca', '#5a3520', '#2b2320', '#c79a52', '#6b6660']
  let seats = ''
  for (let k = 0; k < 10; k++) {
    const turn = k * 36 - 72
    const free = k === 2
    seats += `<g transform="translate(810 540) rotate(${turn}) translate(${free ? 506 : 440} 0)"><path d="M-10 -74H70C92 -74 100 -60 100 -40V40C100 60 92 74 70 74H-10Z" fill="#041215" opacity=".45" transform="translate(14 12)"/><path d="M-10 -66H56C70 -66 76 -58 76 -46V46C76 58 70 66 56 66H-10C-20 40 -20 -40 -10 -66Z" fill="${free ? '#d8322a' : '#7a4a2a'}"/><path d="M60 -70C84 -70 92 -50 92 0S84 70 60 70L56 60C70 40 70 -40 56 -60Z" fill="${free ? '#9c1f1c' : '#532f1b'}"/>
${free ? '' : `<path d="M4 -84C40 -84 54 -50 54 0S40 84 4 84C-16 84 -20 60 -16 0S-16 -84 4 -84Z" fill="${coats[k % 9]}"/><path d="M4 -84C-40 -86 -86 -60 -96 -40L-80 -22C-60 -40 -30 -48 0 -48ZM4 84C-40 86 -86 60 -96 40L-80 22C-60 40 -30 48 0 48Z" fill="${coats[k % 9]}"/><circle cx="-88" cy="-30" r="15" fill="#e0b08c"/><circle cx="-88" cy="30" r="15" fill="#e0b08c"/><path d="M40 -70C60 -40 60 40 40 70C50 40 50 -40 40 -70Z" fill="#000" opacity=".25"/><ellipse cx="6" cy="0" rx="40" ry="36" fill="${hair[k % 9]}"/><ellipse cx="-4" cy="-8" rx="20" ry="14" fill="#fff" opacity=".14"/>`}</g>`
  }
  const papers = Array.from({ length: 10 }, (_, k) => `<g transform="translate(810 540) rotate(${k * 36 - 72}) translate(268 0) rotate(${(k * 47) % 23 - 10})"><path d="M-30 -42H30V42H-30Z" fill="#f7f1e2"/><path d="M-20 -30h5v60h-5zM-8 -30h5v60h-5zM4 -30h5v44h-5z" fill="#9aa5ad"/>${k % 3 === 0 ? '<circle cx="46" cy="60" r="17" fill="#c9e3e6" opacity=".85"/><circle cx="46" cy="60" r="11" fill="#eaf6f6"/>' : ''}</g>`).join('')
  const ticks = Array.from({ length: 12 }, (_, k) => `<path d="M-4 -120h8v26h-8z" transform="translate(810 540) rotate(${k * 30})" fill="#17242b"/>`).join('')
  await lay(made, `<circle cx="838" cy="572" r="400" fill="#041215" opacity=".5"/><circle cx="810" cy="540" r="390" fill="#c58d52"/>`)
  const top = await mask(made, '<circle cx="810" cy="540" r="390" fill="#fff"/>')
  shade(made, (x, y) => mix(mix(rgb('#9c6232'), rgb('#d9a566'), 0.5 + fbm(x / 420, y / 16, 5, 3)), rgb('#fff0d0'), 0.22 * smooth(420, 0, Math.hypot(x - 660, y - 380))), top)
  await lay(made, `<circle cx="810" cy="540" r="384" fill="none" stroke="#7a4a26" stroke-width="12"/>${papers}${seats}<circle cx="818" cy="550" r="146" fill="#000" opacity=".3"/><circle cx="810" cy="540" r="144" fill="#17242b"/><circle cx="810" cy="540" r="130" fill="#f7f1e2"/>${ticks}<path d="M804 552V456h12v96z" fill="#17242b" transform="rotate(270 810 540)"/><path d="M806 560V428h8v132z" fill="#17242b" transform="rotate(1 810 540)"/><circle cx="810" cy="540" r="13" fill="#d8322a"/>`)
  return finished(made)
}

/** Mountains that are a chart. */
export async function bergeRechnen(): Promise<Canvas> {
  const random = seeded(17)
  const made = canvas(W, H, (x, y) => mix(mix(rgb('#f4e7cb'), rgb('#f0c98f'), smooth(0, 700, y)), rgb('#d8552f'), smooth(152, 149, Math.hypot(x - 1190, y - 250))))
  let ledger = ''
  for (let row = 0; row < 17; row++) {
    ledger += `<path d="M0 ${30 + row * 44}H1620" stroke="#b98f5e" stroke-width="1.5" opacity=".5"/>`
    for (let c = 0; c < 10; c++) ledger += words(`${Math.floor(random() * 900 + 100)}’${String(Math.floor(random() * 1000)).padStart(3, '0')}`, { x: 140 + c * 164, y: 22 + row * 44, size: 25, face: 'serif', fill: '#a67a48', anchor: 'end', extra: 'opacity=".55"' })
  }
  let bars = ''
  const peak = (x: number): number => 90 + 560 * Math.max(0, 1 - Math.abs(x - 560) / 470) + 430 * Math.max(0, 1 - Math.abs(x - 1120) / 380) * 0.98 + 250 * Math.max(0, 1 - Math.abs(x - 1500) / 260) + 180 * Math.max(0, 1 - Math.abs(x - 130) / 240)
  const base = 820
  for (let x = 8; x < W; x += 30) {
    const tall = Math.min(650, peak(x) + (random() - 0.5) * 46)
    const left = x < 560 || (x > 820 && x < 1120) || x > 1420
    const cap = tall > 330 ? 40 + (tall - 330) * 0.42 + random() * 50 : 0
    bars += `<path d="M${x} ${base}V${base - tall}h25V${base}z" fill="${left ? '#27507a' : '#16335a'}"/>${cap ? `<path d="M${x} ${base - tall}h25v${cap}h-25z" fill="${left ? '#fffaf0' : '#c8d6e4'}"/>` : ''}<path d="M${x} ${base - tall * 0.42}h25v${tall * 0.42}h-25z" fill="${left ? '#4d7f63' : '#2d5a50'}" opacity=".9"/>`
    bars += `<path d="M${x} ${base + 12}h25v${tall * 0.3}h-25z" fill="#0c2f52" opacity=".5"/>`
  }
  await lay(made, `${ledger}<path d="M0 ${base}H1620V1080H0Z" fill="#2f86a8"/>${bars}<path d="M0 ${base}H1620V${base + 12}H0Z" fill="#f4e7cb"/><g fill="#9fd3dc" opacity=".5">${Array.from({ length: 60 }, () => `<path d="M${(random() * W).toFixed(0)} ${(850 + random() * 220).toFixed(0)}h${(40 + random() * 160).toFixed(0)}v4h-120z"/>`).join('')}</g>
<g transform="translate(560 ${base - 690})"><path d="M-4 0h8v52h-8z" fill="#16335a"/><path d="M4 0L96 20L4 42Z" fill="#d8322a"/>${words('Rp.', { x: 16, y: 30, size: 26, face: 'serif-bold', fill: '#fffaf0' })}</g>`)
  shade(made, (x, y, c) => {
    const d = 1 + 0.1 * fbm(x / 60, y / 60, 5, 4) + 0.05 * noise(x / 3, y / 3, 6)
    return [c[0] * d, c[1] * d, c[2] * d]
  })
  return finished(made)
}

export async function stimmrecht(): Promise<Canvas> {
  const made = canvas(W, H, (x, y) => {
    const ray = Math.floor(((Math.atan2(y - 560, x - 810) / Math.PI + 1) * 24)) % 2
    return mix(ray ? rgb('#d9e4dd') : rgb('#c5d7d2'), rgb('#8fb3b3'), smooth(300, 1000, Math.hypot(x - 810, y - 560)))
  })
  const sleeves = ['#c8402f', '#27507a', '#e3a02f', '#3f6f4f', '#7c4a7a', '#1c2536', '#d9793c', '#4c8ca0', '#8f2f3f', '#5f7f3a', '#d4b23f', '#34466f']
  const skin = ['#f0c3a0', '#8a5a3c', '#e0a880', '#5c3a28', '#c98a62', '#f4d2b4', '#a8714c', '#e3b08a', '#70482f', '#edc09a', '#c08058', '#d49a72']
  let arms = ''
  for (let k = 0; k < 12; k++) {
    const turn = k * 30 + 12 + ((k * 37) % 13) - 6
    const reach = 352 + ((k * 53) % 70)
    arms += `<g transform="translate(810 560) rotate(${turn}) translate(${reach} 0)"><path d="M250 -62L1100 -110V110L250 62Z" fill="#0d1f2a" opacity=".18" transform="translate(16 26)"/>
<path d="M120 -36C180 -44 240 -46 300 -50V50C240 46 180 44 120 36Z" fill="${skin[k]}"/><path d="M262 -64L1100 -120V120L262 64C252 40 252 -40 262 -64Z" fill="${sleeves[k]}"/><path d="M262 64L1100 120V40L258 20C256 40 258 54 262 64Z" fill="#000" opacity=".2"/><path d="M262 -64C252 -40 252 40 262 64L290 66C280 40 280 -40 290 -66Z" fill="#fff" opacity=".35"/>
<g transform="rotate(${(k % 3) * 7 - 7})"><path d="M-128 -66H60V66H-128Z" fill="#0d1f2a" opacity=".22" transform="translate(10 14)"/><path d="M-128 -66H60V66H-128Z" fill="#fbf7ec"/><path d="M-128 -66L-34 14L60 -66" fill="none" stroke="#b9b1a0" stroke-width="4"/><circle cx="-98" cy="38" r="12" fill="#c8402f" opacity=".8"/></g>
<path d="M130 -40C96 -60 50 -62 20 -52C6 -48 6 -32 22 -30L70 -26L22 -22C2 -22 0 -2 20 0L72 -2L28 8C10 12 12 30 30 30L84 20L50 36C38 44 46 58 60 54C90 48 116 46 134 38Z" fill="${skin[k]}"/><path d="M118 -44C90 -70 60 -84 38 -80C24 -76 28 -60 42 -56L88 -32Z" fill="${skin[k]}"/><path d="M134 38C116 46 90 48 60 54C80 40 100 30 130 26Z" fill="#000" opacity=".15"/></g>`
  }
  await lay(made, `<g transform="translate(24 34)"><path d="M590 340H1030V780H590Z" fill="#0d1f2a" opacity=".35"/></g><path d="M590 340H1030L1000 372H620Z" fill="#ffdf6b"/><path d="M1030 340V780L1000 748V372Z" fill="#d79a17"/><path d="M590 780H1030L1000 748H620Z" fill="#b97f10"/><path d="M590 340V780L620 748V372Z" fill="#f0bb2a"/><path d="M620 372H1000V748H620Z" fill="#f7cc3f"/><path d="M660 530H960V590H660Z" fill="#1c1408"/><path d="M650 522H970V532H650Z" fill="#fff0b0"/><path d="M650 588H970V600H650Z" fill="#a8740e"/><g transform="translate(810 664)"><path d="M-36 -40H36V10C36 34 14 44 0 50C-14 44 -36 34 -36 10Z" fill="#fffaf0"/><path d="M-30 20L-8 -20L0 0L10 -20L30 20Z" fill="#a3271f"/></g>${words('STIMMEN', { x: 810, y: 470, size: 62, face: 'sans-black', fill: '#1c1408', anchor: 'middle', tracking: 0.06 })}${arms}`)
  mottle(made, 0.06, 100)
  return finished(made)
}
