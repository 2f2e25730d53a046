import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { GeoProjection } from 'd3-geo'
import { geoConicConformal, geoConicEqualArea, geoGraticule, geoPath } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { Canvas } from '../canvas.ts'
import { canvas, lay, mix, rgb } from '../canvas.ts'
import { fbm, smooth, worn } from '../noise.ts'
import type { Setting } from '../text.ts'
import { words } from '../text.ts'

const W = 1400
const H = 1050
const ink = { sea: '#cfdfe6', land: '#f6f2ea', ours: '#fffdf8', border: '#b9b1a2', word: '#6f685d', red: '#a3271f', dark: '#22262b' }

type Countries = Parameters<typeof feature>[0] & { objects: { countries: Parameters<typeof mesh>[1] } }

const atlas = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')) as Countries

/** Land, sea and borders; the countries named stand out. */
function ground(projection: GeoProjection, ours: readonly string[]): string {
  const draw = geoPath(projection).digits(1)
  const all = feature(atlas, atlas.objects.countries as never) as unknown as { features: (GeoJSON.Feature & { id: string })[] }
  const chosen = all.features.filter((country) => ours.includes(country.id))
  const borders = mesh(atlas, atlas.objects.countries as never, (a, b) => a !== b)
  return `<path d="M0 0H${W}V${H}H0Z" fill="${ink.sea}"/><path d="${draw(geoGraticule().step([5, 5])())}" fill="none" stroke="#fff" stroke-width="1" opacity=".5"/>
${all.features.map((each) => `<path d="${draw(each) ?? ''}" fill="${ink.land}" stroke="#8fa9b5" stroke-width="1.4"/>`).join('')}${chosen.map((country) => `<path d="${draw(country)}" fill="${ink.ours}"/>`).join('')}<path d="${draw(borders)}" fill="none" stroke="${ink.border}" stroke-width="2"/>`
}

const haloed = (said: string, setting: Setting, halo = ink.ours): string =>
  words(said, { ...setting, fill: halo, extra: `stroke="${halo}" stroke-width="7" stroke-linejoin="round"` }) + words(said, setting)

const country = (projection: GeoProjection, said: string, place: [number, number], size = 25): string => {
  const [x, y] = projection(place) ?? [0, 0]
  return words(said.toUpperCase(), { x, y, size, anchor: 'middle', fill: '#a09784', tracking: 0.16 })
}

function town(projection: GeoProjection, said: string, place: [number, number], look: { ours?: boolean; left?: boolean; small?: boolean } = {}): string {
  const [x, y] = projection(place) ?? [0, 0]
  const size = look.ours ? 38 : look.small ? 24 : 28
  const dot = look.ours ? `<circle cx="${x}" cy="${y}" r="13" fill="#fff"/><circle cx="${x}" cy="${y}" r="9" fill="${ink.red}"/>` : `<circle cx="${x}" cy="${y}" r="6.500" fill="#fff" stroke="${ink.dark}" stroke-width="3"/>`
  return dot + haloed(said, { x: x + (look.left ? -20 : 20), y: y + size * 0.34, size, face: look.ours ? 'sans-bold' : 'sans', fill: look.ours ? ink.dark : '#4a4640', anchor: look.left ? 'end' : 'start' })
}

const scaleBar = (x: number, y: number, kilometres: number, pixels: number): string =>
  `<path d="M${x} ${y - 10}v10h${pixels}v-10" fill="none" stroke="${ink.dark}" stroke-width="2.500"/>${words(`${kilometres} km`, { x: x + pixels / 2, y: y - 12, size: 22, anchor: 'middle', fill: ink.dark })}`

/** How many pixels a way of so many kilometres is, near a place. */
function reach(projection: GeoProjection, [lon, lat]: [number, number], kilometres: number): number {
  const a = projection([lon, lat]) ?? [0, 0]
  const b = projection([lon, lat + kilometres / 111.2]) ?? [0, 0]
  return Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]))
}

const source = (said: string): string => words(said, { x: 36, y: H - 28, size: 21, fill: ink.word })

export async function karteNachtzug(): Promise<Canvas> {
  const projection = geoConicConformal().parallels([46, 56]).rotate([-10.4, 0]).center([0, 50.6]).scale(5200).translate([W / 2, H / 2])
  const stops: [number, number][] = [[8.35, 47.2], [7.6, 47.56], [8.4, 49.0], [8.66, 50.1], [9.49, 51.31], [9.74, 52.38], [10.0, 53.55], [11.41, 53.63], [12.13, 54.09]]
  const way = geoPath(projection).digits(1)({ type: 'LineString', coordinates: stops })
  const made = canvas(W, H)
  await lay(made, `${ground(projection, ['276', '756'])}${country(projection, 'Deutschland', [11.9, 50.75], 28)}${country(projection, 'Frankreich', [5.3, 48.4])}${country(projection, 'Österreich', [13.8, 47.45])}${country(projection, 'Polen', [16.6, 52.2])}${country(projection, 'Tschechien', [15.2, 49.75])}${country(projection, 'Italien', [10.4, 45.7])}${country(projection, 'Niederlande', [5.2, 52.7], 20)}${country(projection, 'Belgien', [4.5, 50.7], 20)}
<path d="${way}" fill="none" stroke="#fff" stroke-width="15" stroke-linejoin="round"/><path d="${way}" fill="none" stroke="${ink.red}" stroke-width="7" stroke-linejoin="round"/>
${town(projection, 'Basel', [7.6, 47.56], { left: true })}${town(projection, 'Frankfurt', [8.66, 50.1], { left: true })}${town(projection, 'Hannover', [9.74, 52.38], { left: true })}${town(projection, 'Hamburg', [10.0, 53.55], { left: true })}${town(projection, 'Berlin', [13.4, 52.52], { small: true })}${town(projection, 'München', [11.58, 48.14], { small: true })}${town(projection, 'Aldenbrugg', [8.35, 47.2], { ours: true })}${town(projection, 'Rostock', [12.13, 54.09], { ours: true })}
${haloed('ab 19.55 Uhr', { x: (projection([8.35, 47.2])?.[0] ?? 0) + 22, y: (projection([8.35, 47.2])?.[1] ?? 0) + 44, size: 26, fill: ink.red, face: 'sans-bold' })}${haloed('an 10.05 Uhr', { x: (projection([12.13, 54.09])?.[0] ?? 0) + 22, y: (projection([12.13, 54.09])?.[1] ?? 0) + 44, size: 26, fill: ink.red, face: 'sans-bold' })}
${words('Ostsee', { x: (projection([14.6, 54.75])?.[0] ?? 0), y: (projection([14.6, 54.75])?.[1] ?? 0), size: 30, face: 'serif-italic', fill: '#5f8496', anchor: 'middle' })}${words('Nordsee', { x: (projection([6.2, 54.3])?.[0] ?? 0), y: (projection([6.2, 54.3])?.[1] ?? 0), size: 30, face: 'serif-italic', fill: '#5f8496', anchor: 'middle' })}
${scaleBar(1140, H - 34, 200, reach(projection, [10, 49], 200))}${source('Quelle: Genossenschaft Nachtsprung. Karte: Natural Earth')}`)
  return made
}

export async function karteHarlanBend(): Promise<Canvas> {
  const projection = geoConicEqualArea().parallels([29.5, 45.5]).rotate([97, 0]).center([0, 38.4]).scale(1590).translate([W / 2 + 20, H / 2 + 10])
  const [x, y] = projection([-109.3, 38.3]) ?? [0, 0]
  const made = canvas(W, H)
  await lay(made, `${ground(projection, ['840'])}${country(projection, 'Vereinigte Staaten', [-99.5, 44.6], 32)}${country(projection, 'Kanada', [-98, 51.4])}${country(projection, 'Mexiko', [-104.2, 26.3])}
${town(projection, 'Los Angeles', [-118.24, 34.05])}${town(projection, 'San Francisco', [-122.42, 37.77])}${town(projection, 'Denver', [-104.99, 39.74])}${town(projection, 'Chicago', [-87.63, 41.88])}${town(projection, 'New York', [-74.0, 40.71], { left: true })}${town(projection, 'Houston', [-95.37, 29.76])}
<circle cx="${x}" cy="${y}" r="46" fill="${ink.red}" opacity=".14"/><circle cx="${x}" cy="${y}" r="26" fill="${ink.red}" opacity=".22"/>${town(projection, 'Harlan Bend', [-109.3, 38.3], { ours: true, left: true })}
${words('Pazifik', { x: 110, y: 720, size: 32, face: 'serif-italic', fill: '#5f8496', anchor: 'middle' })}${words('Golf von Mexiko', { x: 985, y: 940, size: 28, face: 'serif-italic', fill: '#5f8496', anchor: 'middle' })}${words('Atlantik', { x: 1300, y: 720, size: 32, face: 'serif-italic', fill: '#5f8496', anchor: 'middle' })}
${scaleBar(1130, H - 34, 500, reach(projection, [-97, 38], 500))}${source('Karte: Natural Earth')}`)
  return made
}

/** The lake of Lammeren: land that is invented, drawn as a survey would. */
export async function karteLammeren(): Promise<Canvas> {
  const axis = (y: number): number => 660 + 150 * Math.sin(y / 230) - 60 * Math.sin(y / 95)
  const rise = (x: number, y: number): number => {
    const off = Math.abs(x - axis(y)) / 1000
    return 0.02 + (1050 - y) * -0.00028 + 0.3 + 1.05 * Math.max(0, off - 0.03) ** 0.9 * (0.7 + 0.9 * worn(x / 420, y / 420, 7, 5)) + 0.05 * fbm(x / 120, y / 120, 5, 3) + 0.16 * smooth(320, 0, y)
  }
  const dam = 838
  const made = canvas(W, H, (x, y) => {
    const h = rise(x, y)
    const light = (rise(x - 3, y - 3) - rise(x + 3, y + 3)) * 13
    const base = mix(mix(rgb('#dfe6cf'), rgb('#efe7d6'), smooth(0.35, 0.7, h)), rgb('#fdfcfa'), smooth(0.75, 1.05, h))
    let c = mix(base, light > 0 ? rgb('#6e7f86') : rgb('#ffffff'), Math.min(0.34, Math.abs(light)))
    const line = h * 26
    if (Math.abs(line - Math.round(line)) < 0.05 + 0.02 * (Math.round(line) % 5 === 0 ? 3 : 0)) c = mix(c, rgb('#a58d68'), Math.round(line) % 5 === 0 ? 0.6 : 0.34)
    const shore = Math.abs(x - axis(y))
    if (y < dam && h < 0.385) c = rgb('#8fc3d6')
    if (y < dam && h < 0.345) c = rgb('#2f7fa3')
    if (y >= dam && shore < 4 + 2 * Math.sin(y / 20)) c = rgb('#2f7fa3')
    return c
  })
  const at = axis(dam)
  await lay(made, `<path d="M${at - 118} ${dam - 22}Q${at} ${dam + 30} ${at + 118} ${dam - 22}" fill="none" stroke="#fff" stroke-width="17"/><path d="M${at - 118} ${dam - 22}Q${at} ${dam + 30} ${at + 118} ${dam - 22}" fill="none" stroke="${ink.red}" stroke-width="9"/>
${haloed('Staumauer', { x: at + 140, y: dam + 8, size: 34, face: 'sans-bold', fill: ink.red }, '#fff')}${words('Lammersee', { x: axis(470), y: 480, size: 40, face: 'serif-italic', fill: '#fff', anchor: 'middle' })}${haloed('Alp Hinterlammeren', { x: axis(240) + 190, y: 300, size: 30, face: 'sans-bold', fill: ink.dark }, '#fff')}<circle cx="${axis(240) + 166}" cy="290" r="9" fill="${ink.dark}"/>${haloed('Wyssgrat', { x: 180, y: 190, size: 28, fill: '#5d5546' }, '#fff')}${haloed('Elferstock', { x: 1120, y: 560, size: 28, fill: '#5d5546' }, '#fff')}<path d="M150 190l10 -18 10 18zM1090 560l10 -18 10 18z" fill="#5d5546"/>${haloed('nach Hinterlauen', { x: axis(1000) + 30, y: 1010, size: 26, fill: '#5d5546' }, '#fff')}
<g transform="translate(40 830)"><path d="M0 0H400V150H0Z" fill="#fff" opacity=".92"/><path d="M24 30h46v30h-46z" fill="#2f7fa3"/><path d="M24 90h46v30h-46z" fill="#8fc3d6"/>${words('See heute', { x: 90, y: 54, size: 28, fill: ink.dark })}${words('nach dem Ausbau', { x: 90, y: 114, size: 28, fill: ink.dark })}</g>${scaleBar(1180, H - 34, 1, 160)}`)
  return made
}
