/** What readers do with their own comments, and with those of others that they like. */
import { hash } from 'node:crypto';
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { lines } from '../../platform/text/plain.ts';
import type { KeptComment } from './deciding-store.ts';
import { eraseText, lockComment, readComment } from './deciding-store.ts';
import type { CommentUnknown } from './deciding.ts';
import { move } from './deciding.ts';
import { lettersOf, sketchOf } from './folding.ts';
import { saveText } from './own-store.ts';
import { insertRecommendation, withdrawRecommendation } from './recommending-store.ts';
import { isOpen, judgeText, mayEdit, recommendationsPerNetwork } from './rules.ts';
import { countLinks } from './segments.ts';
import { readThread } from './settings-store.ts';

type Own = { readonly id: string; readonly reader: string };

/** One's own comment in other words, while it waits, for a few minutes. What is found in the new words is looked at by people, as before. */
export async function editComment(tools: Tools, { id, reader, text }: Own & { readonly text: string }): Promise<KeptComment | CommentUnknown | Refused<'too-late-to-edit' | 'comment-empty' | 'comment-too-long'>> {
  const comment = await lockComment(tools.db, id);
  if (comment === null || comment.reader !== reader) return refuse('comment-unknown');
  if (!mayEdit(comment, tools.now)) return refuse('too-late-to-edit');
  const words = lines(text);
  const wrong = judgeText(words);
  if (wrong !== null) return wrong;
  const findings = new Set([...comment.findings, ...(countLinks(words) > 0 ? ['links'] : [])]);
  await saveText(tools.db, { id, text: words, at: tools.now, lettersKey: hash('sha256', lettersOf(words), 'base64url'), sketch: sketchOf(words), findings: [...findings] });
  await tools.announce({ event: 'comment.edited', facts: { id, story: comment.story } });
  return { ...comment, text: words, editedAt: tools.now };
}

/** Takes one's own comment back: its words are gone for good; what was answered keeps its place in the thread. */
export async function deleteComment(tools: Tools, { id, reader }: Own): Promise<KeptComment | CommentUnknown> {
  const comment = await lockComment(tools.db, id);
  if (comment === null || comment.reader !== reader || comment.state === 'deleted') return refuse('comment-unknown');
  await move(tools, { comment, to: 'deleted', name: 'delete', reason: '', words: '', after: 'writer' });
  await eraseText(tools.db, id);
  return { ...comment, state: 'deleted', text: '' };
}

export interface Recommending extends Own {
  readonly recommends: 'yes' | 'no';
  readonly network: string | null;
}

/** One per reader and comment, however often it is pressed; not one's own; as long as the discussion is open. */
export async function recommendComment(tools: Tools, { id, reader, recommends, network }: Recommending): Promise<KeptComment | CommentUnknown | Refused<'own-comment' | 'closed'>> {
  const comment = await readComment(tools.db, id);
  if (comment?.state !== 'approved') return refuse('comment-unknown');
  if (comment.reader === reader) return refuse('own-comment');
  const thread = await readThread(tools.db, comment.story);
  if (thread === null) return refuse('comment-unknown');
  if (!isOpen(thread.facts, tools.now)) return refuse('closed');
  if (recommends === 'yes') await insertRecommendation(tools.db, { comment: id, reader, network, at: tools.now }, recommendationsPerNetwork);
  else await withdrawRecommendation(tools.db, id, reader);
  return comment;
}
