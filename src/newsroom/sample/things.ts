/** What the sample newsroom is made of, once it stands in the database. */

export const kinds = ['publication', 'staff', 'section', 'agency', 'picture', 'gallery', 'video', 'embed', 'author', 'topic', 'story', 'page', 'front'] as const;
export type Kind = (typeof kinds)[number];

export interface ThingKey {
  readonly kind: Kind;
  readonly id: string;
}

/** A thing as it is now. */
export interface Thing extends ThingKey {
  /** What people call it: a name, a headline, a path. */
  readonly name: string;
  /** In it, everything that somebody could have changed. */
  readonly facts: unknown;
}

/** One thing names another: a story its author, an author the portrait, somebody's comment the story it stands below. */
export interface Use {
  readonly by: ThingKey | { readonly kind: 'comment'; readonly id: string };
  readonly of: ThingKey;
}

export const keyOf = ({ kind, id }: Use['by']): string => `${kind}:${id}`;
