/** Stories as the API tells them. */
import type { Phase, Standing, StoryContent } from '../story.ts';
import type { PictureSummary } from '../../pictures/picture.ts';

export type State = 'draft' | 'submitted' | 'scheduled' | 'public' | 'withdrawn' | 'discarded';
export const states: readonly State[] = ['draft', 'submitted', 'scheduled', 'public', 'withdrawn', 'discarded'];

export interface Named {
  readonly id: string;
  readonly name: string;
}

export interface StoryLine {
  readonly id: string;
  readonly headline: string;
  readonly kicker: string;
  readonly state: State;
  readonly phase: Phase;
  readonly standing: Standing;
  readonly unpublishedChanges: boolean;
  readonly section: Named & { readonly path: string };
  readonly language: string;
  readonly changedAt: string;
  readonly changedBy: Named;
  readonly scheduledAt: string | null;
  readonly embargoUntil: string | null;
  readonly firstPublishedAt: string | null;
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly authors: readonly Named[];
  readonly assigned: readonly Named[];
  readonly picture: { readonly id: string; readonly thumb: string | null } | null;
  readonly present: readonly Named[];
  readonly version: number;
  readonly url: string;
}

export interface Story extends StoryLine {
  readonly content: StoryContent;
  readonly topics: readonly Named[];
  readonly credits: readonly (Named & { readonly shortName: string })[];
  readonly pictures: Readonly<Record<string, PictureSummary>>;
  readonly continues: { readonly id: string; readonly headline: string } | null;
  readonly translations: readonly { readonly id: string; readonly headline: string; readonly language: string; readonly state: State }[];
  readonly missing: readonly Missing[];
  readonly warnings: readonly Missing[];
  /** Things of features that it shows, as `gallery:k3f9bcdf`. */
  readonly uses: readonly string[];
  readonly may: readonly string[];
  readonly corrections: readonly { readonly id: string; readonly at: string; readonly text: string; readonly byName: string }[];
  readonly note: string;
  readonly withdrawnNotice: string | null;
}

export interface Missing {
  readonly name: string;
  /** JSON pointer of the field. */
  readonly pointer: string;
  readonly picture?: string;
  /** The thing of a feature that it is about. */
  readonly element?: { readonly kind: string; readonly id: string };
  readonly values?: Readonly<Record<string, string | number>>;
}
