/** The transparency report of a year: as a page of the site, as JSON, as CSV. All three say the same. Pure. */
import { Temporal } from 'temporal-polyfill';
import { csvOf } from '../../../platform/text/csv.ts';
import type { TransparencyNumbers } from './transparency-store.ts';

/** Lines of the report in their order: a name and its value; null: nothing to say yet. What is a part of a line stands below it. */
export function reportLines(numbers: TransparencyNumbers): readonly (readonly [name: string, value: number | null])[] {
  const { byReason, ...rest } = numbers;
  const named = (names: readonly (keyof typeof rest)[]) => names.map((name) => [name, rest[name]] as const);
  return [
    ...named(['received', 'approved', 'refused', 'removed', 'afterReport']),
    ...Object.entries(byReason).toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).map(([reason, count]) => [`reason.${reason}`, count] as const),
    ...named(['foundByMachine', 'decidedByMachine', 'reports', 'reportsOfLaw', 'reportsRemoved', 'reportsKept', 'reportsGone', 'reportHours', 'objections', 'objectionsRestored', 'objectionsUpheld', 'objectionHours', 'suspensions', 'bans']),
  ];
}

/** RFC 4180: the name of each line, what it says in the page's language, its number. */
export function reportCsv(lines: readonly (readonly [name: string, value: number | null])[], say: (name: string) => string): string {
  return csvOf([['name', 'label', 'value'], ...lines.map(([name, value]) => [name, say(name), value] as const)]);
}

/** Years back that are kept to be asked for. */
const yearsBack = 5;

interface Today {
  readonly now: Date;
  readonly timeZone: string;
}

/** The year that a page is asked for; whatever makes no sense is this year. */
export function yearAsked(asked: string | undefined, today: Today): number {
  const [thisYear = 0] = yearsShown(today);
  const year = /^\d{4}$/u.test(asked ?? '') ? Number(asked) : thisYear;
  return year > thisYear || year < thisYear - yearsBack ? thisYear : year;
}

/** This year and those before it, the newest first; back to the first that has something to tell, where that is said. */
export function yearsShown({ now, timeZone }: Today, since: Date | null = null): readonly number[] {
  const yearOf = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).year;
  const year = yearOf(now);
  return Array.from({ length: yearsBack + 1 }, (_, back) => year - back).filter((one) => one === year || since === null || one >= yearOf(since));
}

/** From its first instant until the first of the next, where the newsroom is. */
export function yearBounds(year: number, timeZone: string): { readonly from: Date; readonly until: Date } {
  const first = (of: number) => new Date(Temporal.PlainDate.from({ year: of, month: 1, day: 1 }).toZonedDateTime(timeZone).epochMilliseconds);
  return { from: first(year), until: first(year + 1) };
}
