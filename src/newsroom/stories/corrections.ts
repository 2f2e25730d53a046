/** Corrections: dated, worded, shown on the story and in a list; and who has a story open. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { NotThere } from './actions.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { storyToChange } from './actions.ts';
import { deleteCorrection, forgetPresence, insertCorrection, removePresence, selectPresence, touchPresence } from './desk-store.ts';
import type { Presence } from './desk-store.ts';
import { presenceLasts } from './rules.ts';

/** Says in public what was wrong. It stands with the story at once: a correction needs no publication of its own. */
export async function correctStory(tools: Tools, { id, text }: { id: string; text: string }): Promise<{ id: string; at: Date; text: string; byName: string } | NotThere | Refused<'never-public'>> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  if (story.first_published_at === null) return refuse('never-public');
  const correction = { id: newId(), storyId: id, at: tools.now, text: text.trim(), byId: tools.by.id, byName: tools.by.name };
  await insertCorrection(tools.db, correction);
  await tools.record({ act: 'story.correct', subject: `story:${id}`, detail: { correction: correction.id } });
  await tools.announce({ event: 'story.corrected', facts: { id, correction: correction.id, by: tools.by.id }, tags: [`story:${id}`, 'corrections'] });
  return correction;
}

/** Takes a correction back that was itself wrong; the log keeps that it was there. */
export async function removeCorrection(tools: Tools, { id, correction }: { id: string; correction: string }): Promise<true | NotThere | Refused<'no-such-correction'>> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  if (!(await deleteCorrection(tools.db, id, correction))) return refuse('no-such-correction');
  await tools.record({ act: 'story.correct', subject: `story:${id}`, detail: { removed: correction } });
  await tools.announce({ event: 'story.corrected', facts: { id, by: tools.by.id }, tags: [`story:${id}`, 'corrections'] });
  return true;
}

/** Somebody has the story open in a tab. Told to others only when it is news. */
export async function enterStory(tools: Tools, { id, tab }: { id: string; tab: string }): Promise<readonly Presence[] | NotThere> {
  const story = await storyToChange(tools, id);
  if (isRefused(story)) return story;
  const since = new Date(tools.now.getTime() - presenceLasts);
  await forgetPresence(tools.db, since);
  const fresh = await touchPresence(tools.db, { storyId: id, tab, id: tools.by.id, name: tools.by.name }, tools.now);
  if (fresh) await tools.announce({ event: 'story.entered', facts: { id, by: tools.by.id, byName: tools.by.name } });
  return selectPresence(tools.db, [id], since);
}

export async function leaveStory(tools: Tools, { id, tab }: { id: string; tab: string }): Promise<true> {
  const left = await removePresence(tools.db, { storyId: id, tab, id: tools.by.id });
  if (left) await tools.announce({ event: 'story.left', facts: { id, by: tools.by.id } });
  return true;
}
