/** Draws what other sites show of a story without a picture: after it was published, apart from any reader. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { Db } from '../../platform/database/database.ts';
import type { Actor, House, Job, Listener } from '../../platform/feature.ts';
import { usesOf } from '../pictures/pictures.ts';
import { readPublication } from '../publication/publication.ts';
import type { PublicStory } from '../stories/stories.ts';
import { publicStory } from '../stories/stories.ts';
import { socialCard } from './social-card.ts';
import { drawnPath } from './social-routes.ts';
import { drawnOf, drawnStories, dropDrawn, keepDrawn } from './social-store.ts';

/** Counted up when cards are drawn in another way. */
const recipe = 1;

const reachItself: Actor = { kind: 'program', id: 'reach', name: 'Broadsheet', role: null };

/** Draws the story's card where it needs one and has not this one yet; lets go of one that it no longer needs. Repeatable. */
export async function drawStory(house: House, id: string): Promise<void> {
  const [story, drawn] = await Promise.all([publicStory(house.db, id), drawnOf(house.db, id)]);
  const svg = story === null || 'gone' in story || hasPicture(story) ? null : await cardOf(house, story);
  if (svg === null) {
    if (drawn !== null) await house.act(reachItself, (tools) => dropDrawn(tools.db, id));
    return;
  }
  const made = createHash('sha256').update(JSON.stringify([recipe, svg])).digest('hex').slice(0, 16);
  if (drawn?.made === made) return;
  const bytes = await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toBuffer();
  const address = await house.objects.put(bytes);
  await house.act(reachItself, async (tools) => {
    await keepDrawn(tools.db, { story_id: id, made, address, made_at: tools.now });
    await tools.announce({ event: 'story.drawn', facts: { id }, tags: [`story:${id}`] });
  });
}

/** The path of the card that other sites are shown of a story; null where they are shown a picture, or nothing yet. */
export async function drawnFor(db: Db, story: PublicStory): Promise<string | null> {
  const drawn = hasPicture(story) ? null : await drawnOf(db, story.id);
  return drawn === null ? null : drawnPath(drawn);
}

/** Its lead picture is shown on other sites too, unless its right has ended. */
function hasPicture({ picture }: Pick<PublicStory, 'picture'>): boolean {
  return picture?.ready === true;
}

export const drawingListeners: readonly Listener[] = [
  ...['story.published', 'story.updated', 'story.withdrawn'].map((event): Listener => ({ event, hear: (house, { id }) => drawStory(house, String(id)) })),
  { event: 'publication.changed', hear: (house) => redrawAfter(house, '') },
  ...['picture.ended', 'picture.blocked', 'picture.unblocked', 'picture.sealed', 'picture.changed'].map((event): Listener => ({ event, hear: (house, { id }) => drawWhatShows(house, String(id)) })),
];

/** So many are drawn before another job has its turn. */
const drawnAtOnce = 50;

/** Every card bears the publication's name and accent: after a change those that differ are drawn anew. */
export const redrawJob: Job = {
  name: 'reach.redraw',
  async run(house, { after = '' }) {
    const stories = await drawnStories(house.db, { after: String(after), limit: drawnAtOnce });
    for (const id of stories) await drawStory(house, id);
    const last = stories.at(-1);
    if (last !== undefined && stories.length === drawnAtOnce) await redrawAfter(house, last);
  },
};

function redrawAfter(house: House, after: string): Promise<void> {
  return house.act(reachItself, (tools) => tools.later(redrawJob.name, { after }, { priority: -1 }));
}

/** A picture that may no longer be shown leaves its stories without one. */
async function drawWhatShows(house: House, picture: string): Promise<void> {
  for (const use of await usesOf(house.db, picture)) {
    const story = /^story:(.+)$/u.exec(use.used_by)?.[1];
    if (story !== undefined && use.public) await drawStory(house, story);
  }
}

async function cardOf(house: House, { headline, section }: PublicStory): Promise<string | null> {
  const { name, accent } = await readPublication(house.db);
  return socialCard({ headline, section: section.name, publication: name, accent });
}
