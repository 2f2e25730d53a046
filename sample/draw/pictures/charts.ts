import type { Canvas } from '../canvas.ts'
import { canvas, lay, rgb } from '../canvas.ts'
import { words } from '../text.ts'

const W = 1400
const H = 900
const ink = { red: '#a3271f', blue: '#2f6f93', pale: '#a9c7d6', grey: '#8b857a', rule: '#d9d3c7', dark: '#22262b', soft: '#e9a79c' }

async function page(title: string, source: string, inner: string): Promise<Canvas> {
  const made = canvas(W, H, () => rgb('#fdfbf7'))
  await lay(made, `<path d="M40 36h60v8H40z" fill="${ink.red}"/>${words(title, { x: 40, y: 96, size: 44, face: 'sans-bold', fill: ink.dark })}${inner}${words(`Quelle: ${source}`, { x: 40, y: H - 30, size: 22, fill: ink.grey })}`)
  return made
}

const said = (text: string, x: number, y: number, size = 26, anchor: 'start' | 'middle' | 'end' = 'start', fill = ink.dark, bold = false): string =>
  words(text, { x, y, size, anchor, fill, face: bold ? 'sans-bold' : 'sans' })

const path = (points: readonly (readonly [number, number])[]): string => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`

export function winterstrom(): Promise<Canvas> {
  const months = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']
  const made = [92, 84, 96, 121, 168, 214, 208, 187, 151, 126, 101, 94]
  const used = [156, 141, 138, 118, 109, 103, 101, 104, 110, 124, 139, 153]
  const y = (value: number): number => 780 - value * 2.75
  const rules = [0, 50, 100, 150, 200].map((v) => `<path d="M40 ${y(v)}H1360" stroke="${v ? ink.rule : ink.dark}" stroke-width="2"/>${said(String(v), 40, y(v) - 8, 22, 'start', ink.grey)}`).join('')
  const bars = months.map((month, k) => {
    const x = 118 + k * 104
    const short = (used[k] ?? 0) > (made[k] ?? 0)
    return `${short ? `<path d="M${x} ${y(used[k] ?? 0)}h66V${y(made[k] ?? 0)}h-66z" fill="${ink.soft}"/>` : ''}<path d="M${x} ${y(made[k] ?? 0)}h66V780h-66z" fill="${ink.blue}"/><path d="M${x - 9} ${y(used[k] ?? 0)}h84" stroke="${ink.dark}" stroke-width="6"/>${said(month, x + 33, 816, 26, 'middle')}`
  }).join('')
  return page('Im Winter fehlt, was im Sommer übrig ist', 'Alde-Kraft', `${rules}${bars}${said('Gigawattstunden', 40, 152, 24, 'start', ink.grey)}${said('Erzeugung', 905, 218, 28, 'start', ink.blue, true)}${said('Verbrauch', 1345, 338, 28, 'end', ink.dark, true)}${said('fehlt', 151, 330, 28, 'middle', ink.red, true)}`)
}

export function mieten(): Promise<Canvas> {
  const fresh = [100, 103, 106, 108, 112, 116, 121, 125, 130, 134, 138]
  const old = [100, 100.4, 100.9, 101, 101.6, 102.4, 102.9, 103.8, 104.6, 105.2, 106]
  const at = (k: number, v: number): readonly [number, number] => [110 + k * 103, 790 - (v - 95) * 13.6]
  const rules = [100, 110, 120, 130].map((v) => `<path d="M40 ${at(0, v)[1]}H1230" stroke="${ink.rule}" stroke-width="2"/>${said(String(v), 40, at(0, v)[1] - 8, 22, 'start', ink.grey)}`).join('')
  const top = fresh.map((v, k) => at(k, v))
  const low = old.map((v, k) => at(k, v))
  const end = (points: readonly (readonly [number, number])[], text: string, name: string, tone: string): string => {
    const [x, y] = points.at(-1) ?? [0, 0]
    return `<circle cx="${x}" cy="${y}" r="11" fill="${tone}"/>${said(text, x + 24, y + 6, 46, 'start', tone, true)}${said(name, x + 24, y + 44, 24, 'start', tone)}`
  }
  return page('Wer bleibt, wohnt günstig', 'Sparkasse Morgau, 21’600 Verträge', `${rules}<path d="${path([...top, ...[...low].reverse()])}Z" fill="${ink.soft}" opacity=".35"/><path d="${path(top)}" fill="none" stroke="${ink.red}" stroke-width="8" stroke-linejoin="round"/><path d="${path(low)}" fill="none" stroke="${ink.blue}" stroke-width="8" stroke-linejoin="round"/>${end(top, '138', 'neue', ink.red)}${end(low, '106', 'laufende', ink.blue)}${said('Index, vor zehn Jahren = 100', 40, 152, 24, 'start', ink.grey)}${said('vor 10 Jahren', 110, 836, 24, 'start', ink.grey)}${said('heute', 1140, 836, 24, 'middle', ink.grey)}`)
}

export function stimmrecht(): Promise<Canvas> {
  const rows = [['16 bis 17', 46, 74, ink.red], ['18 bis 25', 38, 47, ink.grey], ['40 bis 55', 49, 50, ink.grey], ['über 65', 61, 62, ink.grey]] as const
  const y = (v: number): number => 800 - (v - 34) * 15
  const lines = rows.map(([name, without, given, tone], k) => `<path d="M430 ${y(without)}L970 ${y(given)}" stroke="${tone}" stroke-width="${k ? 5 : 10}"/><circle cx="430" cy="${y(without)}" r="${k ? 10 : 15}" fill="${tone}"/><circle cx="970" cy="${y(given)}" r="${k ? 10 : 15}" fill="${tone}"/>${said(`${without} %`, 400, y(without) + 10 + (name === '16 bis 17' ? 6 : name === '40 bis 55' ? -6 : 0), k ? 28 : 36, 'end', tone, k === 0)}${said(`${given} %  ${name} Jahre`, 1000, y(given) + 10 + (name === '18 bis 25' ? 10 : 0), k ? 28 : 36, 'start', tone, k === 0)}`).join('')
  return page('Der Unterschied ist ein Briefkasten', 'Staatskanzlei Morgau', `<path d="M430 190V820M970 190V820" stroke="${ink.rule}" stroke-width="3"/>${said('ohne Kasten', 430, 172, 26, 'middle', ink.dark, true)}${said('mit Kasten im Schulhaus', 970, 172, 26, 'middle', ink.dark, true)}${lines}`)
}

export function heimfall(): Promise<Canvas> {
  const cells = Array.from({ length: 31 }, (_, k) => {
    const x = 70 + (k % 8) * 112
    const y = 200 + Math.floor(k / 8) * 150
    const due = k < 19
    return `<path d="M${x} ${y}h96v128h-96z" fill="${due ? ink.blue : '#dfe3df'}"/><path d="M${x} ${y + 128}L${x + 30} ${y + 62}L${x + 50} ${y + 92}L${x + 70} ${y + 50}L${x + 96} ${y + 128}Z" fill="${due ? '#1d4c69' : '#c3cbc8'}"/>${k < 7 ? `<path d="M${x} ${y}h96v14h-96z" fill="${ink.red}"/>` : ''}`
  }).join('')
  return page('19 von 31 fallen heim', 'eigene Auswertung', `${cells}${said('19', 1010, 300, 110, 'start', ink.blue, true)}${said('laufen innert zwölf', 1010, 348, 28)}${said('Jahren aus,', 1010, 384, 28)}<path d="M1010 420h46v14h-46z" fill="${ink.red}"/>${said('davon 7 in den', 1070, 436, 28, 'start', ink.red, true)}${said('nächsten fünf', 1010, 472, 28, 'start', ink.red, true)}${said('12', 1010, 640, 110, 'start', '#9aa5a1', true)}${said('laufen länger', 1010, 688, 28)}`)
}

export function gletscher(): Promise<Canvas> {
  const lead = [0.1, 0.1, 0.12, 0.11, 0.13, 0.12, 0.15, 0.14, 0.16, 0.2, 0.26, 0.34, 0.5, 0.66, 0.9, 1.1, 1.5, 2.3, 3.6, 4.9, 5.4, 4.1, 2.2, 1.1, 0.7, 0.52]
  const at = (k: number, v: number): readonly [number, number] => [90 + k * 49.4, 790 - v * 108]
  const line = lead.map((v, k) => at(k, v))
  const years = [[0, '1750'], [5, '1800'], [10, '1850'], [15, '1900'], [20, '1975'], [25, 'heute']] as const
  const note = (k: number, y: number, text: string, v: number): string => `<path d="M${at(k, 0)[0]} ${y + 12}V${at(k, v)[1] - 14}" stroke="${ink.dark}" stroke-width="2.5"/>${said(text, at(k, 0)[0], y, 26, 'middle', ink.dark, true)}`
  return page('Was das Eis vom Blei weiss', 'Universität Aldenbrugg', `${[1, 2, 3, 4, 5].map((v) => `<path d="M40 ${at(0, v)[1]}H1360" stroke="${ink.rule}" stroke-width="2"/>${said(String(v), 40, at(0, v)[1] - 8, 22, 'start', ink.grey)}`).join('')}<path d="${path([at(0, 0), ...line, at(25, 0)])}Z" fill="${ink.pale}"/><path d="${path(line)}" fill="none" stroke="${ink.blue}" stroke-width="7" stroke-linejoin="round"/><path d="M40 790H1360" stroke="${ink.dark}" stroke-width="2.5"/>${years.map(([k, text]) => said(text, at(k, 0)[0], 828, 24, 'middle', ink.grey)).join('')}${said('Mikrogramm je Kilogramm Eis', 40, 152, 24, 'start', ink.grey)}${note(6, 600, 'Asche von 1815', 0.15)}${note(13, 470, 'Fabriken', 0.66)}${note(18, 270, 'Autos', 3.6)}${said('bleifrei', 1262, 440, 26, 'middle', ink.red, true)}<path d="M1240 452L1190 520" stroke="${ink.red}" stroke-width="3"/>`)
}
