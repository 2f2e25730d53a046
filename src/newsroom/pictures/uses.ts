/** Where pictures are used: told by whoever uses them, and asked for by whoever shows them. */
import type { Db } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/feature.ts';
import { asUsed } from './details.ts';
import type { PictureSummary } from './picture.ts';
import { pictureSummaries } from './summaries.ts';
import type { Reported } from './uses-store.ts';
import { replaceUses, usesBy } from './uses-store.ts';

/**
 * Says which pictures things show: a story, a gallery, an author. Whoever shows pictures calls it in the same
 * transaction whenever they change, with all of them; with none when it is gone.
 * `usedBy` is its reference (`story:k3f9bcdf`), `path` its place in the desk (`/stories/k3f9bcdf`), `since` the instant at
 * which readers first saw it: from it are counted the days after which a picture must leave the archive.
 */
export async function reportUses(tools: Pick<Tools, 'db' | 'now'>, reported: readonly Reported[]): Promise<void> {
  await replaceUses(tools.db, reported, tools.now);
}

/** The picture as this one may show it; undefined where nothing has the id. */
export type PicturesInUse = (usedBy: string, picture: string) => PictureSummary | undefined;

/**
 * Like `pictureSummaries`, for those who show pictures of which the right may hang on who shows them and since when.
 * One query; one more where a picture among them must leave the archive.
 */
export async function picturesInUse(db: Db, uses: readonly { readonly usedBy: string; readonly picture: string }[]): Promise<PicturesInUse> {
  const pictures = await pictureSummaries(db, uses.map(({ picture }) => picture));
  const limited = uses.filter(({ picture }) => (pictures.get(picture)?.terms.days ?? null) !== null);
  const stored = await usesBy(db, limited.map(({ usedBy }) => usedBy));
  const known = new Map(stored.map((use) => [`${use.used_by} ${use.picture_id}`, use]));
  return (usedBy, id) => {
    const picture = pictures.get(id);
    const use = known.get(`${usedBy} ${id}`);
    return picture === undefined ? undefined : asUsed(picture, { usedBy, endsAt: use?.ends_at ?? null, ended: use?.ended ?? false });
  };
}
