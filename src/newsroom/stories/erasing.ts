import type { Tools } from '../../platform/feature.ts';
import { tellPictures } from './pictures-shown.ts';
import { deleteStories } from './store.ts';

/**
 * Removes stories with all their versions, as if they had never been: their addresses answer 404. For the sample
 * newsroom alone; what people wrote is withdrawn or discarded, never erased.
 */
export async function eraseStories(tools: Tools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteStories(tools.db, ids);
  await tellPictures(tools, ids);
  for (const id of ids) await tools.record({ act: 'story.erase', subject: `story:${id}` });
  await tools.announce({ event: 'stories.erased', facts: { count: ids.length }, tags: ['front', 'latest', 'corrections', 'sections', ...ids.map((id) => `story:${id}`)] });
}
