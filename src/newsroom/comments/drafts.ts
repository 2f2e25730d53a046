/** What somebody typed before signing in: kept under a secret, shown on the mail's page, and sent or forgotten by its buttons. */
import type { Db } from '../../platform/database/database.ts';
import type { Tools, WaitingText } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { lines } from '../../platform/text/plain.ts';
import { hashOf, newSecret } from '../../platform/text/secret.ts';
import { readersById } from '../readers/readers.ts';
import { teasersById } from '../stories/stories.ts';
import { discussionPath } from './discussion.ts';
import type { Draft } from './draft-store.ts';
import { deleteDraft, insertDraft, noteBecame, readDraft } from './draft-store.ts';
import { postComments } from './posting.ts';
import { draftsKeptFor } from './rules.ts';

const errandName = 'comments:';

/** Where to come back to, and what to do in the transaction of the link that leads there. */
export function keepDraft(typed: Pick<Draft, 'story' | 'answers' | 'text'>): { readonly next: string; errand(tools: Tools): Promise<string> } {
  const secret = newSecret();
  const hash = hashOf(secret);
  return {
    next: `${discussionPath(typed.story)}/schreiben?entwurf=${secret}`,
    async errand(tools) {
      await insertDraft(tools.db, { hash, ...typed }, { now: tools.now, ends: new Date(tools.now.getTime() + draftsKeptFor) });
      return errandName + hash;
    },
  };
}

/** As it would be kept: whoever owns the address may not have written it. */
export async function showDraft(db: Db, { errand, now }: { readonly errand: string; readonly now: Date }): Promise<WaitingText | null> {
  const draft = await readDraft(db, hashIn(errand), now);
  if (draft === null || draft.comment !== null) return null;
  const story = (await teasersById(db, [draft.story])).get(draft.story);
  return { text: lines(draft.text), about: story === undefined ? null : { name: story.headline, url: story.url } };
}

export function forgetDraft(tools: Tools, errand: string): Promise<void> {
  return deleteDraft(tools.db, hashIn(errand));
}

/** The writer has proved their address: the comment goes where it was meant to. What is refused now stays a draft, and its page says why. */
export async function sendDraft(tools: Tools, { account, errand }: { readonly account: string; readonly errand: string }): Promise<void> {
  const hash = hashIn(errand);
  const draft = await readDraft(tools.db, hash, tools.now);
  const reader = (await readersById(tools.db, [account])).get(account);
  if (draft === null || draft.comment !== null || reader === undefined) return;
  const post = { story: draft.story, answers: draft.answers, writer: { id: account, name: reader.name }, text: draft.text, hiddenField: '', openFor: null, proof: 'not-asked' as const, network: null, at: tools.now };
  const [posted] = await postComments(tools, [post]);
  if (posted !== undefined && !isRefused(posted)) await noteBecame(tools.db, hash, posted.id);
}

function hashIn(errand: string): string {
  return errand.slice(errandName.length);
}
