import type { Body, Node } from './sample.ts'

type Inline = string | Node

export const body = (...content: Node[]): Body => ({ type: 'doc', content })

export const p = (...parts: Inline[]): Node => ({ type: 'paragraph', content: parts.map(inline) })

export const h = (title: string): Node => ({ type: 'subhead', attrs: { level: 2 }, content: [text(title)] })

export const ul = (...items: Inline[]): Node => ({ type: 'bulletList', content: items.map(listItem) })

export const ol = (...items: Inline[]): Node => ({ type: 'orderedList', content: items.map(listItem) })

/** What somebody said or wrote, with its source. */
export const quote = (said: string, source: string): Node => ({ type: 'quotation', attrs: { source }, content: [p(said)] })

/** A sentence of the story, lifted out. */
export const pull = (sentence: string, source = ''): Node => ({ type: 'pullquote', attrs: { source }, content: [text(sentence)] })

/** The first row is the head. */
export const table = (head: string[], ...rows: string[][]): Node => ({
  type: 'table',
  content: [tableRow('tableHeader', head), ...rows.map((cells) => tableRow('tableCell', cells))],
})

export const box = (title: string, ...content: Node[]): Node => ({ type: 'infobox', attrs: { title }, content })

/** @param id key of a sample picture */
export const pic = (id: string, caption = ''): Node => ({ type: 'picture', attrs: { id, caption } })

/** @param id key of a sample gallery */
export const gallery = (id: string): Node => ({ type: 'gallery', attrs: { id } })

/** @param id key of a sample film */
export const video = (id: string, caption = ''): Node => ({ type: 'video', attrs: { id, caption } })

/** @param id key of a sample embed */
export const embed = (id: string): Node => ({ type: 'embed', attrs: { id } })

export const hr = (): Node => ({ type: 'divider' })

export const strong = (words: string): Node => ({ ...text(words), marks: [{ type: 'strong' }] })

export const em = (words: string): Node => ({ ...text(words), marks: [{ type: 'emphasis' }] })

/** @param href an address, or `story:KEY` for another sample story */
export const a = (href: string, words: string): Node => ({ ...text(words), marks: [{ type: 'link', attrs: { href } }] })

const text = (words: string): Node => ({ type: 'text', text: words })

const inline = (part: Inline): Node => (typeof part === 'string' ? text(part) : part)

const listItem = (item: Inline): Node => ({ type: 'listItem', content: [p(item)] })

const tableRow = (type: 'tableHeader' | 'tableCell', cells: string[]): Node => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, content: [p(cell)] })),
})
