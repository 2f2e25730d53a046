/**
 * Where the law demands it, the words of a version go for ever. Its place and the fact stay, and the same words go
 * wherever else the story holds them: in other versions, in the working copy, and after a restore on the page itself.
 */
import { createHash } from 'node:crypto';
import type { Actor, House, Tools } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { Seal } from '../../platform/seals.ts';
import type { Story } from './store.ts';
import type { StoryContent } from './story.ts';
import { refuse } from '../../platform/result.ts';
import { leaveReaders } from './publishing.ts';
import { lockStory, moveStory, readVersion, sealVersions, unsealedVersions, updateWorking } from './store.ts';
import { emptyContent } from './story.ts';
import { plainText } from './text.ts';

export type SealRefusal = Refused<'no-such-version' | 'sealed' | 'still-public' | 'still-scheduled'>;

/** What readers see is withdrawn first, and what they are going to see unscheduled: a seal says nothing to them. */
export async function expungeVersion(tools: Tools, { id, number, reason }: { id: string; number: number; reason: string }): Promise<{ sealed: true } | SealRefusal> {
  const story = await lockStory(tools.db, id);
  const version = story === null ? null : await readVersion(tools.db, id, number);
  if (story === null || version === null) return refuse('no-such-version');
  if (version.sealed) return refuse('sealed');
  const print = printOf(version.content);
  const found = await find(tools, story, print);
  if (story.standing === 'public' && found.numbers.includes(story.public_version ?? 0)) return refuse('still-public');
  if (story.phase === 'scheduled' && found.numbers.includes(story.scheduled_version ?? 0)) return refuse('still-scheduled');
  await tools.seal({ kind: 'version', reference: `${id}/${number}/${print}`, reason });
  await takeAway(tools, { story, found, reason });
  return { sealed: true };
}

/** What has come back with an older backup goes again, from readers too. */
export async function takeAwaySealed(house: House, seals: readonly Seal[]): Promise<void> {
  for (const { kind, reference, reason } of seals) {
    const [id = '', , print = ''] = kind === 'version' ? reference.split('/') : [];
    if (print === '') continue;
    await house.act(sealsThemselves, async (tools) => {
      const story = await lockStory(tools.db, id);
      const found = story === null ? null : await find(tools, story, print);
      if (story === null || found === null || (found.numbers.length === 0 && !found.working)) return;
      if (story.standing === 'public' && found.numbers.includes(story.public_version ?? 0)) await leaveReaders(tools, { story, notice: null });
      if (story.phase === 'scheduled') await moveStory(tools.db, id, { phase: 'draft' });
      await takeAway(tools, { story, found, reason });
    });
  }
}

const sealsThemselves: Actor = { kind: 'program', id: 'seals', name: 'Broadsheet', role: null };

/** Where a story still holds the words. */
interface Found {
  readonly numbers: readonly number[];
  readonly working: boolean;
}

async function find(tools: Tools, story: Story, print: string): Promise<Found> {
  const versions = await unsealedVersions(tools.db, story.id);
  return { numbers: versions.filter(({ content }) => printOf(content) === print).map(({ number }) => number), working: printOf(story.working) === print };
}

async function takeAway(tools: Tools, { story, found: { numbers, working }, reason }: { story: Story; found: Found; reason: string }): Promise<void> {
  const { id } = story;
  await sealVersions(tools.db, id, numbers);
  await tools.record({ act: 'seal.set', subject: `story:${id}`, detail: { numbers, working, reason } });
  if (!working) return;
  const version = await updateWorking(tools.db, { story, content: withoutWords(story.working), now: tools.now, by: tools.by });
  await tools.announce({ event: 'story.saved', facts: { id, version, by: tools.by.id, byName: tools.by.name } });
}

/** Where it stands and who wrote it are not what had to go. */
function withoutWords(content: StoryContent): StoryContent {
  const { section, language, furtherSections, topics, authors, credits, translationGroup, continues } = content;
  return { ...emptyContent(section, language), furtherSections, topics, authors, credits, translationGroup, continues };
}

/** Of the words alone: a version with another topic or slug holds the same. */
function printOf({ kicker, headline, lead, teaserTitle, searchTitle, searchDescription, body }: StoryContent): string {
  const words = [kicker, headline, lead, teaserTitle, searchTitle, searchDescription, plainText(body)];
  return createHash('sha256').update(JSON.stringify(words)).digest('hex');
}
