/** The read side: from the store straight to the shapes that pages show. */
import type { Db } from '../../platform/database/database.ts';
import type { Actor } from '../../platform/feature.ts';
import type { Correction } from './desk-store.ts';
import type { ListWish, TeaserRow } from './public-store.ts';
import type { Gone, PublicStory, SectionStep, Teaser } from './public.ts';
import type { StoryContent } from './story.ts';
import { agenciesById } from '../agencies/agencies.ts';
import { authorsById } from '../authors/authors.ts';
import { picturesInUse, pictureSummaries } from '../pictures/pictures.ts';
import { sectionChain, sectionsById, sectionName } from '../sections/sections.ts';
import { topicsById } from '../topics/topics.ts';
import { slugOf, storyPath } from './address.ts';
import { correctionsOf, newestCorrections } from './desk-store.ts';
import { selectContinuing, selectNewestOfSections, selectPublic, selectPublicById, selectPublicStory, selectTranslations } from './public-store.ts';
import { picturesOfStory, userOf } from './pictures-shown.ts';
import { maySee } from './rules.ts';
import type { SearchWish } from './search-store.ts';
import { searchPublic } from './search-store.ts';
import { readStory } from './store.ts';

/** Public stories, the newest first, as lists show them. */
export async function listPublic(db: Db, wish: ListWish): Promise<Teaser[]> {
  return teasersOf(db, await selectPublic(db, wish));
}

/** The newest public stories of each of these sections, by the section's id. */
export async function newestOfSections(db: Db, sections: readonly string[], each: number): Promise<Map<string, Teaser[]>> {
  const rows = await selectNewestOfSections(db, sections, each);
  const known = new Map((await teasersOf(db, [...new Map(rows.map((row) => [row.story_id, row])).values()])).map((teaser) => [teaser.id, teaser]));
  return new Map(sections.map((section) => [section, rows.filter((row) => row.place_id === section).flatMap((row) => known.get(row.story_id) ?? [])]));
}

/** Those of these stories that are public. */
export async function teasersById(db: Db, ids: readonly string[]): Promise<Map<string, Teaser>> {
  const teasers = await teasersOf(db, await selectPublicById(db, ids));
  return new Map(teasers.map((teaser) => [teaser.id, teaser]));
}

/** Three look-ups for any number of rows: sections, authors, pictures. */
export async function teasersOf(db: Db, rows: readonly TeaserRow[]): Promise<Teaser[]> {
  const [sections, authors, pictures] = await Promise.all([
    sectionsById(db, rows.map((row) => row.section_id)),
    authorsById(db, rows.flatMap((row) => row.teaser.authors)),
    picturesInUse(db, rows.flatMap(({ story_id: id, teaser }) => (teaser.picture === null ? [] : [{ usedBy: userOf(id), picture: teaser.picture.id }]))),
  ]);
  return rows.flatMap((row) => {
    const section = sections.get(row.section_id);
    if (section === undefined) return [];
    const { teaser } = row;
    return [{
      id: row.story_id, url: storyPath(section.path, teaser.slug, row.story_id), headline: teaser.teaserTitle || teaser.headline, kicker: teaser.kicker,
      lead: teaser.lead, label: teaser.label, language: row.language, publishedAt: row.published_at, updatedAt: row.updated_at,
      authors: teaser.authors.flatMap((id) => authors.get(id) ?? []).map(({ name, slug }) => ({ name, slug })),
      section: { id: section.id, path: section.path, name: sectionName(section) },
      picture: teaser.picture === null ? null : pictures(userOf(row.story_id), teaser.picture.id) ?? null,
    }];
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
  const [chain, authors, agencies, topics, corrections, translations] = await Promise.all([
    sectionChain(db, content.section), authorsById(db, content.authors), agenciesById(db, content.credits), topicsById(db, content.topics),
    correctionsOf(db, id), selectTranslations(db, content.translationGroup ?? id, id),
  ]);
  const writers = content.authors.flatMap((one) => authors.get(one) ?? []);
  const [shown, faces] = await Promise.all([picturesOfStory(db, id, content), pictureSummaries(db, writers.flatMap((author) => author.portrait ?? []))]);
  const pictures = new Map([...faces, ...shown]);
  const steps: SectionStep[] = chain.map((section) => ({ id: section.id, path: section.path, name: sectionName(section) }));
  const section = steps.at(-1) ?? { id: content.section, path: '', name: '' };
  return {
    id, url: storyPath(section.path, slugOf(content), id), headline: content.headline, kicker: content.kicker, lead: content.lead, label: content.label,
    language: content.language, publishedAt, updatedAt, changedAt, section, sections: steps, content,
    picture: content.picture === null ? null : pictures.get(content.picture.id) ?? null, pictures,
    authors: writers.map((author) => ({ id: author.id, slug: author.slug, name: author.name, about: author.about, portrait: author.portrait === null ? null : faces.get(author.portrait) ?? null })),
    credits: content.credits.flatMap((one) => agencies.get(one) ?? []).map(({ id: agency, slug, name, shortName, credit }) => ({ id: agency, slug, name, shortName, credit })),
    topics: content.topics.flatMap((one) => topics.get(one) ?? []).map(({ id: topic, slug, name }) => ({ id: topic, slug, name })),
    corrections: corrections.map(({ id: correction, at, text }) => ({ id: correction, at, text })),
    translations: (await teasersOf(db, translations)).map(({ id: other, language, url }) => ({ id: other, language, url })),
  };
}

/**
 * What a reader is led to after a story: what the editor chose (the story that it continues), else the newest that
 * continues it, else the newest of its section that is not on the page yet.
 */
export async function followOn(db: Db, story: Pick<PublicStory, 'id' | 'content' | 'section'>): Promise<Teaser | null> {
  if (story.content.continues !== null) {
    const chosen = (await teasersById(db, [story.content.continues])).get(story.content.continues);
    if (chosen !== undefined) return chosen;
  }
  const continuing = await selectContinuing(db, story.id);
  if (continuing !== null) return (await teasersOf(db, [continuing]))[0] ?? null;
  const place = { kind: 'section' as const, id: story.section.id };
  return (await listPublic(db, { place, language: story.content.language, limit: 1, except: [story.id] }))[0] ?? null;
}

/** What a reader's search finds, as lists show it. */
export async function searchStories(db: Db, wish: SearchWish): Promise<{ teasers: Teaser[]; count: number }> {
  const { rows, count } = await searchPublic(db, wish);
  return { teasers: await teasersOf(db, rows), count };
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
