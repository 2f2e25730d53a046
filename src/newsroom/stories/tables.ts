import type { ColumnType, JSONColumnType } from 'kysely';
import type { Phase, Standing, StoryContent, VersionReason } from './story.ts';

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;
type Content = JSONColumnType<StoryContent & object>;

export interface StoryRow {
  id: string;
  phase: Defaulted<Phase>;
  standing: Defaulted<Standing>;
  working: Content;
  working_version: Defaulted<number>;
  section_id: string;
  headline: string;
  language: string;
  created_at: Date;
  created_by: string;
  changed_at: Date;
  changed_by: string;
  changed_by_name: string;
  assigned: Defaulted<string[]>;
  note: Defaulted<string>;
  embargo_until: Nullable<Date>;
  scheduled_at: Nullable<Date>;
  scheduled_significant: Defaulted<boolean>;
  scheduled_by: Nullable<string>;
  scheduled_version: Nullable<number>;
  scheduled_working_version: Nullable<number>;
  public_version: Nullable<number>;
  published_working_version: Nullable<number>;
  first_published_at: Nullable<Date>;
  sense_changed_at: Nullable<Date>;
  published_at: Nullable<Date>;
  withdrawn_at: Nullable<Date>;
  withdrawn_notice: Nullable<string>;
}

export interface StoryVersionRow {
  story_id: string;
  number: number;
  content: Content;
  reason: VersionReason;
  at: Date;
  by_id: string;
  by_name: string;
  working_version: number;
  sealed: Defaulted<boolean>;
}

/** What lists show: the content without its body. */
export type TeaserContent = Pick<StoryContent, 'kicker' | 'headline' | 'lead' | 'teaserTitle' | 'slug' | 'authors' | 'label' | 'picture'>;

export interface PublicStoryRow {
  story_id: string;
  version: number;
  content: Content;
  teaser: JSONColumnType<TeaserContent & object>;
  section_id: string;
  language: string;
  headline: string;
  published_at: Date;
  updated_at: Nullable<Date>;
  changed_at: Date;
  continues: Nullable<string>;
  translation_group: string;
  search: ColumnType<string, never, never>;
  title_search: ColumnType<string, never, never>;
}

export type PlaceKind = 'section' | 'topic' | 'author' | 'agency';

export interface StoryPlaceRow {
  kind: PlaceKind;
  place_id: string;
  published_at: Date;
  story_id: string;
}

export interface StoryCorrectionRow {
  id: string;
  story_id: string;
  at: Date;
  text: string;
  by_id: string;
  by_name: string;
}

export interface StoryPreviewRow {
  token_hash: string;
  story_id: string;
  ends_at: Date;
  created_by: string;
}

export interface StoryPresenceRow {
  story_id: string;
  tab: string;
  staff_id: string;
  staff_name: string;
  seen_at: Date;
}

export interface StoryUseRow {
  kind: string;
  thing_id: string;
  story_id: string;
  place: 'working' | 'public';
}

export interface StoryWordRow {
  language: string;
  word: string;
}

declare module '../../platform/database/database.ts' {
  interface Tables {
    stories: StoryRow;
    story_versions: StoryVersionRow;
    public_stories: PublicStoryRow;
    story_places: StoryPlaceRow;
    story_corrections: StoryCorrectionRow;
    story_previews: StoryPreviewRow;
    story_presence: StoryPresenceRow;
    story_words: StoryWordRow;
    story_uses: StoryUseRow;
  }
}
