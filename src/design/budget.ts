/**
 * The weight that a reader's page may have: HTML with its CSS, brotli at its best level, in bytes; scripts apart.
 * A part that comes later takes its place in this table first.
 */
export const pageBudget = {
  /** The reference story: 4,000 characters, lead picture, byline, credits, infobox, follow-on. */
  story: 12_000,
  storyWithoutBody: 7_500,
  /** The same with every part that is still to come: gallery, comments, contributions, tips, suggestions. */
  storyWhole: 14_000,
  /** What the discussion adds to it: its styles, a form, five threads of the newest. */
  storyComments: 1_800,
  /** All scripts together before the reader acts. None is needed so far. */
  scripts: 5_000,
} as const;

/** Styles of the parts, in bytes before compression: where the weight of a page comes from. */
export const partBudget: Readonly<Record<string, number>> = {
  base: 5_300, masthead: 3_200, 'masthead-front': 900, footer: 500, banner: 150,
  story: 850, crumbs: 250, headline: 450, label: 350, byline: 500, figure: 400, body: 950, list: 250, quotation: 250, pullquote: 400, infobox: 350, divider: 150, table: 600,
  credits: 150, corrected: 350, topics: 250, share: 300, translations: 150, follow: 900,
  discussion: 1_700, 'discussion-form': 650, 'discussion-page': 850, 'discussion-own': 1_300, 'discussion-rules': 500, report: 1_700, transparency: 700,
  teaser: 750, 'teaser-lead': 250, 'teaser-big': 100, 'teaser-row': 600, 'teaser-line': 350, 'teaser-opinion': 400, 'teaser-paid': 350,
  front: 120, 'front-top': 1_100, opinions: 450, block: 550, column: 250,
  listing: 700, section: 700, author: 300, paging: 300, search: 1_200, notice: 900, written: 500, gallery: 2_800, video: 1_000, embed: 2_300,
  // Where readers come in and look after their account.
  account: 3_200,
  // Where staff come in: no reader's page, held to the same.
  door: 3_500,
};
