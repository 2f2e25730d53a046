/** What the newsroom has decided about films. */
import type { Actor } from '../../platform/feature.ts';
import type { PictureSummary } from '../pictures/picture.ts';
import type { VideoSummary } from './video.ts';

/** An hour from a camera; what is longer is cut before it is put in. In bytes. */
export const greatestBytes = 8 * 1024 ** 3;
/** A programme of a parliament's whole day. In milliseconds. */
export const longestDuration = 12 * 60 * 60 * 1000;

export type MissingOfVideo = 'title' | 'credit' | 'poster' | 'rights' | 'qualities';

/** What readers need before they may see it. */
export function missingToPublish(video: Pick<VideoSummary, 'title' | 'credit' | 'usable' | 'sources'>, poster: Pick<PictureSummary, 'usable'> | undefined): MissingOfVideo[] {
  const missing: MissingOfVideo[] = [];
  if (!video.usable) missing.push('rights');
  if (video.title.trim() === '') missing.push('title');
  if (video.credit.trim() === '') missing.push('credit');
  if (poster?.usable !== true) missing.push('poster');
  if (video.usable && video.sources.length === 0) missing.push('qualities');
  return missing;
}

/** What it should have besides (WCAG 2.2, 1.2.2): captions, for all who hear nothing, and for the many who watch without sound. */
export function warningsOf(video: Pick<VideoSummary, 'captions' | 'silent'>): 'captions'[] {
  return video.captions.length === 0 && !video.silent ? ['captions'] : [];
}

/** The shorter side of each quality in pixels, with the bits in a second that it may take at most. */
const rungs = [{ side: 360, rate: 900_000 }, { side: 720, rate: 3_000_000 }, { side: 1080, rate: 6_000_000 }] as const;

export interface QualityOf {
  readonly width: number;
  readonly height: number;
  readonly rate: number;
}

/** What a film is converted to: never larger than it is, both sides even, as H.264 wants them. */
export function qualitiesOf({ width, height }: { readonly width: number; readonly height: number }): QualityOf[] {
  const shorter = Math.min(width, height);
  const fitting = rungs.filter(({ side }) => side <= shorter);
  const chosen = fitting.length === 0 ? [{ side: shorter, rate: rungs[0].rate }] : fitting;
  return chosen.map(({ side, rate }) => ({ width: even((width * side) / shorter), height: even((height * side) / shorter), rate }));
}

/** Screens that are large enough for the greatest quality. */
export const largeScreen = '(min-width:64rem)';
/** A column of text on a phone with three device pixels to one: more is not seen there. */
export const usualSide = 720;

/** Those who answer for pictures change every one; those who write, their own. */
export function mayEdit(actor: Actor, video: { readonly createdBy: string }): boolean {
  const all = actor.role === null || ['picture-editor', 'editor', 'publisher', 'administrator'].includes(actor.role);
  return all || video.createdBy === actor.id;
}

/** How the newsroom says what a file is that readers' browsers do not play as it is. */
export function kindOf(facts: { readonly mediaType: string; readonly video: string }): { readonly refused: 'unsupported-type' | 'unsupported-codec'; readonly kind: string } {
  if (facts.video !== 'h264') return { refused: 'unsupported-codec', kind: facts.video };
  return facts.mediaType === 'video/quicktime' ? { refused: 'unsupported-type', kind: 'mov' } : { refused: 'unsupported-codec', kind: 'sound' };
}

function even(pixels: number): number {
  return Math.max(2, Math.round(pixels / 2) * 2);
}
