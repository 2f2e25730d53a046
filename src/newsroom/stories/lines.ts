/** A story as the desk sees it: a line of the list, and the whole. */
import type { Db } from '../../platform/database/database.ts';
import type { Actor, Acts } from '../../platform/feature.ts';
import type { LineRow, LineWish } from './desk-store.ts';
import type { Story } from './store.ts';
import type { Named, StoryLine, StoryWhole } from './told.ts';
import { mayAct } from '../../platform/acts.ts';
import { isRefused } from '../../platform/result.ts';
import { agenciesById } from '../agencies/agencies.ts';
import { authorsById } from '../authors/authors.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import type { PictureSummary } from '../pictures/picture.ts';
import { sectionName, sectionsById } from '../sections/sections.ts';
import { listPeople } from '../staff/staff.ts';
import { topicsById } from '../topics/topics.ts';
import { slugOf, storyPath } from './address.ts';
import { correctionsOf, selectGroup, selectLines, selectLinesById, selectPresence } from './desk-store.ts';
import { elementUses, elementWarnings } from './elements/elements.ts';
import { shownByStory, whatIsMissing } from './pictures-shown.ts';
import { mayGo, maySee, presenceLasts } from './rules.ts';
import type { TransitionName } from './rules.ts';
import { factsOf } from './store.ts';
import { hasUnpublishedChanges, stateOf } from './story.ts';

export async function listLines(db: Db, wish: LineWish, now: Date): Promise<StoryLine[]> {
  return toLines(db, await selectLines(db, wish), now);
}

/** Those of these stories that this person may see. */
export async function storyLines(db: Db, ids: readonly string[], { by, now }: { by: Actor; now: Date }): Promise<Map<string, StoryLine>> {
  const rows = (await selectLinesById(db, ids)).filter((row) => isSeen(row, by));
  return new Map((await toLines(db, rows, now)).map((line) => [line.id, line]));
}

const isSeen = (row: Pick<LineRow, 'created_by' | 'assigned'>, by: Actor) => maySee(by, { createdBy: row.created_by, assigned: row.assigned });

/** Five look-ups for any number of lines. */
async function toLines(db: Db, rows: readonly LineRow[], now: Date): Promise<StoryLine[]> {
  const [sections, authors, pictures, present, people] = await Promise.all([
    sectionsById(db, rows.map((row) => row.section_id)), authorsById(db, rows.flatMap((row) => row.authors)),
    pictureSummaries(db, rows.flatMap((row) => row.picture ?? [])),
    selectPresence(db, rows.map((row) => row.id), new Date(now.getTime() - presenceLasts)),
    rows.some((row) => row.assigned.length > 0) ? listPeople(db) : [],
  ]);
  const names = new Map(people.map((person) => [person.id, person.name]));
  return rows.map((row) => {
    const section = sections.get(row.section_id);
    const path = section?.path ?? '';
    const picture = row.picture === null ? null : pictures.get(row.picture);
    return {
      id: row.id, headline: row.headline, kicker: row.kicker, state: stateOf(row), phase: row.phase, standing: row.standing,
      unpublishedChanges: hasUnpublishedChanges({
        phase: row.phase, standing: row.standing, workingVersion: row.working_version,
        publishedWorkingVersion: row.published_working_version, scheduledWorkingVersion: row.scheduled_working_version,
      }),
      section: { id: row.section_id, path, name: section === undefined ? path : sectionName(section) }, language: row.language,
      changedAt: row.changed_at.toISOString(), changedBy: { id: row.changed_by, name: row.changed_by_name },
      scheduledAt: iso(row.scheduled_at), embargoUntil: iso(row.embargo_until), firstPublishedAt: iso(row.first_published_at),
      publishedAt: iso(row.published_at), updatedAt: iso(row.sense_changed_at),
      authors: row.authors.flatMap((id) => authors.get(id) ?? []).map(({ id, name }) => ({ id, name })),
      assigned: row.assigned.map((id) => ({ id, name: names.get(id) ?? id })),
      picture: row.picture === null ? null : { id: row.picture, thumb: thumbOf(picture ?? null) },
      present: distinct(present.filter((one) => one.storyId === row.id)),
      version: row.working_version, url: storyPath(path, slugOf({ slug: row.slug, headline: row.headline, teaserTitle: '', language: row.language }), row.id),
    };
  });
}

export async function wholeOf(db: Db, { story, actor, acts, now }: { story: Story; actor: Actor; acts: Acts; now: Date }): Promise<StoryWhole> {
  const content = story.working;
  const [[line], topics, agencies, { pictures, things }, corrections, group, before] = await Promise.all([
    selectLinesById(db, [story.id]).then((rows) => toLines(db, rows, now)), topicsById(db, content.topics), agenciesById(db, content.credits),
    shownByStory(db, story.id, content), correctionsOf(db, story.id), selectGroup(db, content.translationGroup ?? story.id, story.id),
    content.continues === null ? null : selectLinesById(db, [content.continues]),
  ]);
  // What others write is not told to who may not see it, a headline included.
  const continues = before?.find((one) => isSeen(one, actor));
  if (line === undefined) throw new Error(`story ${story.id} vanished while it was read`);
  return {
    ...line, content, topics: content.topics.flatMap((id) => topics.get(id) ?? []).map(({ id, name }) => ({ id, name })),
    credits: content.credits.flatMap((id) => agencies.get(id) ?? []).map(({ id, name, shortName }) => ({ id, name, shortName })),
    pictures: Object.fromEntries(pictures), continues: continues === undefined ? null : { id: continues.id, headline: continues.headline },
    translations: group.filter((one) => isSeen(one, actor)).map((one) => ({ id: one.id, headline: one.headline, language: one.language, state: stateOf(one) })),
    missing: await whatIsMissing(db, { story, content, by: actor }), warnings: elementWarnings(content.body, things, pictures),
    uses: elementUses(content.body).map(({ kind, id }) => `${kind}:${id}`), may: actsNow(story, actor, acts),
    corrections: corrections.map(({ id, at, text, byName }) => ({ id, at: at.toISOString(), text, byName })),
    note: story.note, withdrawnNotice: story.withdrawn_notice,
  };
}

/** What this person could do with the story now: the role allows it and the state too. */
function actsNow(story: Story, actor: Actor, acts: Acts): string[] {
  const free = ['story.edit', 'story.correct', 'story.share'];
  const names: TransitionName[] = ['submit', 'return', 'schedule', 'unschedule', 'publish', 'withdraw', 'republish', 'discard'];
  const possible = names.filter((name) => !isRefused(mayGo(factsOf(story), name))).map((name) => `story.${name}`);
  return [...free, ...possible].filter((act) => mayAct(acts, actor, act));
}

/** The smallest JPEG there is. */
function thumbOf(picture: PictureSummary | null): string | null {
  return picture?.sources.find((source) => source.format === 'jpeg')?.widths[0]?.url ?? picture?.fallback ?? null;
}

function distinct(present: readonly Named[]): Named[] {
  return [...new Map(present.map(({ id, name }) => [id, { id, name }])).values()];
}

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null;
