/** What happens later: mails after the time for taking back, numbers for lists, what ends. */
import type { House, Job } from '../../platform/feature.ts';
import { commentsThemselves } from './post-box.ts';
import { dropKeys } from './keys-store.ts';
import { countRecommendations, hasUncounted } from './recommending-store.ts';
import { beginRound, endWhatEnds, noteTold, untoldThreads } from './rounds-store.ts';
import { countsToldEvery, networksKeptFor } from './rules.ts';
import { threadTag } from './deciding.ts';
import { tellOfDecision } from './telling.ts';

export const commentJobs: readonly Job[] = [{
  name: 'comments.tell',
  run: (house, facts) => house.act(commentsThemselves, (tools) => tellOfDecision(house, tools, { decision: Number(facts['decision']), comment: String(facts['comment']) })),
}];

const hour = 60 * 60_000;

/** Every process looks once a second; of them one finds something, and does it. */
export async function whatIsDue(house: House): Promise<null> {
  const now = house.clock.now();
  if (await hasUncounted(house.db)) await countThem(house);
  if (await untoldThreads(house.db)) await tellLists(house);
  if (isHourly(house, now)) await endThings(house, now);
  return null;
}

/** A comment's number of recommendations is on its page within a second or two, however many press at once. */
async function countThem(house: House): Promise<void> {
  await house.act(commentsThemselves, async (tools) => {
    const stories = await countRecommendations(tools.db);
    if (stories.length > 0) await tools.announce({ event: 'comments.recommended', facts: { stories: stories.length }, tags: stories.map(threadTag) });
  });
}

/** Lists of stories show numbers that may lag: their pages are made anew for them once a minute at most. */
async function tellLists(house: House): Promise<void> {
  await house.act(commentsThemselves, async (tools) => {
    if (!(await beginRound(tools.db, { name: 'counts', now: tools.now, every: countsToldEvery }))) return;
    await noteTold(tools.db);
    await tools.announce({ event: 'comments.counted', facts: {}, tags: ['comment-counts'] });
  });
}

async function endThings(house: House, now: Date): Promise<void> {
  await house.db.transaction().execute((tx) => endWhatEnds(tx, { now, networksBefore: new Date(now.getTime() - networksKeptFor) }));
  // Two periods: what was hashed at the end of one is known for a week.
  await dropKeys(house.db, new Date(now.getTime() - 2 * networksKeptFor));
}

const swept = new WeakMap<House['db'], number>();

function isHourly({ db }: House, now: Date): boolean {
  if (Math.abs(now.getTime() - (swept.get(db) ?? 0)) < hour) return false;
  swept.set(db, now.getTime());
  return true;
}
