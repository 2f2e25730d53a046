/** The lists of words that deserve a look, one for each language. A word finds its other forms too: its stems are compared. */
import type { Tools } from '../../../platform/feature.ts';
import type { Refused } from '../../../platform/result.ts';
import { refuse } from '../../../platform/result.ts';
import { newId } from '../../../platform/text/id.ts';
import { deleteWord, insertWord } from './words-store.ts';

export async function listWord(tools: Tools, { language, word }: { readonly language: 'de' | 'fr' | 'it' | 'en'; readonly word: string }): Promise<{ id: string } | Refused<'word-listed' | 'word-empty'>> {
  const id = newId();
  const kept = await insertWord(tools.db, { id, language, word: word.toLowerCase(), by: tools.by.name, now: tools.now });
  if (kept === null) return refuse('word-listed');
  if (kept === 'empty') return refuse('word-empty');
  await tools.record({ act: 'comments.words', subject: `comment-word:${id}`, detail: { what: 'added' } });
  return { id };
}

export async function unlistWord(tools: Tools, id: string): Promise<null | Refused<'no-such-word'>> {
  if (!(await deleteWord(tools.db, id))) return refuse('no-such-word');
  await tools.record({ act: 'comments.words', subject: `comment-word:${id}`, detail: { what: 'removed' } });
  return null;
}
