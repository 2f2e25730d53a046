/** The stories of the archive: story number n is always the same. */
import type { DocumentJson } from '../../src/newsroom/stories/grammar.ts';
import type { Label, StoryContent } from '../../src/newsroom/stories/story.ts';
import { emptyContent } from '../../src/newsroom/stories/story.ts';
import { Chance } from './chance.ts';
import type { Newsroom } from './newsroom.ts';
import type { Vocabulary } from './words.ts';

export interface ArchiveStory {
  readonly id: string;
  readonly content: StoryContent;
  readonly published: Date;
  /** When its sense changed; null for most. */
  readonly updated: Date | null;
}

/** The archive ends here and reaches five years back. */
const newest = Date.parse('2026-11-20T17:00:00Z');
const years = 5 * 365 * 24 * 3_600_000;

export interface Archive {
  readonly vocabulary: Vocabulary;
  readonly newsroom: Newsroom;
  readonly size: number;
}

/** Number 0 is the newest. */
export function storyOf({ vocabulary, newsroom, size }: Archive, number: number): ArchiveStory {
  const chance = new Chance(number * 7919 + 17);
  const published = new Date(newest - Math.floor((number * years) / size));
  const section = chance.weighed(newsroom.sections);
  // What a story is about it says again and again.
  const subject = Array.from({ length: 8 }, () => vocabulary.ofMeaning(chance));
  const word = () => (chance.next() < 0.04 ? chance.one(subject) : vocabulary.any(chance));
  const few = <T extends { readonly id: string }>(things: readonly T[], most: number) => [...new Set(Array.from({ length: chance.whole(0, most) }, () => chance.one(things).id))];
  const headline = Array.from({ length: chance.whole(5, 9) }, () => (chance.next() < 0.4 ? chance.one(subject) : vocabulary.ofMeaning(chance))).join(' ');
  const content: StoryContent = {
    ...emptyContent(section.id, 'de'), headline, kicker: subject[0]!, lead: sentence(word, chance.whole(18, 30)), label: labelOf(chance, section.path),
    furtherSections: chance.next() < 0.1 ? [chance.one(newsroom.sections).id].filter((id) => id !== section.id) : [],
    topics: few(newsroom.topics, 3), authors: [chance.one(newsroom.authors).id, ...(chance.next() < 0.15 ? [chance.one(newsroom.authors).id] : [])].filter((id, at, all) => all.indexOf(id) === at),
    credits: few(newsroom.agencies, 2), picture: chance.next() < 0.75 ? { id: chance.one(newsroom.pictures).picture.id, caption: '' } : null,
    continues: chance.next() < 0.05 && number + 40 < size ? idOf(number + chance.whole(1, 40)) : null,
    body: bodyOf({ chance, word, length: chance.whole(300, 800) }),
  };
  return { id: idOf(number), content, published, updated: chance.next() < 0.15 ? new Date(published.getTime() + 3_600_000) : null };
}

export function idOf(number: number): string {
  return new Chance(number * 104_729 + 3).id();
}

function labelOf(chance: Chance, path: string): Label | null {
  if (path === 'meinung') return 'opinion';
  return chance.next() < 0.03 ? 'analysis' : null;
}

function sentence(word: () => string, length: number): string {
  const text = Array.from({ length }, (_, at) => word() + (at % 9 === 8 && at < length - 1 ? ',' : '')).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function bodyOf({ chance, word, length }: { chance: Chance; word: () => string; length: number }): DocumentJson {
  const content: DocumentJson[] = [];
  const paragraph = (): DocumentJson => {
    const text = Array.from({ length: chance.whole(3, 5) }, () => sentence(word, chance.whole(8, 18))).join(' ');
    return { type: 'paragraph', content: [{ type: 'text', text }] };
  };
  for (let words = 0; words < length;) {
    if (content.length % 5 === 4) content.push({ type: 'subhead', content: [{ type: 'text', text: sentence(word, 4) }] });
    const block = paragraph();
    content.push(block);
    words += block.content![0]!.text!.split(' ').length;
  }
  if (chance.next() < 0.2) content.splice(3, 0, { type: 'infobox', attrs: { title: sentence(word, 3) }, content: [paragraph()] });
  if (chance.next() < 0.2) content.splice(2, 0, { type: 'quotation', attrs: { source: 'Ürsula Müller' }, content: [paragraph()] });
  return { type: 'doc', content };
}
