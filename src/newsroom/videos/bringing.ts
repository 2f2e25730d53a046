/** Films that the house brings itself, and takes away again: for the sample newsroom alone. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { isRefused } from '../../platform/result.ts';
import type { PreparedVideo } from './actions.ts';
import { captionVideo, changeVideo, keepVideo } from './actions.ts';
import type { Video } from './store.ts';
import { deleteVideos } from './store.ts';

export interface BroughtVideo {
  readonly prepared: PreparedVideo;
  readonly description: string;
  /** A picture of the library. */
  readonly poster: string;
  readonly captions: readonly { readonly language: string; readonly bytes: Uint8Array }[];
}

/** It is shown as it is: what is brought was made to be. */
export async function bringVideo(tools: Tools, { prepared, description, poster, captions }: BroughtVideo): Promise<Video | Refused<string>> {
  const kept = await keepVideo(tools, { ...prepared, converts: false });
  if (isRefused(kept)) return kept;
  const changed = await changeVideo(tools, { id: kept.id, version: kept.version, description, poster });
  if (isRefused(changed)) return changed;
  for (const { language, bytes } of captions) {
    const captioned = await captionVideo(tools, { id: kept.id, language, bytes });
    if (isRefused(captioned)) return captioned;
  }
  return changed;
}

/** Removes films that nothing shows: the caller has seen to that. */
export async function eraseVideos(tools: Tools, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await deleteVideos(tools.db, ids);
  for (const id of ids) await tools.record({ act: 'video.erase', subject: `video:${id}` });
}
