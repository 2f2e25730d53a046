/**
 * What a feature brings into the text of a story: an element of the grammar that shows a thing of the feature's own.
 * Everything that stories ask of it stands here; each feature has one file beside this one, and a line in elements.ts.
 */
import type { NodeSpec } from '@tiptap/pm/model';
import type { EmbedSummary } from '../../embeds/embed.ts';
import type { GallerySummary } from '../../galleries/gallery.ts';
import type { PictureSummary } from '../../pictures/picture.ts';
import type { VideoSummary } from '../../videos/video.ts';

/** The things that elements show, by the element's name in the grammar. */
export interface ElementThings {
  readonly gallery: GallerySummary;
  readonly video: VideoSummary;
  readonly embed: EmbedSummary;
}

export type ElementName = keyof ElementThings;

/** Those of one body, by id; what is gone is absent. */
export type Things = { readonly [Name in ElementName]: ReadonlyMap<string, ElementThings[Name]> };

export type PicturesById = ReadonlyMap<string, PictureSummary>;
/** Everything that a story shows: things of features, and pictures as this story may show them. */
export interface Shown {
  readonly things: Things;
  /** Lead picture, pictures of the text and of its elements. */
  readonly pictures: PicturesById;
}

export type Attributes = Readonly<Record<string, unknown>>;

/** One element of HTML that comes in. */
export interface HtmlElement {
  /** In small letters. */
  readonly tag: string;
  /** Empty where there is none. */
  attribute(name: string): string;
  /** All text in it. */
  text(): string;
}

/** What keeps a story from its readers, or what the desk should know of it; the sentence is the feature's. */
export interface ElementMissing {
  /** `<element>` or `<element>-<what>`: the sentences are `field.<name>` and, in the desk, `stories.missing.<name>`. */
  readonly name: ElementName | `${ElementName}-${string}`;
  readonly values?: Readonly<Record<string, string | number>>;
}

export interface StoryElement<Name extends ElementName = ElementName> {
  readonly name: Name;
  /** `attrs.id` names the thing. */
  readonly node: NodeSpec;
  /** What stands for this element in HTML; null: it is something else. */
  fromHtml?(element: HtmlElement): Attributes | null;
  /** Ids of the pictures that it shows: they are found with all others of the story. */
  pictures?(thing: ElementThings[Name]): readonly string[];
  /** What is missing to publish; `undefined` where the thing is gone. */
  missing(thing: ElementThings[Name] | undefined, pictures: PicturesById): readonly ElementMissing[];
  /** What the desk should know and may publish all the same. */
  warnings?(thing: ElementThings[Name], pictures: PicturesById): readonly ElementMissing[];
  /** Tags of pages that show it; its own is `<name>:<id>`. */
  readonly tags?: readonly string[];
  /** When it may no longer be shown, beside its pictures. */
  ends?(thing: ElementThings[Name]): Date | null;
}

/** An id of a thing, as an attribute of a node. */
export const reference = {
  validate: (value: unknown) => {
    if (typeof value !== 'string' || !/^[0-9a-z]{1,32}$/u.test(value)) throw new RangeError('a reference to nothing');
  },
};

/** A text, as an attribute of a node. */
export const text = (fallback = '', greatest = 2_000) => ({
  default: fallback,
  validate: (value: unknown) => {
    if (typeof value !== 'string' || value.length > greatest) throw new RangeError(`not a text of at most ${greatest} characters`);
  },
});
