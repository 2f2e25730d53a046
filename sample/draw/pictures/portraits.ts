import type { Canvas, Rgb } from '../canvas.ts'
import { canvas, lay, luminance, mix, ramps } from '../canvas.ts'

const W = 720
const H = 900

interface Face {
  tones: Rgb[]
  /** Shape of the head: half its width at the temples and at the jaw, and where the chin is. */
  head: readonly [number, number, number]
  hair: string
  hairLight?: string
  front?: string
  brow: number
  glasses?: 'round' | 'square'
  beard?: string
  coat: string
  mouth: number
  turn?: number
}

/** A head under one lamp, drawn in greys and then printed in two inks and dots. */
async function portrait(face: Face): Promise<Canvas> {
  const grey = canvas(W, H, (x, y) => { const v = 0.86 - 0.2 * (y / H) + 0.1 * (1 - x / W); return [v, v, v] })
  const [temple, jaw, chin] = face.head
  const skull = `M360 150C${360 - temple * 1.02} 150 ${360 - temple * 1.12} 270 ${360 - temple} 380C${360 - temple * 0.98} 470 ${360 - jaw * 1.1} ${chin - 100} ${360 - jaw * 0.72} ${chin - 40}C${360 - jaw * 0.4} ${chin} ${360 - 30} ${chin + 6} 360 ${chin + 6}C${360 + 30} ${chin + 6} ${360 + jaw * 0.4} ${chin} ${360 + jaw * 0.72} ${chin - 40}C${360 + jaw * 1.1} ${chin - 100} ${360 + temple * 0.98} 470 ${360 + temple} 380C${360 + temple * 1.12} 270 ${360 + temple * 1.02} 150 360 150Z`
  const e = temple * 0.46
  await lay(grey, `<defs><filter id="s" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="9"/></filter><filter id="f" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="22"/></filter><clipPath id="k"><path d="${skull}"/></clipPath></defs>
<g transform="rotate(${face.turn ?? 0} 360 700)">${face.hair}
<path d="M${360 - jaw * 0.62} ${chin - 90}V${chin + 120}H${360 + jaw * 0.62}V${chin - 90}Z" fill="#a8a8a8"/><path d="M${360 - jaw * 0.62} ${chin - 30}C360 ${chin + 60} 400 ${chin + 40} ${360 + jaw * 0.62} ${chin - 60}V${chin + 130}H${360 - jaw * 0.2}C${360 - jaw * 0.1} ${chin + 80} ${360 - jaw * 0.4} ${chin + 40} ${360 - jaw * 0.62} ${chin + 10}Z" fill="#4e4e4e" filter="url(#s)"/>
<ellipse cx="${360 - temple * 1.02}" cy="410" rx="22" ry="48" fill="#cfcfcf"/><ellipse cx="${360 + temple * 1.02}" cy="410" rx="22" ry="48" fill="#5c5c5c"/>
<path d="${skull}" fill="#ececec"/><g clip-path="url(#k)"><path d="M420 120C430 260 408 330 414 400C430 440 424 480 400 500C420 540 414 590 380 ${chin + 20}H640V120Z" fill="#6e6e6e" filter="url(#f)"/><path d="M${360 + temple * 0.62} 200C${360 + temple * 0.5} 400 ${360 + temple * 0.6} 560 ${360 + 30} ${chin + 20}H640V200Z" fill="#343434" filter="url(#f)"/><ellipse cx="${360 - temple * 0.62}" cy="500" rx="34" ry="56" fill="#c4c4c4" filter="url(#s)"/>
<ellipse cx="${360 - e}" cy="388" rx="56" ry="30" fill="#8d8d8d" filter="url(#s)"/><ellipse cx="${360 + e}" cy="388" rx="58" ry="34" fill="#3f3f3f" filter="url(#s)"/>
<path d="M356 350C360 400 372 440 392 474C396 492 384 502 362 504C350 506 340 502 334 494C350 498 356 492 352 470C348 430 350 390 346 350Z" fill="#787878" filter="url(#s)"/><path d="M332 490C340 506 384 508 394 484C396 500 380 514 362 514C346 514 334 506 332 490Z" fill="#333"/>
<path d="M300 ${560 + face.mouth}C330 ${552 + face.mouth} 346 ${554 + face.mouth} 360 ${558 + face.mouth}C374 ${552 + face.mouth} 400 ${552 + face.mouth} 424 ${558 - face.mouth}C396 ${570 + face.mouth} 330 ${572 + face.mouth} 300 ${560 + face.mouth}Z" fill="#2a2a2a"/><path d="M318 ${572 + face.mouth}C340 ${594 + face.mouth} 386 ${592 + face.mouth} 408 ${568 + face.mouth}C386 ${578 + face.mouth} 340 ${580 + face.mouth} 318 ${572 + face.mouth}Z" fill="#8a8a8a"/><ellipse cx="364" cy="${606 + face.mouth}" rx="40" ry="11" fill="#7a7a7a" filter="url(#s)"/></g>
<g><path d="M${360 - e - 42} 396C${360 - e - 20} 376 ${360 - e + 20} 374 ${360 - e + 40} 398C${360 - e + 18} 408 ${360 - e - 18} 410 ${360 - e - 42} 396Z" fill="#f4f4f4"/><circle cx="${360 - e + 2}" cy="392" r="15" fill="#1c1c1c"/><circle cx="${360 - e - 3}" cy="387" r="4.500" fill="#fff"/><path d="M${360 - e - 46} 398C${360 - e - 20} 368 ${360 - e + 20} 368 ${360 - e + 44} 400C${360 - e + 18} 380 ${360 - e - 18} 380 ${360 - e - 46} 398Z" fill="#1c1c1c"/>
<path d="M${360 + e - 40} 398C${360 + e - 20} 376 ${360 + e + 20} 376 ${360 + e + 42} 396C${360 + e + 18} 410 ${360 + e - 18} 408 ${360 + e - 40} 398Z" fill="#a9a9a9"/><circle cx="${360 + e + 2}" cy="392" r="15" fill="#141414"/><circle cx="${360 + e - 3}" cy="387" r="4" fill="#eee"/><path d="M${360 + e - 44} 400C${360 + e - 20} 368 ${360 + e + 20} 368 ${360 + e + 46} 398C${360 + e + 18} 380 ${360 + e - 18} 380 ${360 + e - 44} 400Z" fill="#101010"/>
<path d="M${360 - e - 52} 352C${360 - e - 20} ${330 - face.brow} ${360 - e + 24} ${332 - face.brow} ${360 - e + 48} 350L${360 - e + 46} ${362 + face.brow * 0.2}C${360 - e + 20} ${348 - face.brow * 0.4} ${360 - e - 20} ${346 - face.brow * 0.4} ${360 - e - 52} 352Z" fill="#262626"/><path d="M${360 + e + 52} 352C${360 + e + 20} ${330 - face.brow} ${360 + e - 24} ${332 - face.brow} ${360 + e - 48} 350L${360 + e - 46} ${362 + face.brow * 0.2}C${360 + e - 20} ${348 - face.brow * 0.4} ${360 + e + 20} ${346 - face.brow * 0.4} ${360 + e + 52} 352Z" fill="#0c0c0c"/></g>
${face.beard ?? ''}${face.glasses ? glasses(face.glasses, e) : ''}${face.front ?? ''}${face.hairLight ? `<g filter="url(#s)">${face.hairLight}</g>` : ''}</g>${face.coat}`)
  return printed(grey, face.tones)
}

const glasses = (kind: 'round' | 'square', e: number): string => {
  const lens = (x: number): string => kind === 'round' ? `<circle cx="${x}" cy="394" r="58"/>` : `<path d="M${x - 62} 356H${x + 60}C${x + 64} 400 ${x + 50} 440 ${x} 440S${x - 64} 400 ${x - 62} 356Z"/>`
  return `<g fill="#fff" fill-opacity=".12" stroke="#111" stroke-width="11">${lens(360 - e)}${lens(360 + e)}</g><path d="M${360 - e + 58} 384C352 370 368 370 ${360 + e - 58} 384" fill="none" stroke="#111" stroke-width="11"/>`
}

/** Four steps of ink; between the steps, dots. */
function printed(grey: Canvas, tones: readonly Rgb[]): Canvas {
  return canvas(W, H, (x, y) => {
    const i = (y * W + x) * 3
    const light = luminance([grey.pixels[i] ?? 0, grey.pixels[i + 1] ?? 0, grey.pixels[i + 2] ?? 0])
    const u = (x + y) / 10
    const v = (x - y) / 10
    const away = Math.hypot(u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5) / 0.7
    const steps = tones.length - 1
    const place = Math.min(steps - 0.001, Math.max(0, light * steps))
    const low = Math.floor(place)
    const part = Math.round((place - low) * 20) / 20
    const edge = 1 - Math.sqrt(1 - part)
    const dot = Math.min(1, Math.max(0, (away - (1 - edge * 1.12)) / 0.16 + 0.5))
    return mix(tones[low] ?? [0, 0, 0], tones[low + 1] ?? [1, 1, 1], part < 0.08 ? 0 : part > 0.92 ? 1 : dot)
  })
}

const coat = (fill: string, collar: string): string => `<path d="M40 920C50 800 130 742 250 712L360 800L470 712C590 742 670 800 680 920Z" fill="${fill}"/><path d="M420 760L470 712C590 742 670 800 680 920H440Z" fill="#000" opacity=".35"/>${collar}`
const shirt = '<path d="M250 712L290 690L360 790L430 690L470 712L380 900H340Z" fill="#e2e2e2"/><path d="M360 790L430 690L470 712L380 900Z" fill="#9a9a9a"/>'
const roll = '<path d="M262 690C300 730 420 730 458 690L476 740C420 790 300 790 244 740Z" fill="#d0d0d0"/><path d="M380 722C420 720 446 706 458 690L476 740C450 764 420 774 390 778Z" fill="#707070"/>'

export const orlandelli = (): Promise<Canvas> => portrait({
  tones: ramps('#16263a', '#2d5a78', '#e8a76a', '#f9ead0'), head: [152, 132, 690], brow: 8, mouth: 4, turn: -2,
  hair: '<path d="M360 84C180 80 150 250 166 400C176 520 130 620 150 740C240 790 480 790 580 730C590 620 540 520 554 400C570 240 540 90 360 84Z" fill="#1a1a1a"/>',
  front: '<path d="M360 84C230 84 180 200 190 400C214 330 230 270 300 220C380 240 490 250 526 400C560 220 500 84 360 84Z" fill="#1c1c1c"/>',
  hairLight: '<path d="M250 130C210 170 196 240 200 320C220 250 250 200 300 170Z" fill="#777"/><path d="M170 520C160 580 160 640 170 700C190 640 186 580 184 530Z" fill="#666"/>',
  coat: coat('#3a3a3a', roll),
})

export const fluehbacher = (): Promise<Canvas> => portrait({
  tones: ramps('#1d2a22', '#4a6a4a', '#d9b26a', '#f6ecd2'), head: [158, 148, 704], brow: -2, mouth: 0,
  hair: '<path d="M360 110C220 110 180 210 192 360L216 400H504L528 360C540 210 500 110 360 110Z" fill="#5a5a5a"/>',
  front: '<path d="M176 250C190 130 280 90 360 90S530 130 544 250C440 216 280 216 176 250Z" fill="#2a2a2a"/><path d="M170 262C260 220 460 220 550 262C560 282 520 290 480 282C400 266 320 266 240 282C200 290 160 282 170 262Z" fill="#111"/><path d="M330 170h60v36h-60z" fill="#ddd"/>',
  beard: '<path d="M214 470C220 600 260 716 360 726S500 600 506 470C490 520 470 540 430 544C400 528 320 528 290 544C250 540 230 520 214 470Z" fill="#8c8c8c"/><path d="M380 726C470 710 500 600 506 470C490 520 470 540 430 544C440 600 420 680 380 726Z" fill="#383838"/><path d="M300 566C330 556 390 556 424 564C396 580 330 582 300 566Z" fill="#1c1c1c"/>',
  coat: coat('#262626', shirt),
})

export const kellermatt = (): Promise<Canvas> => portrait({
  tones: ramps('#3a1020', '#a3271f', '#f0a68c', '#fbeade'), head: [146, 122, 686], brow: 12, mouth: 6, turn: 2, glasses: 'round',
  hair: '<path d="M360 100C210 100 176 220 184 350C188 450 200 520 230 560H500C524 520 534 450 538 350C546 220 510 100 360 100Z" fill="#d6d6d6"/><circle cx="380" cy="92" r="66" fill="#cfcfcf"/><path d="M400 30C440 40 450 90 420 140Z" fill="#777"/>',
  front: '<path d="M360 128C240 124 200 220 212 370C230 290 280 240 350 226C440 232 490 290 508 370C522 230 480 130 360 128Z" fill="#e4e4e4"/><path d="M400 132C490 150 520 240 508 370C494 300 450 240 390 228Z" fill="#666"/>',
  coat: coat('#1c1c1c', '<path d="M250 712C300 770 420 770 470 712L440 690C410 720 310 720 280 690Z" fill="#111"/><g fill="#f2f2f2"><circle cx="262" cy="742" r="13"/><circle cx="296" cy="764" r="13"/><circle cx="336" cy="776" r="13"/><circle cx="380" cy="776" r="13"/><circle cx="422" cy="764" r="12" fill="#bbb"/><circle cx="456" cy="742" r="12" fill="#999"/></g>'),
})

export const zgruob = (): Promise<Canvas> => portrait({
  tones: ramps('#241c14', '#7a4a26', '#e2b25a', '#f8edcf'), head: [156, 140, 708], brow: -4, mouth: 2, turn: -3, glasses: 'square',
  hair: '<path d="M200 420C170 340 180 250 200 230L230 300V420ZM520 420C550 340 540 250 520 230L490 300V420Z" fill="#9a9a9a"/>',
  front: '<path d="M204 300C196 200 260 136 360 138S524 200 516 300C500 240 460 190 420 178C360 168 290 176 262 190C230 210 214 250 204 300Z" fill="#b0b0b0" opacity=".5"/>',
  beard: '<path d="M288 540C320 524 400 524 436 540C430 552 400 556 362 552C330 556 296 552 288 540Z" fill="#a0a0a0"/>',
  coat: coat('#4a4a4a', shirt + '<path d="M344 790H376L384 900H336Z" fill="#222"/>'),
})

export const savernay = (): Promise<Canvas> => portrait({
  tones: ramps('#14202e', '#1f6a6a', '#8fc7a8', '#f4f0d8'), head: [148, 124, 684], brow: 10, mouth: 5, turn: 3,
  hair: '<path d="M360 96C200 90 150 190 150 330C150 450 150 540 190 600C230 620 250 560 240 500H480C470 560 490 620 530 600C570 540 570 450 570 330C570 190 520 90 360 96Z" fill="#3c3c3c"/>',
  front: '<path d="M200 350C190 230 240 130 370 128C500 130 540 230 520 350C512 300 500 280 490 276C400 286 290 282 232 262C214 290 206 310 200 350Z" fill="#3a3a3a"/>',
  hairLight: '<path d="M230 160C270 130 330 128 360 150C320 170 270 200 236 240C220 220 220 190 230 160Z" fill="#9a9a9a"/><path d="M166 380C164 460 170 520 190 570C186 500 180 440 184 380Z" fill="#8a8a8a"/>',
  coat: coat('#2c2c2c', '<path d="M230 720C290 680 430 680 490 720C520 760 500 810 440 800C400 840 300 840 270 800C210 800 200 760 230 720Z" fill="#e0e0e0"/><path d="M400 694C440 694 480 710 490 720C520 760 500 810 440 800C420 820 400 826 380 828C430 790 430 740 400 694Z" fill="#777"/><path d="M250 740C310 710 400 710 470 745M262 776C330 750 400 752 450 780" stroke="#333" stroke-width="9" fill="none"/>'),
})

export const rauberli = (): Promise<Canvas> => portrait({
  tones: ramps('#101a3a', '#2f4fa0', '#f08a5a', '#fbe8d2'), head: [150, 138, 698], brow: 2, mouth: 4, turn: -4,
  hair: '<path d="M360 90C230 80 180 180 190 330L210 400H510L530 330C540 180 500 96 360 90Z" fill="#1c1c1c"/>',
  front: '<path d="M196 330C180 200 230 100 350 84C400 60 470 90 490 130C540 160 546 250 524 330C510 280 490 250 460 232C440 256 400 250 390 226C360 256 310 250 300 222C260 240 220 270 196 330Z" fill="#1a1a1a"/>',
  hairLight: '<path d="M250 140C290 110 330 106 360 116C320 140 280 170 262 200Z" fill="#777"/>',
  beard: '<path d="M224 520C240 640 290 704 360 706S480 640 496 520C480 560 450 572 430 556C400 540 320 540 294 556C270 572 240 560 224 520Z" fill="#7c7c7c" opacity=".6"/>',
  coat: coat('#5a5a5a', '<path d="M250 712C290 760 430 760 470 712L500 724C450 800 270 800 220 724Z" fill="#222"/><path d="M352 776h16v130h-16z" fill="#e8e8e8"/>'),
})
