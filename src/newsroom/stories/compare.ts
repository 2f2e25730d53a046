/** Two versions of a story, compared word by word. */
import { diffArrays, diffWordsWithSpace } from 'diff';
import type { DocumentJson } from './grammar.ts';
import type { StoryContent } from './story.ts';
import { stable } from './merge.ts';
import { plainBlocks } from './text.ts';

export interface Change {
  readonly op: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface BlockChange {
  /** The element's name in the grammar. */
  readonly kind: string;
  readonly op: 'same' | 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
}

export interface Comparison {
  /** The fields that differ; lists as their texts, one a line. */
  readonly fields: readonly { readonly field: string; readonly changes: readonly Change[] }[];
  readonly body: readonly BlockChange[];
}

// Two novels against each other would take minutes; beyond this the blocks are shown whole.
const greatestWordDiff = 60_000;

export function compareContent(before: StoryContent, after: StoryContent): Comparison {
  const fields = Object.keys(after).filter((field): field is Exclude<keyof StoryContent, 'body'> => field !== 'body');
  return {
    fields: fields.flatMap((field) => {
      const [a, b] = [asText(before[field]), asText(after[field])];
      return a === b ? [] : [{ field, changes: compareTexts(a, b, after.language) }];
    }),
    body: compareBlocks(before.body.content ?? [], after.body.content ?? [], after.language),
  };
}

export function compareTexts(before: string, after: string, language: string): Change[] {
  if (before.length + after.length > greatestWordDiff) {
    return [{ op: 'removed' as const, text: before }, { op: 'added' as const, text: after }].filter((change) => change.text !== '');
  }
  const intlSegmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return diffWordsWithSpace(before, after, { intlSegmenter }).map((part) => ({ op: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }));
}

function compareBlocks(before: readonly DocumentJson[], after: readonly DocumentJson[], language: string): BlockChange[] {
  const result: BlockChange[] = [];
  let removed: DocumentJson[] = [];
  let at = { before: 0, after: 0 };
  const flush = () => {
    result.push(...removed.map((block) => whole(block, 'removed')));
    removed = [];
  };
  for (const part of diffArrays(before.map(stable), after.map(stable))) {
    const length = part.value.length;
    if (part.removed) {
      removed = before.slice(at.before, at.before + length) as DocumentJson[];
      at = { ...at, before: at.before + length };
    } else if (part.added) {
      for (const block of after.slice(at.after, at.after + length)) {
        const old = removed[0]?.type === block.type ? removed.shift() : undefined;
        result.push(old === undefined ? whole(block, 'added') : { kind: block.type, op: 'changed', changes: compareTexts(blockText(old), blockText(block), language) });
      }
      flush();
      at = { ...at, after: at.after + length };
    } else {
      flush();
      result.push(...after.slice(at.after, at.after + length).map((block) => whole(block, 'same')));
      at = { before: at.before + length, after: at.after + length };
    }
  }
  flush();
  return result;
}

const whole = (block: DocumentJson, op: 'same' | 'added' | 'removed'): BlockChange => ({ kind: block.type, op, changes: [{ op, text: blockText(block) }] });

const blockText = (block: DocumentJson): string => plainBlocks(block).join('\n');

function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? value.map(asText).join('\n') : Object.values(value as object).map(asText).join('\n');
}
