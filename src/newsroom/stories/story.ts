/** A story, its working copy, and the states it can be in. */
import type { DocumentJson } from './grammar.ts';

export const labels = ['opinion', 'analysis', 'sponsored'] as const;
export type Label = (typeof labels)[number];

/** Everything that a version of a story holds. References are ids; texts are Unicode of any language. */
export interface StoryContent {
  readonly kicker: string;
  readonly headline: string;
  readonly lead: string;
  /** Shorter headline for lists; empty: the headline. */
  readonly teaserTitle: string;
  /** Lower-case ASCII; empty: made from the headline. */
  readonly slug: string;
  readonly section: string;
  readonly furtherSections: readonly string[];
  readonly topics: readonly string[];
  readonly authors: readonly string[];
  /** Agencies, in the order in which the credit line names them. */
  readonly credits: readonly string[];
  readonly picture: LeadPicture | null;
  readonly language: string;
  /** Stories of one group are translations of each other. */
  readonly translationGroup: string | null;
  /** The story that this one continues. */
  readonly continues: string | null;
  readonly label: Label | null;
  readonly searchTitle: string;
  readonly searchDescription: string;
  readonly canonical: string | null;
  readonly body: DocumentJson;
}

export interface LeadPicture {
  readonly id: string;
  /** The story's own caption; empty: the picture's. */
  readonly caption: string;
}

/** What the desk does with the working copy. */
export const phases = ['draft', 'submitted', 'scheduled'] as const;
export type Phase = (typeof phases)[number];

/** Where the story stands towards readers. */
export const standings = ['unpublished', 'public', 'withdrawn', 'discarded'] as const;
export type Standing = (typeof standings)[number];

/** The facts that rules decide upon. */
export interface StoryFacts {
  readonly id: string;
  readonly phase: Phase;
  readonly standing: Standing;
  readonly workingVersion: number;
  readonly publishedWorkingVersion: number | null;
  readonly scheduledWorkingVersion: number | null;
  readonly createdBy: string;
  readonly assigned: readonly string[];
  readonly embargoUntil: Date | null;
  readonly scheduledAt: Date | null;
  readonly firstPublishedAt: Date | null;
}

export const versionReasons = ['save', 'autosave', 'hand-over', 'publish', 'author', 'restore', 'discard'] as const;
export type VersionReason = (typeof versionReasons)[number];

/** 'Has unpublished changes': the working copy is no longer what readers see, or what was set to be published. */
export function hasUnpublishedChanges(facts: Pick<StoryFacts, 'phase' | 'standing' | 'workingVersion' | 'publishedWorkingVersion' | 'scheduledWorkingVersion'>): boolean {
  if (facts.phase === 'scheduled') return facts.workingVersion !== facts.scheduledWorkingVersion;
  return facts.standing === 'public' && facts.workingVersion !== facts.publishedWorkingVersion;
}

/** One word for where a story is: what the desk's list and the API call its state. */
export const states = ['draft', 'submitted', 'scheduled', 'public', 'withdrawn', 'discarded'] as const;
export type State = (typeof states)[number];

export function stateOf({ phase, standing }: Pick<StoryFacts, 'phase' | 'standing'>): State {
  if (standing === 'discarded') return 'discarded';
  if (phase !== 'draft') return phase;
  return standing === 'unpublished' ? 'draft' : standing;
}

export const emptyContent = (section: string, language: string): StoryContent => ({
  kicker: '', headline: '', lead: '', teaserTitle: '', slug: '', section, furtherSections: [], topics: [], authors: [],
  credits: [], picture: null, language, translationGroup: null, continues: null, label: null, searchTitle: '',
  searchDescription: '', canonical: null, body: { type: 'doc', content: [{ type: 'paragraph' }] },
});
