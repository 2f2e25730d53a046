/** What the newsroom has decided about stories. */
import type { Actor } from '../../platform/feature.ts';
import type { Refused } from '../../platform/result.ts';
import type { Phase, Standing, StoryContent, StoryFacts } from './story.ts';
import { refuse } from '../../platform/result.ts';
import { missingToPublish as missingOfPicture } from '../pictures/rules.ts';
import type { ElementMissing, ElementName, Shown } from './elements/element.ts';
import { elementMissing } from './elements/elements.ts';
import { hasText } from './text.ts';

/** Often enough that a lost afternoon is impossible, seldom enough that the list of versions stays readable. */
export const autosaveVersionEvery = 10 * 60_000;
/** A secret preview lives long enough for a source to read over a weekend. */
export const previewHours = { default: 72, greatest: 14 * 24 };
/** Three missed calls of 15 seconds and somebody is no longer there. */
export const presenceLasts = 50_000;
/** Headlines and the like: longer is a mistake in a field, and never cut in silence. */
export const greatestField = 2_000;
/** How many of each a story may refer to. */
export const greatestReferences = 50;

export type TransitionName = 'submit' | 'return' | 'schedule' | 'unschedule' | 'publish' | 'withdraw' | 'republish' | 'discard';

interface Transition {
  readonly phases: readonly Phase[];
  readonly standings: readonly Standing[];
  readonly to: { readonly phase?: Phase; readonly standing?: Standing };
}

const anyPhase: readonly Phase[] = ['draft', 'submitted', 'scheduled'];

/** Every way that a story can go. What does not stand here does not happen. */
export const transitions: Readonly<Record<TransitionName, Transition>> = {
  submit: { phases: ['draft'], standings: ['unpublished', 'public', 'withdrawn'], to: { phase: 'submitted' } },
  return: { phases: ['submitted'], standings: ['unpublished', 'public', 'withdrawn'], to: { phase: 'draft' } },
  schedule: { phases: anyPhase, standings: ['unpublished', 'public'], to: { phase: 'scheduled' } },
  unschedule: { phases: ['scheduled'], standings: ['unpublished', 'public'], to: { phase: 'draft' } },
  publish: { phases: anyPhase, standings: ['unpublished', 'public'], to: { phase: 'draft', standing: 'public' } },
  withdraw: { phases: anyPhase, standings: ['public'], to: { phase: 'draft', standing: 'withdrawn' } },
  republish: { phases: anyPhase, standings: ['withdrawn'], to: { phase: 'draft', standing: 'public' } },
  discard: { phases: ['draft', 'submitted'], standings: ['unpublished', 'public'], to: { phase: 'draft' } },
};

/** May the story go this way from where it is? */
export function mayGo(facts: Pick<StoryFacts, 'phase' | 'standing'>, name: TransitionName): true | Refused<'not-now'> {
  const { phases, standings } = transitions[name];
  if (phases.includes(facts.phase) && standings.includes(facts.standing)) return true;
  return refuse('not-now', { transition: name, phase: facts.phase, standing: facts.standing });
}

/** An embargo forbids publishing before it, now and at a set time. */
export function mayPublishAt(facts: Pick<StoryFacts, 'embargoUntil'>, at: Date): true | Refused<'embargoed'> {
  if (facts.embargoUntil !== null && at < facts.embargoUntil) return refuse('embargoed', { until: facts.embargoUntil.toISOString() });
  return true;
}

/** A freelancer sees own and assigned stories only; the rest of the newsroom sees all. */
export function maySee(actor: Actor, facts: Pick<StoryFacts, 'createdBy' | 'assigned'>): boolean {
  if (actor.role !== 'freelancer') return true;
  return facts.createdBy === actor.id || facts.assigned.includes(actor.id);
}

export interface Missing {
  readonly name: 'headline' | 'text' | 'picture' | 'picture-rights' | 'picture-credit' | 'picture-alt' | 'picture-use' | ElementMissing['name'];
  /** JSON pointer of the field in the story. */
  readonly pointer: string;
  readonly picture?: string;
  /** The thing of a feature that it is about. */
  readonly element?: { readonly kind: ElementName; readonly id: string };
  /** For the sentence. */
  readonly values?: Readonly<Record<string, string | number>>;
}

/** What still stands between a story and its readers, in the order in which the desk lists it. */
export function missingToPublish(content: StoryContent, { pictures, things }: Shown): Missing[] {
  const missing: Missing[] = [];
  if (content.headline.trim() === '') missing.push({ name: 'headline', pointer: '/headline' });
  if (!hasText(content.body)) missing.push({ name: 'text', pointer: '/body' });
  for (const id of pictureIds(content)) {
    const picture = pictures.get(id);
    const pointer = id === content.picture?.id ? '/picture' : '/body';
    if (picture === undefined) {
      missing.push({ name: 'picture', pointer, picture: id });
      continue;
    }
    for (const part of missingOfPicture(picture)) missing.push({ name: `picture-${part}`, pointer, picture: id });
  }
  return [...missing, ...elementMissing(content.body, things, pictures)];
}

/** Every picture that a story names itself, the lead picture first, each once. */
export function pictureIds(content: StoryContent): string[] {
  const ids = new Set<string>(content.picture === null ? [] : [content.picture.id]);
  const walk = (node: StoryContent['body']) => {
    if (node.type === 'picture' && typeof node.attrs?.['id'] === 'string') ids.add(node.attrs['id']);
    node.content?.forEach(walk);
  };
  walk(content.body);
  return [...ids];
}

export interface VersionFacts {
  readonly workingVersion: number;
  readonly lastVersion: { readonly workingVersion: number; readonly at: Date } | null;
  readonly changedBy: string;
}

/** Before somebody else's first change, what the one before wrote is kept as a version. */
export function keepsBefore(facts: VersionFacts, by: string): boolean {
  return facts.changedBy !== by && facts.lastVersion?.workingVersion !== facts.workingVersion;
}

/** An explicit save is always kept; autosave at most every ten minutes. */
export function keepsAfter(facts: VersionFacts, reason: 'save' | 'autosave', now: Date): boolean {
  if (reason === 'save') return true;
  return facts.lastVersion === null || now.getTime() - facts.lastVersion.at.getTime() >= autosaveVersionEvery;
}

/**
 * The two clocks of a public story. `changed` moves with every publication; `sense` only when the editor says that
 * the sense changed, and never on the first publication.
 */
export function clocksAfter(facts: Pick<StoryFacts, 'firstPublishedAt'> & { senseChangedAt: Date | null }, significant: boolean, now: Date): { first: Date; sense: Date | null } {
  if (facts.firstPublishedAt === null) return { first: now, sense: null };
  return { first: facts.firstPublishedAt, sense: significant ? now : facts.senseChangedAt };
}
