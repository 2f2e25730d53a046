/** Stories whose time has come. */
import type { Actor, House, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { Values } from '../../platform/words/translate.ts';
import { interfaceLanguage, translator } from '../../platform/words/translate.ts';
import { elementWords } from './elements/words.ts';
import type { Publishing } from './making-public.ts';
import { lacking, makePublic, mayNot, notScheduled } from './making-public.ts';
import type { Missing } from './rules.ts';
import { shownByStories } from './pictures-shown.ts';
import { missingToPublish } from './rules.ts';
import type { Story } from './store.ts';
import { lockDueStories, moveStory, nextDue, readVersions } from './store.ts';
import { words } from './words.ts';

/** So many fall due together: each of them touches the others' pages, which are then made once and not again for each. */
const dueTogether = 50;
const theClock: Actor = { kind: 'program', id: 'clock', name: 'Broadsheet', role: null };

/**
 * Publishes what is due, all of it in one transaction, each story once whatever process looks. One that may no longer
 * be published (its picture lost its credit) returns to draft with a note that says so.
 */
export async function publishWhatIsDue(house: House): Promise<Date | null> {
  try {
    while ((await house.act(theClock, (tools) => publishDue(tools, { most: dueTogether, except: [] }))) > 0);
    return await nextDue(house.db, []);
  } catch (error) {
    house.log.warn({ error: String(error) }, 'what is due is published one by one');
    return publishOneByOne(house);
  }
}

/** A story that cannot be published because of a fault of ours keeps no other from its readers. */
async function publishOneByOne(house: House): Promise<Date | null> {
  const failed: string[] = [];
  for (;;) {
    const tried: string[] = [];
    try {
      const found = await house.act(theClock, (tools) => publishDue(tools, { most: 1, except: failed, tried }));
      if (found === 0) return await nextDue(house.db, failed);
    } catch (error) {
      if (tried.length === 0) throw error;
      house.log.error({ stories: tried, error: String(error) }, 'a story that is due could not be published');
      failed.push(...tried);
    }
  }
}

/** How many were due. `tried` is told which, before anything can go wrong with them. */
async function publishDue(tools: Tools, { most, except, tried = [] }: { most: number; except: readonly string[]; tried?: string[] }): Promise<number> {
  const stories = await lockDueStories(tools.db, tools.now, { most, except });
  tried.splice(0, tried.length, ...stories.map(({ id }) => id));
  const versions = await readVersions(tools.db, stories.map(({ id, scheduled_version: number }) => ({ id, number: number ?? 0 })));
  const contents = new Map(stories.map((story) => [story.id, versions.get(story.id)?.content ?? story.working]));
  const shown = await shownByStories(tools.db, contents);
  const ready: Publishing[] = [];
  for (const story of stories) {
    const content = contents.get(story.id)!;
    const refused = mayNot(story, 'publish', tools.now) ?? lacking(missingToPublish(content, shown.get(story.id)!));
    if (refused !== null) await returnToDraft(tools, story, refused);
    else ready.push({ story, content, workingVersion: story.scheduled_working_version ?? story.working_version, significant: story.scheduled_significant, act: 'story.publish' });
  }
  await makePublic(tools, ready);
  return stories.length;
}

async function returnToDraft(tools: Tools, story: Story, refused: Refused): Promise<void> {
  await moveStory(tools.db, story.id, { phase: 'draft', ...notScheduled, note: whyNot(refused, story.language) });
  await tools.record({ act: 'story.unschedule', subject: `story:${story.id}`, detail: { refused: refused.refused } });
  await tools.announce({ event: 'story.unscheduled', facts: { id: story.id, by: tools.by.id } });
}

/** What the desk reads of a story that was to be published by itself and was not, in the story's language. */
function whyNot({ refused, detail }: Refused, language: string): string {
  const t = translator([words, ...elementWords], interfaceLanguage(language));
  const missing = (detail?.['missing'] as readonly Missing[] | undefined) ?? [];
  return [t(`refused.${refused}`, detail as Values | undefined), ...missing.map(({ name, values }) => t(`field.${name}`, values))].join(' ');
}
