/** Holding a comment while one reads it, so that nobody else begins with the same one. */
import type { Tools } from '../../../platform/feature.ts';
import type { Refused } from '../../../platform/result.ts';
import { refuse } from '../../../platform/result.ts';
import { clearHolds, deleteHold, holderOf, takeHold } from './holds-store.ts';
import { heldFor } from './rules.ts';

/** Takes or renews a hold on a waiting comment; refused while somebody else has it, or where it waits no more. */
export async function holdComment(tools: Tools, id: string): Promise<{ readonly until: Date } | Refused<'held-by-other' | 'decided-meanwhile'>> {
  const until = new Date(tools.now.getTime() + heldFor);
  await clearHolds(tools.db, tools.now);
  const taken = await takeHold(tools.db, { id, by: tools.by, until, now: tools.now });
  if (taken === 'renewed') return { until };
  if (taken === 'taken') {
    await tools.announce({ event: 'comment.held', facts: { id, by: tools.by.id } });
    return { until };
  }
  const holder = await holderOf(tools.db, id, tools.now);
  return holder === null ? refuse('decided-meanwhile') : refuse('held-by-other', { name: holder.name });
}

/** Lets go of what this moderator holds; nothing happens where they hold nothing. */
export async function freeComment(tools: Tools, id: string): Promise<void> {
  if (await deleteHold(tools.db, { id, holder: tools.by.id })) await tools.announce({ event: 'comment.freed', facts: { id } });
}
