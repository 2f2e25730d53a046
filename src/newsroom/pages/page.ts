/** A page that the newsroom writes itself: imprint, privacy, about. */
import type { DocumentJson } from '../stories/grammar.ts';

/** `footer`: linked from the foot of every page; `none`: reached by its address alone. */
export const pagePlaces = ['footer', 'none'] as const;
export type PagePlace = (typeof pagePlaces)[number];

export interface WrittenPage {
  readonly id: string;
  /** Of its address, `/seite/<slug>`. */
  readonly slug: string;
  readonly language: string;
  readonly title: string;
  readonly body: DocumentJson;
  readonly place: PagePlace;
  /** Among the pages of the footer the smaller stands first. */
  readonly position: number;
  readonly public: boolean;
  readonly version: number;
  readonly changedAt: Date;
}

export type PageFacts = Omit<WrittenPage, 'id' | 'version' | 'changedAt'>;

/** What a footer shows of a page. */
export type PageLink = Pick<WrittenPage, 'id' | 'slug' | 'title'>;
