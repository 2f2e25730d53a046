/** Comments that come along with a newsroom, such as the sample's: nobody posted them here, nobody can sign in as their writers. */
import type { Tools } from '../../platform/feature.ts';
import { newId } from '../../platform/text/id.ts';
import { threadTag } from './deciding.ts';
import { countReplies } from './deciding-store.ts';
import type { BroughtComment } from './posting-store.ts';
import { insertBrought } from './posting-store.ts';
import { countApproved, readThread } from './settings-store.ts';

/** `answers`: the key of the comment that is answered; it comes before its answer. */
export type Brought = Omit<BroughtComment, 'id' | 'parent' | 'language'>;

export async function bringComments(tools: Tools, brought: readonly Brought[]): Promise<void> {
  const languages = new Map<string, string>();
  for (const story of new Set(brought.map((one) => one.story))) languages.set(story, (await readThread(tools.db, story))?.language ?? 'de');
  const made = new Map<string, BroughtComment>();
  for (const one of brought) {
    const answered = one.answers === null ? undefined : made.get(one.answers);
    made.set(one.key, { ...one, id: newId(), language: languages.get(one.story)!, parent: answered === undefined ? null : answered.parent ?? answered.id, answers: answered?.parent == null ? null : answered.id });
  }
  const all = [...made.values()];
  await insertBrought(tools.db, all);
  const approved = all.filter(({ state }) => state === 'approved');
  await countReplies(tools.db, numbers(approved.flatMap(({ parent }) => parent ?? [])));
  await countApproved(tools.db, numbers(approved.map(({ story }) => story)), tools.now);
  if (all.length > 0) await tools.announce({ event: 'comments.brought', facts: { comments: all.length }, tags: [...languages.keys()].map(threadTag) });
}

function numbers(keys: readonly string[]): Map<string, number> {
  return new Map([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));
}
