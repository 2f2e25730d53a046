/** Days and clock times of a zone as instants. What a clock change leaves out is refused, not moved. Pure. */
import { Temporal } from 'temporal-polyfill';

export type Reading = { readonly instants: readonly [Date] | readonly [Date, Date] } | { readonly wrong: 'incomplete' | 'gap' };

/**
 * Reads what a `datetime-local` field holds (2026-03-29T02:30). In the hour that comes twice there are two instants,
 * the earlier first; in the hour that is left out there is none.
 */
export function readLocal(text: string, zone: string): Reading {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u.test(text)) return { wrong: 'incomplete' };
  const local = Temporal.PlainDateTime.from(text);
  const at = (disambiguation: 'earlier' | 'later') => new Date(local.toZonedDateTime(zone, { disambiguation }).epochMilliseconds);
  const [earlier, later] = [at('earlier'), at('later')];
  if (earlier.getTime() === later.getTime()) return { instants: [earlier] };
  const kept = Temporal.Instant.fromEpochMilliseconds(earlier.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().equals(local);
  return kept ? { instants: [earlier, later] } : { wrong: 'gap' };
}

/** What a `datetime-local` field shows for an instant. */
export function writeLocal(at: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}
