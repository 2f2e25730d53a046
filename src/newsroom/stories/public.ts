/** A story as readers see it: what lists show of it, and the whole of its page. */
import type { PictureSummary } from '../pictures/picture.ts';
import type { Things } from './elements/element.ts';
import type { Label, StoryContent } from './story.ts';

/** What a list shows of a public story. Texts are plain text. */
export interface Teaser {
  readonly id: string;
  /** The canonical path: `/<section path>/<slug>-<id>`. */
  readonly url: string;
  /** The teaser title where the story has one, else its headline. */
  readonly headline: string;
  readonly kicker: string;
  readonly lead: string;
  readonly label: Label | null;
  readonly language: string;
  /** When it first became public. */
  readonly publishedAt: Date;
  /** When its sense last changed; null while it never has. */
  readonly updatedAt: Date | null;
  readonly authors: readonly { readonly name: string; readonly slug: string }[];
  /** Its first section, named in the section's own language. */
  readonly section: SectionStep;
  readonly picture: PictureSummary | null;
}

export interface SectionStep {
  readonly id: string;
  readonly path: string;
  readonly name: string;
}

export interface StoryAuthor {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  readonly portrait: PictureSummary | null;
}

export interface StoryCredit {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  /** What stands in the credit line, without brackets. */
  readonly credit: string;
}

export interface StoryCorrection {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
}

/** The whole of a story's page. `headline` is the story's own here, never the teaser title. */
export interface PublicStory extends Omit<Teaser, 'authors'> {
  readonly content: StoryContent;
  readonly authors: readonly StoryAuthor[];
  /** In the order of the credit line. */
  readonly credits: readonly StoryCredit[];
  readonly topics: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  readonly corrections: readonly StoryCorrection[];
  /** The other public stories of its translation group. */
  readonly translations: readonly { readonly id: string; readonly language: string; readonly url: string }[];
  /** From the root of the tree down to its own section. */
  readonly sections: readonly SectionStep[];
  /** What features bring into its text, by id. */
  readonly things: Things;
  /** Lead picture, pictures of the body and of what stands in it; by id. */
  readonly pictures: ReadonlyMap<string, PictureSummary>;
  /** When any part of it last changed, a comma included. */
  readonly changedAt: Date;
}

/** What is left at the address of a withdrawn story. */
export interface Gone {
  readonly gone: {
    /** The public sentence; null: the neutral one. */
    readonly notice: string | null;
    readonly language: string;
  };
}
