import { words, wordsWidth } from './text.ts'

/** The sign of the paper: an M of two ridges under a rising sun. */
export function drawLogo(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" role="img" aria-label="Morgauer Zeitung">
<path d="M0 0h256v256H0z" fill="#a3271f"/>
<path d="M64 96a64 64 0 0 1 128 0z" fill="#f6d9a8"/>
<path d="M20 224 82 84l46 84 46-84 62 140h-46l-25-62-37 62-37-62-25 62z" fill="#fffaf2"/>
<path d="m174 84 62 140h-46l-25-62zM82 84l46 84v56l-37-62z" fill="#d9c6b4"/>
</svg>
`
}

/** The name as it stands over the front page. */
export function drawWordmark(): string {
  const size = 120
  const wide = Math.ceil(wordsWidth('Morgauer Zeitung', size, 'serif-bold'))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} 140" role="img" aria-label="Morgauer Zeitung">${words('Morgauer Zeitung', { x: 0, y: 100, size, face: 'serif-bold', fill: '#1a1a1a' })}</svg>
`
}
