/** How many comments stand below the stories of a list: one look-up for a page, whatever it shows. */
import type { House } from '../../platform/feature.ts';
import { commentCounts } from '../comments/comments.ts';
import type { Teaser } from '../stories/stories.ts';
import type { Reading } from '../stories/views/context.ts';

/** Dropped once a minute at most: numbers in lists may lag by that much. */
export const numbersTag = 'comment-counts';

export async function withNumbers({ db }: House, reading: Reading, stories: readonly Pick<Teaser, 'id'>[]): Promise<Reading> {
  return { ...reading, comments: await commentCounts(db, stories.map(({ id }) => id)) };
}
