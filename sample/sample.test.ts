import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { newsroom } from './newsroom.ts'
import type { Node, SampleStory } from './sample.ts'

const folder = import.meta.dirname
const { sections, staff, authors, agencies, topics, pictures, galleries, films, embeds, stories, fronts, pages, publication } = newsroom
const keys = (list: readonly { key: string }[]): Set<string> => new Set(list.map((one) => one.key))
const known = {
  stories: keys(stories), pictures: keys(pictures), galleries: keys(galleries), films: keys(films), embeds: keys(embeds), authors: keys(authors), agencies: keys(agencies), staff: keys(staff),
  sections: new Set(sections.map((section) => section.path)), topics: new Set(topics.map((topic) => topic.slug)),
}

const nodes = (node: Node | { content?: Node[] }): Node[] => (node.content ?? []).flatMap((child) => [child, ...nodes(child)])
const bodies = (story: SampleStory): Node[] => [...nodes(story.body), ...(story.unpublished ? nodes(story.unpublished.body) : [])]
const texts = (story: SampleStory): string[] => [
  story.headline, story.kicker ?? '', story.teaserTitle ?? '', story.lead, story.caption ?? '',
  ...(story.corrections ?? []).map((one) => one.text),
  ...bodies(story).filter((node) => node.type === 'paragraph' || node.type === 'subhead' || node.type === 'pullquote').map((node) => (node.content ?? []).map((part) => part.text ?? '').join('')),
]
const missing = (named: readonly (string | undefined)[], there: Set<string>): string[] => named.filter((one): one is string => one !== undefined && !there.has(one))
const bytesOf = (path: string): number =>
  statSync(path).isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0) : statSync(path).size

describe('the sample newsroom', () => {
  it('is large enough to look like a newspaper', () => {
    expect(sections.filter((section) => !section.path.includes('/')).length).toBeGreaterThanOrEqual(8)
    expect(stories.length).toBeGreaterThanOrEqual(28)
    expect(new Set(stories.map((story) => story.state))).toEqual(new Set(['public', 'draft', 'submitted', 'scheduled']))
    expect(stories.filter((story) => story.language === 'fr').length).toBeGreaterThanOrEqual(4)
    expect(stories.filter((story) => story.language === 'en').length).toBeGreaterThanOrEqual(3)
  })

  it('names every key once', () => {
    for (const list of [stories, pictures, galleries, films, embeds, authors, agencies, staff]) expect(keys(list).size).toBe(list.length)
    expect(known.sections.size).toBe(sections.length)
    expect(new Set(stories.map((story) => story.slug)).size).toBe(stories.length)
  })

  it.each(stories)('$key refers only to what is there', (story) => {
    expect(missing([story.section, ...(story.furtherSections ?? [])], known.sections)).toEqual([])
    expect(missing(story.topics, known.topics)).toEqual([])
    expect(missing(story.authors, known.authors)).toEqual([])
    expect(missing(story.agencies ?? [], known.agencies)).toEqual([])
    expect(missing([story.continues, story.translationOf], known.stories)).toEqual([])
    expect(missing([story.picture, ...bodies(story).filter((node) => node.type === 'picture').map((node) => String(node.attrs?.id))], known.pictures)).toEqual([])
    const links = bodies(story).flatMap((node) => node.marks ?? []).map((mark) => mark.attrs?.href ?? '').filter((href) => href.startsWith('story:'))
    expect(missing(links.map((href) => href.slice(6)), known.stories)).toEqual([])
  })

  it('refers only to what is there in fronts, authors and sections', () => {
    expect(missing(fronts.flatMap((front) => [front.lead, ...front.slots]), known.stories)).toEqual([])
    expect(missing(authors.map((author) => author.portrait), known.pictures)).toEqual([])
    expect(missing(galleries.flatMap((gallery) => gallery.pictures.map(({ picture }) => picture)), known.pictures)).toEqual([])
    const named = (kind: string): string[] => stories.flatMap((story) => bodies(story)).filter((node) => node.type === kind).map((node) => String(node.attrs?.id))
    expect(missing(named('gallery'), known.galleries)).toEqual([])
    expect(missing(named('video'), known.films)).toEqual([])
    expect(missing(named('embed'), known.embeds)).toEqual([])
    expect(missing(films.map((film) => film.poster), known.pictures)).toEqual([])
    expect(missing(authors.map((author) => author.staff), known.staff)).toEqual([])
    expect(missing(sections.filter((section) => section.path.includes('/')).map((section) => section.path.slice(0, section.path.lastIndexOf('/'))), known.sections)).toEqual([])
    expect(pages.map((page) => page.kind)).toEqual(expect.arrayContaining(['imprint', 'privacy', 'about']))
  })

  it.each(stories)('$key has a slug and paths of lower-case ASCII', (story) => {
    expect(story.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(story.section).toMatch(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/)
  })

  it.each(stories)('$key is set as its language is', (story) => {
    for (const text of texts(story)) {
      const count = (mark: string): number => text.split(mark).length - 1
      expect(count('«'), text).toBe(count('»'))
      expect(count('‹'), text).toBe(count('›'))
      expect(count('“'), text).toBe(count('”'))
      expect(text).not.toContain('"')
      if (story.language === 'de') expect(text).not.toMatch(/ß|« | »/)
      if (story.language === 'fr') expect(text).not.toMatch(/«(?!\u202f)|(?<!\u202f)»|(?<!\u202f)[?!;]/)
      if (story.language === 'en') expect(text).not.toMatch(/[«»]/)
    }
  })

  it.each(stories)('$key has dates in their order', (story) => {
    const { state, minutesAgo: first, updatedMinutesAgo: updated } = story
    if (state === 'draft' || state === 'submitted') return expect(first).toBeUndefined()
    if (state === 'scheduled') return expect(first).toBeLessThan(0)
    expect(first).toBeGreaterThan(0)
    for (const later of [updated, ...(story.corrections ?? []).map((one) => one.minutesAgo)]) {
      if (later !== undefined) expect(later).toBeLessThan(first ?? 0)
    }
    const before = stories.find((other) => other.key === (story.continues ?? story.translationOf))
    if (before) expect(before.minutesAgo).toBeGreaterThan(first ?? 0)
  })

  it('shows every kind of block', () => {
    const kinds = new Set(stories.flatMap((story) => bodies(story).flatMap((node) => [node.type, ...(node.marks ?? []).map((mark) => mark.type)])))
    for (const kind of ['paragraph', 'subhead', 'bulletList', 'orderedList', 'quotation', 'pullquote', 'table', 'infobox', 'picture', 'gallery', 'video', 'embed', 'divider', 'link', 'strong', 'emphasis']) expect(kinds).toContain(kind)
  })

  it.each(pictures)('$key is kept at its size, with credit, caption and alternative text', async (picture) => {
    const { width, height } = await sharp(join(folder, 'pictures', picture.file)).metadata()
    expect({ width, height }).toEqual({ width: picture.width, height: picture.height })
    expect(picture.credit.creator && picture.credit.credit && picture.caption && picture.alt).toBeTruthy()
    if (picture.kind === 'illustration') expect(width).toBeGreaterThanOrEqual(1600)
  })

  it('gives every story a picture', () => {
    expect(stories.filter((story) => !story.picture)).toEqual([])
    expect(new Set(stories.map((story) => story.picture)).size).toBeGreaterThanOrEqual(24)
  })

  it('keeps the pictures that it names, and no others', () => {
    const named = new Set([...pictures.map((picture) => picture.file), publication.logo.svg, publication.logo.png, publication.logo.wordmark])
    expect(readdirSync(join(folder, 'pictures')).filter((name) => !named.has(name))).toEqual([])
  })

  it('keeps the films that it names, each with its captions, and no others', () => {
    const named = new Set(films.flatMap((film) => [film.file, ...film.captions.map(({ file }) => file)]))
    expect(readdirSync(join(folder, 'films')).toSorted()).toEqual([...named].toSorted())
  })

  it('weighs at most 3 MB', () => {
    expect(bytesOf(folder)).toBeLessThanOrEqual(3_000_000)
  })
})
