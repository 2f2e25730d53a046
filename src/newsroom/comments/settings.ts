/** What the newsroom sets: for the site, for a section and all below it, for one story. */
import type { Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import { refuse } from '../../platform/result.ts';
import { oneLine } from '../../platform/text/plain.ts';
import { sectionsById } from '../sections/sections.ts';
import type { Mode, Openness } from './comment.ts';
import { threadTag } from './deciding.ts';
import { longestSentence } from './rules.ts';
import type { Settings, Thread, ThreadChange } from './settings-store.ts';
import { lockThread, readSettings, readThread, saveSettings, updateThread } from './settings-store.ts';

export type SettingsRefusal = Refused<'changed-meanwhile' | 'no-such-section' | 'sentence-too-long'>;

/** Sets what holds for the site (`section` null) or a section. `version`: the one that was read; 0 where nothing was set. */
export async function changeSettings(tools: Tools, { section, change, version }: { section: string | null; change: Partial<Omit<Settings, 'section' | 'version'>>; version: number }): Promise<Settings | SettingsRefusal> {
  if (section !== null && !(await sectionsById(tools.db, [section])).has(section)) return refuse('no-such-section');
  const before = await readSettings(tools.db, section);
  if (before.version !== version) return refuse('changed-meanwhile');
  const sentences = Object.fromEntries(Object.entries(change.sentences ?? before.sentences).map(([language, sentence]) => [language, oneLine(sentence)] as const).filter(([, sentence]) => sentence !== ''));
  if (Object.values(sentences).some((sentence) => sentence.length > longestSentence)) return refuse('sentence-too-long', { longest: longestSentence });
  const after = { ...before, ...change, sentences };
  if (!(await saveSettings(tools.db, after, tools.now))) return refuse('changed-meanwhile');
  await tools.record({ act: 'comments.settings', subject: section === null ? 'comments' : `section:${section}`, detail: { fields: Object.keys(change), version: version + 1 } });
  // Every discussion may be open or closed otherwise than before.
  await tools.announce({ event: 'comments.settings', facts: { section }, tags: ['comment-settings'] });
  return { ...after, version: version + 1 };
}

export interface StorySettings {
  readonly story: string;
  readonly openness?: Openness | null;
  readonly hours?: number | null;
  readonly mode?: Mode | null;
  /** Why it is closed, in the story's language; empty: what is said elsewhere. */
  readonly sentence?: string;
}

export type ThreadRefusal = Refused<'story-gone' | 'sentence-too-long' | 'not-later'>;

/** Sets what holds for one story. */
export function changeThread(tools: Tools, { story, ...change }: StorySettings): Promise<Thread | ThreadRefusal> {
  return apply(tools, { story, change, what: 'settings' });
}

/** Closes a story's discussion now. */
export function closeThread(tools: Tools, { story, sentence }: { story: string; sentence?: string | undefined }): Promise<Thread | ThreadRefusal> {
  return apply(tools, { story, change: { closed_at: tools.now, open_until: null, ...(sentence === undefined ? {} : { sentence }) }, what: 'close' });
}

/** Opens it again, or longer, until an instant; null: as the rule says. */
export async function openThread(tools: Tools, { story, until }: { story: string; until: Date | null }): Promise<Thread | ThreadRefusal> {
  if (until !== null && until <= tools.now) return refuse('not-later');
  return apply(tools, { story, change: { closed_at: null, open_until: until }, what: until === null ? 'reopen' : 'prolong' });
}

async function apply(tools: Tools, { story, change, what }: { story: string; change: ThreadChange; what: string }): Promise<Thread | ThreadRefusal> {
  if ((await readThread(tools.db, story)) === null) return refuse('story-gone');
  const sentence = change.sentence === undefined ? {} : { sentence: oneLine(change.sentence) };
  if ((sentence.sentence ?? '').length > longestSentence) return refuse('sentence-too-long', { longest: longestSentence });
  await lockThread(tools.db, story, tools.now);
  await updateThread(tools.db, { story, change: { ...change, ...sentence }, now: tools.now });
  await tools.record({ act: 'thread.change', subject: `story:${story}`, detail: { what, fields: Object.keys(change) } });
  await tools.announce({ event: 'thread.changed', facts: { story, what, by: tools.by.id }, tags: [threadTag(story)] });
  return (await readThread(tools.db, story))!;
}
