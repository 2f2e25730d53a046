/** Stories by words, for everything in the desk that points at one. */
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';
import type { StoryLine } from '../told.ts';

export async function findStories(words: string, signal?: AbortSignal): Promise<readonly StoryLine[]> {
  return (await read<Listed<StoryLine>>(address('/stories', { q: words, limit: 8 }), signal)).items;
}
