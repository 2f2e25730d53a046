/** What another house shows on our page, and the house. */

/** A house whose pages can be embedded. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Who learns of the reader. */
  readonly company: string;
  /** Put on the list by hand; the program does not know its addresses. */
  readonly own: boolean;
  readonly enabled: boolean;
  /** Whose pages can be embedded; those below them too. */
  readonly hosts: readonly string[];
  /** From where their frames come. */
  readonly frameHosts: readonly string[];
  /** Where to ask about a page (https://oembed.com); null: the page says so itself. */
  readonly endpoint: string | null;
  readonly version: number;
}

/** The room that a frame takes before it is there: width by height, or pixels. */
export type Shape = { readonly ratio: number } | { readonly height: number };

/** What a page needs to offer an embed: plain values. */
export interface EmbedSummary {
  readonly id: string;
  readonly provider: Pick<Provider, 'id' | 'name' | 'company'>;
  /** The page itself: where the link leads that works without script. */
  readonly url: string;
  /** The address of the frame; null where there may be none: then it is a link. */
  readonly frame: string | null;
  /** Origins that the frame may come from and lead to. */
  readonly frameOrigins: readonly string[];
  /** What the frame's house is told of us: our origin where it does not play without, else nothing. */
  readonly referrer: 'strict-origin' | 'no-referrer';
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly shape: Shape;
  /** A picture of our library. */
  readonly poster: string | null;
}
