/**
 * What is known of a picture beside its credit, caption and alternative text: the fields of the IPTC Photo Metadata
 * Standard that a newsroom works with. The file brings them, the newsroom corrects them; what the file said is kept
 * beside them. Pure.
 */
import type { PictureMetadata } from '../../platform/images/metadata.ts';
import type { PictureSummary } from './picture.ts';

export const detailTexts = ['headline', 'creditLine', 'source', 'copyright', 'usageTerms', 'instructions', 'date', 'place', 'city', 'region', 'country'] as const;
export const detailLists = ['creators', 'keywords'] as const;
export const detailNames = [...detailTexts, ...detailLists] as const;
export type DetailName = (typeof detailNames)[number];
export type Details = Pick<PictureMetadata, DetailName>;

/** These alone, and of a file that says nothing: nothing. */
export function detailsOf(metadata: Partial<PictureMetadata>): Details {
  const texts = Object.fromEntries(detailTexts.map((name) => [name, metadata[name] ?? '']));
  const lists = Object.fromEntries(detailLists.map((name) => [name, metadata[name] ?? []]));
  return { ...texts, ...lists } as unknown as Details;
}

/** The day of a date as files write it (`2026-11-23T08:15:00+01:00`, `2026-11-23`); null where it is no day of the calendar. */
export function dayOf(date: string): string | null {
  const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/u.exec(date)?.[0];
  const at = day === undefined ? null : new Date(`${day}T00:00:00Z`);
  return at === null || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day;
}

/**
 * A text as a search compares it: small letters without accents. A word with an umlaut stands there as both spellings
 * that agencies have for it: `Zürich` is `zurich` and `zuerich`.
 */
export function folded(text: string): string {
  const small = text.normalize('NFC').toLowerCase();
  const spelled = [...new Set(small.match(/[\p{L}\p{N}]*[äöü][\p{L}\p{N}]*/gu))].map((word) => word.replaceAll(/[äöü]/gu, (letter) => digraphs[letter]!));
  return plain([small, ...spelled].join(' '));
}

/** A word that is looked for, in each way in which it may be written: `Zürich` is found where `Zuerich` stands. */
export function spellings(word: string): string[] {
  const small = word.normalize('NFC').toLowerCase();
  return [...new Set([plain(small), plain(small.replaceAll(/[äöü]/gu, (letter) => digraphs[letter]!))])].filter((one) => one !== '');
}

const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll(/\s+/gu, ' ').trim();
}

/** On which terms a picture may be shown, beside until when. */
export interface PictureTerms {
  /** Not in the archive: so many days after readers first saw what shows it. Null: for ever. */
  readonly days: number | null;
  /** The only thing that may show it, such as `story:k3f9bcdf`. */
  readonly onlyWith: string | null;
  /** `role:editor`, `staff:k3f9bcdf`; empty: anybody. */
  readonly usableBy: readonly string[];
}

export const freeTerms: PictureTerms = { days: null, onlyWith: null, usableBy: [] };

/** Who brings a picture before readers must be among those who may use it. The program goes by what people decided. */
export function mayUse(actor: { readonly id: string; readonly role: string | null }, { usableBy }: Pick<PictureTerms, 'usableBy'>): boolean {
  return usableBy.length === 0 || actor.role === null || usableBy.includes(`role:${actor.role}`) || usableBy.includes(`staff:${actor.id}`);
}

const day = 24 * 60 * 60 * 1000;

/** The instant at which a picture leaves what has shown it since then. */
export function useEnds(since: Date | null, days: number | null): Date | null {
  return since === null || days === null ? null : new Date(since.getTime() + days * day);
}

export interface PictureUse {
  /** Such as `story:k3f9bcdf`. */
  readonly usedBy: string;
  readonly endsAt: Date | null;
  readonly ended: boolean;
}

/** What one who uses it may show of a picture. */
export function asUsed(picture: PictureSummary, { usedBy, endsAt, ended }: PictureUse): PictureSummary {
  const { onlyWith } = picture.terms;
  const ends = endsAt !== null && (picture.ends === null || endsAt < picture.ends) ? endsAt : picture.ends;
  return ended || (onlyWith !== null && onlyWith !== usedBy) ? { ...picture, ends: null, usable: false, ready: false, sources: [], fallback: null, crops: {} } : { ...picture, ends };
}
