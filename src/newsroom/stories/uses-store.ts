/** Which things of features stories show: where a gallery or a film is used is looked up here; pictures are told themselves. */
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import { elementUses } from './elements/elements.ts';
import type { StoryContent } from './story.ts';

type Place = 'working' | 'public';

/** What these working copies, or public versions, show from now on. */
export async function writeUses(tx: Tx, stories: readonly { readonly id: string; readonly content: StoryContent }[], place: Place): Promise<void> {
  await tx.deleteFrom('story_uses').where('story_id', 'in', stories.map(({ id }) => id)).where('place', '=', place).execute();
  const rows = stories.flatMap(({ id, content }) => elementUses(content.body).map((use) => ({ kind: use.kind, thing_id: use.id, story_id: id, place })));
  if (rows.length > 0) await tx.insertInto('story_uses').values(rows).execute();
}

export async function removeUses(tx: Tx, id: string, place: Place): Promise<void> {
  await tx.deleteFrom('story_uses').where('story_id', '=', id).where('place', '=', place).execute();
}

/** Stories that show this, in the working copy or to readers. */
export async function storiesUsing(db: Db, { kind, id }: { readonly kind: string; readonly id: string }): Promise<string[]> {
  const rows = await db.selectFrom('story_uses').select('story_id').distinct().where('kind', '=', kind).where('thing_id', '=', id).execute();
  return rows.map((row) => row.story_id);
}
