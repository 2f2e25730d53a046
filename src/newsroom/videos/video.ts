/** A film, the states that its qualities can be in, and what a page shows of it. */
export const mediaTypes = ['video/mp4', 'video/webm', 'video/quicktime'] as const;
export type VideoMediaType = (typeof mediaTypes)[number];

/** `none`: as it came. `waiting` and `running`: qualities are on their way. `stopped`: by hand. */
export const conversions = ['none', 'waiting', 'running', 'done', 'stopped', 'failed'] as const;
export type Conversion = (typeof conversions)[number];

export type RenditionKind = 'file' | 'stream';

/** What a page needs to show a film: plain values. */
export interface VideoSummary {
  readonly id: string;
  /** In pixels: they give the shape before anything is loaded. */
  readonly width: number;
  readonly height: number;
  /** In milliseconds; null where nobody knows. */
  readonly duration: number | null;
  readonly title: string;
  readonly description: string;
  readonly credit: string;
  readonly language: string;
  /** A picture of the library. */
  readonly poster: string | null;
  /** The middle of what is shown of the poster, in percent. */
  readonly posterAt: { readonly x: number; readonly y: number };
  /** In the order in which a browser is offered them; empty while there is nothing that browsers play. */
  readonly sources: readonly VideoSource[];
  readonly captions: readonly { readonly language: string; readonly url: string }[];
  /** It has no sound: there is nothing to caption. */
  readonly silent: boolean;
  /** Not blocked and not sealed. */
  readonly usable: boolean;
  /** A page can show it. */
  readonly ready: boolean;
}

export interface VideoSource {
  readonly url: string;
  /** With codecs (RFC 6381), so that a browser need not ask to know. */
  readonly type: string;
  /** A media query; null: for every screen. */
  readonly media: string | null;
}

/** The permanent address of a film's file; its name carries the content's. */
export function videoUrl(id: string, name: string): string {
  return `/videos/${id}/${name}`;
}
