/** The desk is told before a picture leaves a page: who put it in of every one, the picture desk of those that are used. */
import type { House, Tools } from '../../platform/feature.ts';
import { translator } from '../../platform/words/translate.ts';
import { readPublication } from '../publication/publication.ts';
import { listPeople, standing } from '../staff/staff.ts';
import type { Person } from '../staff/staff.ts';
import { picturesThemselves } from './actions.ts';
import { endingMail } from './mails.ts';
import { tellsBefore } from './rules.ts';
import type { FoundEnding } from './telling-store.ts';
import { nextUntold, takeEndings } from './telling-store.ts';
import { words } from './words.ts';

// What ends within the next day comes along: one mail about twenty pictures, not twenty.
const alongside = 24 * 60 * 60 * 1000;

/** Tells of rights that end within a week. Answers when there is something to tell next. */
export async function tellWhatEnds(house: House): Promise<Date | null> {
  const due = await nextDue(house);
  if (due === null || due > house.clock.now()) return due;
  await house.act(picturesThemselves, async (tools) => {
    const until = new Date(tools.now.getTime() + tellsBefore + alongside);
    // Where a picture was meant for some days only, its end is no news.
    const endings = await takeEndings(tools.db, { until, shortest: tellsBefore + alongside });
    for (const { id } of endings) await tools.record({ act: 'picture.tell-end', subject: `picture:${id}` });
    await mailThem(tools, endings, house.settings.publicUrl);
  });
  return nextDue(house);
}

async function nextDue(house: House): Promise<Date | null> {
  const next = await nextUntold(house.db);
  return next === null ? null : new Date(next.getTime() - tellsBefore);
}

async function mailThem(tools: Tools, endings: readonly FoundEnding[], publicUrl: string): Promise<void> {
  if (endings.length === 0) return;
  const [people, publication] = await Promise.all([listPeople(tools.db), readPublication(tools.db)]);
  for (const person of people) {
    const theirs = endings.filter((ending) => concerns(person, ending));
    if (standing(person) !== 'active' || theirs.length === 0) continue;
    const { language } = person;
    await tools.mail(endingMail({ t: translator(words, language), writing: { language, timeZone: publication.timeZone }, person, endings: theirs, publicUrl, publication }));
  }
}

/** The picture desk hears of what readers or colleagues would miss. */
function concerns(person: Person, { owner, uses }: FoundEnding): boolean {
  return person.id === owner || (person.role === 'picture-editor' && uses > 0);
}
