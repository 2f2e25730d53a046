/** What somebody typed before signing in: kept under a secret, and sent when the button of the mail's page is pressed. */
import type { Tools } from '../../platform/feature.ts';
import { isRefused } from '../../platform/result.ts';
import { hashOf, newSecret } from '../../platform/text/secret.ts';
import { readersById } from '../readers/readers.ts';
import { discussionPath } from './discussion.ts';
import type { Draft } from './draft-store.ts';
import { insertDraft, noteBecame, readDraft } from './draft-store.ts';
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

/** The writer has proved their address: the comment goes where it was meant to. What is refused now stays a draft, and its page says why. */
export async function sendDraft(tools: Tools, { account, errand }: { readonly account: string; readonly errand: string }): Promise<void> {
  const hash = errand.slice(errandName.length);
  const draft = await readDraft(tools.db, hash, tools.now);
  const reader = (await readersById(tools.db, [account])).get(account);
  if (draft === null || draft.comment !== null || reader === undefined) return;
  const post = { story: draft.story, answers: draft.answers, writer: { id: account, name: reader.name }, text: draft.text, hiddenField: '', openFor: null, proof: 'not-asked' as const, network: null, at: tools.now };
  const [posted] = await postComments(tools, [post]);
  if (posted !== undefined && !isRefused(posted)) await noteBecame(tools.db, hash, posted.id);
}
