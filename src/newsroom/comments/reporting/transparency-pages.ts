/** The transparency report as data: `/transparenz.json` and `/transparenz.csv`, a year each. */
import type { House } from '../../../platform/feature.ts';
import type { Page, PageRequest, PageRoute } from '../../../platform/pages/page.ts';
import { interfaceLanguage } from '../../../platform/words/translate.ts';
import { readPublication } from '../../publication/publication.ts';
import { transparencyPath } from './paths.ts';
import type { TransparencyNumbers } from './transparency-store.ts';
import { firstDecisionAt, readTransparency } from './transparency-store.ts';
import { reportCsv, reportLines, yearAsked, yearBounds, yearsShown } from './transparency.ts';
import { reportingTranslator } from './words.ts';

/** Counting walks the whole year: it is done again once an hour at most. In milliseconds. */
const countedEvery = 3_600_000;

export interface YearReport {
  readonly year: number;
  readonly years: readonly number[];
  readonly numbers: TransparencyNumbers;
  readonly from: Date;
  readonly until: Date;
  readonly expires: Date;
}

/** The report of the asked year, else of this one, in the publication's zone. */
export async function readYear(house: House, { query, now }: Pick<PageRequest, 'query' | 'now'>): Promise<YearReport> {
  const { timeZone } = await readPublication(house.db);
  const year = yearAsked(query['jahr'], { now, timeZone });
  const { from, until } = yearBounds(year, timeZone);
  const [numbers, since] = await Promise.all([readTransparency(house.db, { from, until }), firstDecisionAt(house.db)]);
  return { year, years: yearsShown({ now, timeZone }, since ?? now), numbers, from, until, expires: new Date(now.getTime() + countedEvery) };
}

export function transparencyData(house: House): readonly PageRoute[] {
  return [
    { path: `${transparencyPath}.json`, query: ['jahr'], render: (request) => asJson(house, request) },
    { path: `${transparencyPath}.csv`, query: ['jahr'], render: (request) => asCsv(house, request) },
  ];
}

async function asJson(house: House, request: PageRequest): Promise<Page> {
  const { year, from, until, numbers, expires } = await readYear(house, request);
  return { status: 200, type: 'application/json; charset=utf-8', body: JSON.stringify({ year, from, until, ...numbers }), tags: ['transparency'], expires };
}

async function asCsv(house: House, request: PageRequest): Promise<Page> {
  const [{ numbers, expires }, { languages, addressForm }] = await Promise.all([readYear(house, request), readPublication(house.db)]);
  const t = reportingTranslator(interfaceLanguage(languages[0] ?? 'de'), addressForm);
  return { status: 200, type: 'text/csv; charset=utf-8', body: reportCsv(reportLines(numbers), (name) => t(`line.${name}`)), tags: ['transparency'], expires };
}
