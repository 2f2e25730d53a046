/**
 * Fills an empty database with an archive, through the stores of the features: the same rows as by writing and
 * publishing each story at the desk (test/archive.test.ts compares them), without the log of acts, the jobs and the
 * notices. The words of all stories are learnt at once, in the end.
 */
import { sql } from 'kysely';
import type { Db, Tx } from '../../src/platform/database/database.ts';
import { insertAgency } from '../../src/newsroom/agencies/store.ts';
import { insertAuthor } from '../../src/newsroom/authors/store.ts';
import { insertPicture, addRenditions } from '../../src/newsroom/pictures/store.ts';
import { insertSection } from '../../src/newsroom/sections/store.ts';
import { slugOf } from '../../src/newsroom/stories/address.ts';
import { writePublic } from '../../src/newsroom/stories/public-store.ts';
import { transitions } from '../../src/newsroom/stories/rules.ts';
import type { Story } from '../../src/newsroom/stories/store.ts';
import { insertStory, insertVersion, moveStory } from '../../src/newsroom/stories/store.ts';
import type { StoryContent } from '../../src/newsroom/stories/story.ts';
import { insertTopic } from '../../src/newsroom/topics/store.ts';
import type { Newsroom } from './newsroom.ts';
import type { Archive, ArchiveStory } from './story.ts';
import { idOf, storyOf } from './story.ts';

export const editor = { id: 'archive', name: 'Ürsula Lüthi' };
const perTransaction = 100;
const atOnce = 4;

export async function fillArchive(db: Db, archive: Archive, told: (done: number) => void = () => {}): Promise<void> {
  await db.transaction().execute((tx) => fillNewsroom(tx, archive.newsroom));
  let next = archive.size;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (next > 0) {
      const [from, to] = [Math.max(0, next - perTransaction), next];
      next = from;
      // The oldest first, as they came.
      const stories = Array.from({ length: to - from }, (_, i) => storyOf(archive, to - 1 - i));
      await db.transaction().execute(async (tx) => {
        for (const story of stories) await publishStory(tx, archive.newsroom, story);
      });
      told(archive.size - from);
    }
  }));
  await arrangeFronts(db, archive.newsroom);
  await learnAllWords(db);
}

async function fillNewsroom(tx: Tx, { sections, agencies, authors, topics, pictures }: Newsroom): Promise<void> {
  for (const { weight: _, ...section } of sections) await insertSection(tx, section);
  for (const agency of agencies) await insertAgency(tx, agency);
  for (const author of authors) await insertAuthor(tx, author);
  for (const topic of topics) await insertTopic(tx, topic);
  for (const { picture, renditions } of pictures) {
    await insertPicture(tx, picture);
    await addRenditions(tx, picture.id, renditions);
  }
}

/** What createStory and publishStory leave behind. */
export async function publishStory(tx: Tx, newsroom: Newsroom, { id, content: written, published, updated }: ArchiveStory): Promise<void> {
  const now = updated ?? published;
  const content = { ...written, slug: slugOf(written) };
  await insertStory(tx, { id, content: written, now: published, by: editor });
  let version = 0;
  for (const at of updated === null ? [published] : [published, updated]) {
    // The store needs the story's id only.
    version = await insertVersion(tx, { story: { id } as Story, content, workingVersion: 1, reason: 'publish', now: at, by: editor });
  }
  const names = content.authors.map((author) => newsroom.authors.find((one) => one.id === author)!.name);
  await writePublic(tx, [{ id, content, version, published, updated, now, places: placesOf(newsroom, content), names }]);
  await moveStory(tx, id, {
    ...transitions.publish.to, note: '', public_version: version, published_working_version: 1, first_published_at: published, sense_changed_at: updated, published_at: now,
  });
}

function placesOf({ sections }: Newsroom, content: StoryContent) {
  const within = new Set<string>();
  for (let id of [content.section, ...content.furtherSections] as (string | null)[]) {
    for (; id !== null; id = sections.find((one) => one.id === id)?.parent ?? null) within.add(id);
  }
  return [
    ...[...within].map((id) => ({ kind: 'section' as const, id })),
    ...content.topics.map((id) => ({ kind: 'topic' as const, id })),
    ...content.authors.map((id) => ({ kind: 'author' as const, id })),
    ...content.credits.map((id) => ({ kind: 'agency' as const, id })),
  ];
}

/** The desk has chosen a dozen for the front page, some of last week. */
async function arrangeFronts(db: Db, { sections }: Newsroom): Promise<void> {
  for (const [id, first] of [['front', 3], [sections[0]!.id, 20]] as const) {
    const slots = Array.from({ length: 11 }, (_, place) => idOf(first + place * 2));
    await db.insertInto('fronts').values({ id, slots: JSON.stringify(slots), fill: true, version: 1, changed_at: new Date('2026-11-20T17:00:00Z') }).execute();
  }
}

/** The same as `learnWords` for each of them. */
async function learnAllWords(db: Db): Promise<void> {
  await sql`
    insert into story_words (language, word)
    select distinct p.language, word from public_stories as p, unnest(tsvector_to_array(p.search)) as word
    where length(word) between 3 and 60 order by 1, 2 on conflict do nothing`.execute(db);
}
