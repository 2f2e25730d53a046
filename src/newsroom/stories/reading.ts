/** The read side: from the store straight to the shapes that pages show. */
import type { Db } from '../../platform/database/database.ts';
import type { Actor } from '../../platform/feature.ts';
import type { Correction } from './desk-store.ts';
import type { ListWish, TeaserRow } from './public-store.ts';
import type { Gone, PublicStory, SectionStep, Teaser } from './public.ts';
import type { StoryContent } from './story.ts';
import { authorsById } from '../authors/authors.ts';
import { picturesInUse, pictureSummaries } from '../pictures/pictures.ts';
import { sectionName } from '../sections/sections.ts';
import { slugOf, storyPath } from './address.ts';
import { newestCorrections } from './desk-store.ts';
import { selectAround, selectFollowing, selectNewestOfSections, selectPublic, selectPublicById, selectPublicStory, selectTranslations } from './public-store.ts';
import { shownByStory, userOf } from './pictures-shown.ts';
import { maySee } from './rules.ts';
import type { SearchWish } from './search-store.ts';
import { nearestWords, searchPublic } from './search-store.ts';
import { readStory } from './store.ts';

/** A public story that may come to stand somewhere: enough to decide where. `dress` makes a teaser of it. */
export interface Candidate extends Pick<Teaser, 'id' | 'label'> {
  readonly row: TeaserRow;
}

/** The newest first. */
export async function candidates(db: Db, wish: ListWish): Promise<Candidate[]> {
  return (await selectPublic(db, wish)).map(candidateOf);
}

/** The newest of each of these sections, by the section's id. */
export async function candidatesOfSections(db: Db, sections: readonly string[], each: number): Promise<Map<string, Candidate[]>> {
  const bySection = Map.groupBy(await selectNewestOfSections(db, sections, each), (row) => row.place_id);
  return new Map([...bySection].map(([section, rows]) => [section, rows.map(candidateOf)]));
}

/** Those of these stories that are public, in the same order. */
export async function candidatesById(db: Db, ids: readonly string[]): Promise<Candidate[]> {
  const found = new Map((await selectPublicById(db, ids)).map((row) => [row.story_id, candidateOf(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const candidateOf = (row: TeaserRow): Candidate => ({ id: row.story_id, label: row.teaser.label, row });

/** Teasers by id: whatever the lists that the candidates came from, in two look-ups. */
export async function dress(db: Db, chosen: readonly Candidate[]): Promise<Map<string, Teaser>> {
  const rows = [...new Map(chosen.map(({ id, row }) => [id, row])).values()];
  return new Map((await teasersOf(db, rows)).map((teaser) => [teaser.id, teaser]));
}

/** Public stories, the newest first, as lists show them. */
export async function listPublic(db: Db, wish: ListWish): Promise<Teaser[]> {
  return teasersOf(db, await selectPublic(db, wish));
}

/** Those of these stories that are public. */
export async function teasersById(db: Db, ids: readonly string[]): Promise<Map<string, Teaser>> {
  return dress(db, await candidatesById(db, ids));
}

/** Two look-ups for any number of rows: authors, pictures. */
export async function teasersOf(db: Db, rows: readonly TeaserRow[]): Promise<Teaser[]> {
  const [authors, pictures] = await Promise.all([
    authorsById(db, rows.flatMap((row) => row.teaser.authors)),
    picturesInUse(db, rows.flatMap(({ story_id: id, teaser }) => (teaser.picture === null ? [] : [{ usedBy: userOf(id), picture: teaser.picture.id }]))),
  ]);
  return rows.map((row) => {
    const { teaser } = row;
    return {
      id: row.story_id, url: storyPath(row.section_path, teaser.slug, row.story_id), headline: teaser.teaserTitle || teaser.headline, kicker: teaser.kicker,
      lead: teaser.lead, label: teaser.label, language: row.language, publishedAt: row.published_at, updatedAt: row.updated_at,
      authors: teaser.authors.flatMap((id) => authors.get(id) ?? []).map(({ name, slug }) => ({ name, slug })),
      section: { id: row.section_id, path: row.section_path, name: sectionName({ names: row.section_names, language: row.section_language, path: row.section_path }) },
      picture: teaser.picture === null ? null : pictures(userOf(row.story_id), teaser.picture.id) ?? null,
    };
  });
}

/** The whole story, what is left of a withdrawn one, or null: drafts are not there. */
export async function publicStory(db: Db, id: string): Promise<PublicStory | Gone | null> {
  const row = await selectPublicStory(db, id);
  if (row !== null) return wholeStory(db, { id, content: row.content, publishedAt: row.published_at, updatedAt: row.updated_at, changedAt: row.changed_at });
  const story = await readStory(db, id);
  return story?.standing === 'withdrawn' ? { gone: { notice: story.withdrawn_notice, language: story.language } } : null;
}

/** The working copy as readers would see it. */
export async function previewStory(db: Db, id: string, now: Date): Promise<PublicStory | null> {
  const story = await readStory(db, id);
  if (story === null) return null;
  return wholeStory(db, { id, content: story.working, publishedAt: story.first_published_at ?? now, updatedAt: story.sense_changed_at, changedAt: story.changed_at });
}

/** Whether the working copy is this person's to see. */
export async function maySeeStory(db: Db, by: Actor, id: string): Promise<boolean> {
  const story = await readStory(db, id);
  return story !== null && maySee(by, { createdBy: story.created_by, assigned: story.assigned });
}

interface Whole {
  readonly id: string;
  readonly content: StoryContent;
  readonly publishedAt: Date;
  readonly updatedAt: Date | null;
  readonly changedAt: Date;
}

async function wholeStory(db: Db, { id, content, publishedAt, updatedAt, changedAt }: Whole): Promise<PublicStory> {
  const [{ sections, authors, credits, topics, corrections }, translations] = await Promise.all([
    selectAround(db, id, content), selectTranslations(db, content.translationGroup ?? id, id),
  ]);
  const [shown, faces] = await Promise.all([shownByStory(db, id, content), pictureSummaries(db, authors.flatMap((author) => author.portrait ?? []))]);
  const pictures = new Map([...faces, ...shown.pictures]);
  const steps: SectionStep[] = sections.map((section) => ({ id: section.id, path: section.path, name: sectionName(section) }));
  const section = steps.at(-1) ?? { id: content.section, path: '', name: '' };
  return {
    id, url: storyPath(section.path, slugOf(content), id), headline: content.headline, kicker: content.kicker, lead: content.lead, label: content.label,
    language: content.language, publishedAt, updatedAt, changedAt, section, sections: steps, content,
    picture: content.picture === null ? null : pictures.get(content.picture.id) ?? null, pictures, things: shown.things,
    authors: authors.map((author) => ({ ...author, portrait: author.portrait === null ? null : faces.get(author.portrait) ?? null })),
    credits, topics, corrections: corrections.map((correction) => ({ ...correction, at: new Date(correction.at) })),
    translations: translations.map(({ story_id: other, section_path: path, teaser, language }) => ({ id: other, language, url: storyPath(path, teaser.slug, other) })),
  };
}

/**
 * What a reader is led to after a story: what the editor chose (the story that it continues), else the newest that
 * continues it, else the newest of its section that is not on the page yet.
 */
export async function followOn(db: Db, { id, content }: Pick<PublicStory, 'id' | 'content'>): Promise<Teaser | null> {
  const row = await selectFollowing(db, { id, continues: content.continues, section: content.section, language: content.language });
  return row === null ? null : (await teasersOf(db, [row]))[0]!;
}

export interface Answered {
  readonly teasers: readonly Teaser[];
  readonly count: number;
  /** Words of a similar spelling, which were searched for because nobody wrote the reader's; null where somebody did. */
  readonly instead: string | null;
}

/** What a reader's search finds, as lists show it. */
export async function searchStories(db: Db, wish: SearchWish): Promise<Answered> {
  const found = await searchPublic(db, wish);
  const instead = found.count > 0 ? null : await nearestWords(db, wish.language, wish.query);
  const { rows, count } = instead === null ? found : await searchPublic(db, { ...wish, query: instead });
  return { teasers: await teasersOf(db, rows), count, instead: count === 0 ? null : instead };
}

/** Corrections of public stories with the story that each belongs to, the newest first. */
export async function listCorrections(db: Db, limit: number): Promise<{ correction: Correction; story: Teaser }[]> {
  const corrections = await newestCorrections(db, limit);
  const stories = await teasersById(db, [...new Set(corrections.map((correction) => correction.storyId))]);
  return corrections.flatMap((correction) => {
    const story = stories.get(correction.storyId);
    return story === undefined ? [] : [{ correction, story }];
  });
}
