/** Days of a zone as the instants at which rights end. Pure. */
import { Temporal } from 'temporal-polyfill';

/** The first instant after that day; null where the text is no day (YYYY-MM-DD). */
export function endOfDay(day: string, zone: string): Date | null {
  try {
    return new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}

/** The last day on which something is so that ends at this instant. */
export function lastDay(end: Date, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(end.getTime() - 1).toZonedDateTimeISO(zone).toPlainDate().toString();
}
