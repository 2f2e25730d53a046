/** The newsroom answers: under its member's name, with its badge, at once. */
import { hash } from 'node:crypto';
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { lines } from '../../platform/text/plain.ts';
import type { Decided } from './deciding.ts';
import { threadTag } from './deciding.ts';
import { countReplies, insertDecisions, lockComment } from './deciding-store.ts';
import { insertComments, readOnce } from './posting-store.ts';
import { judgeText, mayAnswerBelow } from './rules.ts';
import { countApproved, readAuthorship, readThread } from './settings-store.ts';

export type AnswerRefusal = Refused<'story-gone' | 'not-your-story' | 'answered-gone' | 'comment-empty' | 'comment-too-long'>;

/** `answers`: the comment that is answered; null: a word of the newsroom to all. A closed discussion closes nobody's mouth here. */
export async function answerAsNewsroom(tools: Tools, { story, answers, text }: { story: string; answers: string | null; text: string }): Promise<Pick<Decided, 'comment' | 'story' | 'state'> | AnswerRefusal> {
  const words = lines(text);
  const wrong = judgeText(words);
  if (wrong !== null) return wrong;
  const thread = await readThread(tools.db, story);
  if (thread === null) return refuse('story-gone');
  const notTheirs = mayAnswerBelow(tools.by, await readAuthorship(tools.db, story));
  if (notTheirs !== null) return notTheirs;
  const answered = answers === null ? null : await lockComment(tools.db, answers);
  if (answers !== null && (answered?.state !== 'approved' || answered.story !== story)) return refuse('answered-gone');
  const onceKey = hash('sha256', ['staff', tools.by.id, story, answers ?? '', words].join('\0'), 'base64url');
  const parent = answered === null ? null : answered.parent ?? answered.id;
  const made = {
    id: newId(), story, parent, answers: answered?.parent == null ? null : answered.id, reader: null, staff: tools.by.id, name: tools.by.name, text: words, language: thread.language,
    state: 'approved' as const, findings: [], onceKey, lettersKey: '', sketch: [], network: null, at: tools.now,
  };
  if (!(await insertComments(tools.db, [made])).has(made.id)) {
    const there = (await readOnce(tools.db, [onceKey])).get(onceKey);
    return { comment: there?.id ?? made.id, story, state: there?.state ?? 'approved' };
  }
  if (parent !== null) await countReplies(tools.db, new Map([[parent, 1]]));
  await countApproved(tools.db, new Map([[story, 1]]), tools.now);
  const [decision] = await insertDecisions(tools.db, [{ comment: made.id, at: tools.now, byKind: tools.by.kind as 'staff', byId: tools.by.id, byName: tools.by.name, name: 'approve', from: 'pending', to: 'approved', reason: '', words: '', after: 'newsroom', undoes: null }]);
  await tools.later('comments.tell', { decision, comment: made.id });
  await tools.record({ act: 'comment.answer', subject: `comment:${made.id}`, detail: { story, answers } });
  await tools.announce({ event: 'comment.approved', facts: { id: made.id, story, by: tools.by.id }, tags: [threadTag(story)] });
  return { comment: made.id, story, state: 'approved' };
}
