/** From the ids in a text to the things themselves: one look-up for each kind that is there, none for those that are not. */
import type { Db } from '../../../platform/database/database.ts';
import { embedSummaries } from '../../embeds/embeds.ts';
import { galleriesById } from '../../galleries/galleries.ts';
import { videoSummaries } from '../../videos/videos.ts';
import type { DocumentJson } from '../grammar.ts';
import type { ElementName, ElementThings, Things } from './element.ts';
import { elementUses } from './elements.ts';

/** One line for each element. */
const loaders: { readonly [Name in ElementName]: (db: Db, ids: readonly string[]) => Promise<ReadonlyMap<string, ElementThings[Name]>> } = {
  gallery: galleriesById,
  video: videoSummaries,
  embed: embedSummaries,
};

/** The things in these texts. */
export async function loadThings(db: Db, bodies: readonly DocumentJson[]): Promise<Things> {
  const uses = bodies.flatMap(elementUses);
  const kinds = Object.keys(loaders) as ElementName[];
  const found = await Promise.all(kinds.map(async (kind) => [kind, await loaders[kind](db, uses.filter((use) => use.kind === kind).map(({ id }) => id))] as const));
  return Object.fromEntries(found) as unknown as Things;
}
