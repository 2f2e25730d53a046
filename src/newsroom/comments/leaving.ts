/** What a reader takes along and leaves behind: a copy of their own, and a thread that can still be read. */
import type { Db } from '../../platform/database/database.ts';
import type { House, Tools } from '../../platform/feature.ts';
import { readersById } from '../readers/readers.ts';
import { threadTag } from './deciding.ts';
import { commentsOf, leaveComments, recommendationsOf, renameWriter } from './own-store.ts';
import { selectMarks } from './moderating/standing-store.ts';
import { commentsThemselves } from './post-box.ts';
import { objectionsOf } from './reporting/statement-store.ts';

/** Everything that is kept of this reader here. */
export async function giveOwn(db: Db, reader: string): Promise<Readonly<Record<string, unknown>>> {
  const [comments, recommendations, objections, marks] = await Promise.all([commentsOf(db, reader), recommendationsOf(db, reader), objectionsOf(db, reader), selectMarks(db, reader)]);
  // Who moderated is no data of theirs; notes and trust are what colleagues tell each other.
  const told = marks.filter(({ kind }) => kind !== 'note' && kind !== 'trust').map(({ at, kind, words, until }) => ({ at, kind, words, until }));
  return { comments, recommendations, objections, standing: told };
}

/** The account goes: its name and everything that leads to it goes from the comments, their words stay. */
export async function takeAwayWriter(tools: Tools, reader: string): Promise<void> {
  const stories = await leaveComments(tools.db, reader);
  if (stories.length > 0) await tools.announce({ event: 'comments.left', facts: { stories: stories.length }, tags: stories.map(threadTag) });
}

/** The account is called otherwise: so are its comments. */
export async function followName(house: House, reader: string): Promise<void> {
  await house.act(commentsThemselves, async (tools) => {
    const name = (await readersById(tools.db, [reader])).get(reader)?.name;
    if (name === undefined) return;
    const stories = await renameWriter(tools.db, reader, name);
    if (stories.length > 0) await tools.announce({ event: 'comments.renamed', facts: { stories: stories.length }, tags: stories.map(threadTag) });
  });
}
