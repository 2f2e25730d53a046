/** Embeds as the API tells them. */
export interface Embed {
  readonly id: string;
  readonly url: string;
  readonly provider: { readonly id: string; readonly name: string };
  /** Null: readers see a link. */
  readonly frame: string | null;
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** Its house names a picture that can be taken as the poster. */
  readonly hasThumbnail: boolean;
  readonly poster: { readonly id: string; readonly url: string | null; readonly thumb: string | null } | null;
  readonly missing: readonly { readonly name: 'title' }[];
  readonly warnings: readonly 'link'[];
  readonly version: number;
}
