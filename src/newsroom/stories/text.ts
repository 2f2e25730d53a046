/** The words of a document, without its elements. */
import type { DocumentJson } from './grammar.ts';

/** Blocks of plain text, in reading order. */
export function plainBlocks(document: DocumentJson): string[] {
  const blocks: string[] = [];
  const walk = (node: DocumentJson) => {
    const inline = node.content?.some((child) => child.type === 'text') ?? false;
    if (inline) {
      blocks.push(node.content!.map((child) => child.text ?? '').join(''));
      return;
    }
    if (typeof node.attrs?.['title'] === 'string' && node.attrs['title'] !== '') blocks.push(node.attrs['title']);
    node.content?.forEach(walk);
    for (const name of ['source', 'caption']) {
      const value = node.attrs?.[name];
      if (typeof value === 'string' && value !== '') blocks.push(value);
    }
  };
  walk(document);
  return blocks;
}

export function plainText(document: DocumentJson): string {
  return plainBlocks(document).join('\n');
}

export function hasText(document: DocumentJson): boolean {
  return plainBlocks(document).some((block) => /\S/u.test(block));
}

export interface Counts {
  readonly characters: number;
  readonly words: number;
  /** At 230 words a minute, at least one. */
  readonly minutes: number;
}

/** Counted as a reader counts: grapheme clusters and words, in the language's own sense. */
export function counts(text: string, language: string): Counts {
  let characters = 0;
  let words = 0;
  for (const _ of new Intl.Segmenter(language, { granularity: 'grapheme' }).segment(text)) characters++;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) if (isWordLike) words++;
  return { characters, words, minutes: Math.max(1, Math.round(words / 230)) };
}
