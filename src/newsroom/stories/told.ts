/** A story as the API tells it to the desk and to other programs: a line of the list, and the whole. Pure. */
import type { PictureSummary } from '../pictures/picture.ts';
import type { Missing } from './rules.ts';
import type { Phase, Standing, State, StoryContent } from './story.ts';

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
  /** The second clock: when the sense last changed. */
  readonly updatedAt: string | null;
  readonly authors: readonly Named[];
  readonly assigned: readonly Named[];
  readonly picture: { readonly id: string; readonly thumb: string | null } | null;
  readonly present: readonly Named[];
  readonly version: number;
  /** Where readers find it, or would. */
  readonly url: string;
}

export interface StoryWhole extends StoryLine {
  readonly content: StoryContent;
  readonly topics: readonly Named[];
  readonly credits: readonly (Named & { readonly shortName: string })[];
  readonly pictures: Readonly<Record<string, PictureSummary>>;
  readonly continues: { readonly id: string; readonly headline: string } | null;
  readonly translations: readonly { readonly id: string; readonly headline: string; readonly language: string; readonly state: State }[];
  readonly missing: readonly Missing[];
  /** What may be published all the same. */
  readonly warnings: readonly Missing[];
  /** Things of features that it shows, as `gallery:k3f9bcdf`. */
  readonly uses: readonly string[];
  readonly may: readonly string[];
  readonly corrections: readonly { readonly id: string; readonly at: string; readonly text: string; readonly byName: string }[];
  readonly note: string;
  readonly withdrawnNotice: string | null;
}
