/** From the store to the shapes that moderators see. */
import type { z } from '@hono/zod-openapi';
import type { Db } from '../../../platform/database/database.ts';
import { readerForDesk } from '../../readers/readers.ts';
import { teasersById } from '../../stories/stories.ts';
import { decisionsAbout } from '../deciding-store.ts';
import { closesAt, isOpen } from '../rules.ts';
import { readThread } from '../settings-store.ts';
import type { QueueRow } from './queue-store.ts';
import { selectAbove, selectComment } from './queue-store.ts';
import type { commenterSchema, queueItemSchema, wholeSchema } from './schemas.ts';
import { countByState, readStanding, selectMarks, selectWritten } from './standing-store.ts';

/** What a moderator looks at beside a comment; more is a click away. */
const writtenBeside = 12;

export function queueItem(row: QueueRow): z.infer<typeof queueItemSchema> {
  const { id, state, text, language, chosen, pinned, recommendations, replies, parent } = row;
  return {
    id, state, text, language, chosen, pinned, recommendations, replies, parent, findings: [...row.findings],
    writer: { name: row.name, reader: row.reader, staff: row.staff },
    createdAt: row.created_at.toISOString(), stateAt: row.state_at.toISOString(), editedAt: row.edited_at?.toISOString() ?? null,
    answers: row.answers_name, story: { id: row.story, headline: row.headline, public: row.story_public, section: row.section_path },
    heldBy: row.holder_id === null ? null : { id: row.holder_id, name: row.holder_name! },
  };
}

/** A comment with what is needed to decide about it: its story, the thread above, its history, its writer's. */
export async function readWhole(db: Db, id: string, now: Date): Promise<z.infer<typeof wholeSchema> | null> {
  const row = await selectComment(db, id, now);
  if (row === null) return null;
  const [above, decisions, writer, thread, teasers] = await Promise.all([
    selectAbove(db, row, now), decisionsAbout(db, id), row.reader === null ? null : readCommenter(db, row.reader, id), readThread(db, row.story), teasersById(db, [row.story]),
  ]);
  const undone = new Set(decisions.map(({ undoes }) => undoes));
  const teaser = teasers.get(row.story);
  const end = thread === null ? null : closesAt(thread.facts);
  return {
    comment: queueItem(row), above: above.map(queueItem), writer,
    decisions: decisions.map((one) => ({
      id: one.id, at: one.at.toISOString(), by: one.byName, decision: one.name, from: one.from, to: one.to, reason: one.reason, words: one.words, after: one.after, undone: undone.has(one.id),
    })),
    story: {
      url: teaser?.url ?? null, lead: teaser?.lead ?? '', publishedAt: teaser?.publishedAt.toISOString() ?? null,
      open: thread !== null && isOpen(thread.facts, now), closesAt: end instanceof Date ? end.toISOString() : null,
    },
  };
}

/** Somebody who writes, as the moderators know them; null: no such account. */
export async function readCommenter(db: Db, reader: string, except = ''): Promise<z.infer<typeof commenterSchema> | null> {
  const [account, standing, counts, marks, written] = await Promise.all([
    readerForDesk(db, reader), readStanding(db, reader), countByState(db, reader), selectMarks(db, reader), selectWritten(db, { reader, except, limit: writtenBeside }),
  ]);
  if (account === null) return null;
  return {
    id: reader, name: account.name, since: account.createdAt.toISOString(), trust: standing.trust,
    suspendedUntil: standing.suspendedUntil?.toISOString() ?? null, bannedAt: standing.bannedAt?.toISOString() ?? null, counts,
    marks: marks.map(({ byName, at, until, ...mark }) => ({ ...mark, at: at.toISOString(), by: byName, until: until?.toISOString() ?? null })),
    written: written.map((line) => ({ ...line, at: line.at.toISOString() })),
  };
}
