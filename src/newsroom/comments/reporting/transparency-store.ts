/** The numbers of a transparency report (article 15 and 24), for a period. */
import { sql } from 'kysely';
import './tables.ts';
import '../tables.ts';
import type { Db } from '../../../platform/database/database.ts';

export interface TransparencyNumbers {
  readonly received: number;
  readonly approved: number;
  /** Refused before publication, removed after it. */
  readonly refused: number;
  readonly removed: number;
  readonly byReason: Readonly<Record<string, number>>;
  /** Of those kept from readers: after a report, pointed at by a machine, decided by one. */
  readonly afterReport: number;
  readonly foundByMachine: number;
  readonly decidedByMachine: number;
  readonly reports: number;
  readonly reportsOfLaw: number;
  readonly reportsRemoved: number;
  readonly reportsKept: number;
  readonly reportsGone: number;
  /** Hours from report to decision, the median; null: none was decided. */
  readonly reportHours: number | null;
  readonly objections: number;
  readonly objectionsRestored: number;
  readonly objectionsUpheld: number;
  readonly objectionHours: number | null;
  readonly suspensions: number;
  readonly bans: number;
}

/** Counts what happened from an instant until before another. */
export async function readTransparency(db: Db, { from, until }: { readonly from: Date; readonly until: Date }): Promise<TransparencyNumbers> {
  const { rows: [row] } = await sql<Record<string, number | null> & { by_reason: Record<string, number> | null }>`
    with decided as (
      select d.* from comment_decisions as d where d.at >= ${from} and d.at < ${until} and d.decision in ('approve', 'refuse')
        and not exists (select from comment_decisions as undone where undone.undoes = d.id)),
    refusals as (select * from decided where decision = 'refuse'),
    reported as (select * from comment_reports where created_at >= ${from} and created_at < ${until}),
    objected as (select * from comment_objections where created_at >= ${from} and created_at < ${until})
    select
      (select count(*)::integer from comments where created_at >= ${from} and created_at < ${until} and came_from is null) as received,
      (select count(*)::integer from decided where decision = 'approve') as approved,
      (select count(*)::integer from refusals where from_state <> 'approved') as refused,
      (select count(*)::integer from refusals where from_state = 'approved') as removed,
      (select json_object_agg(reason, n) from (select reason, count(*)::integer as n from refusals where reason <> '' group by reason) as r) as by_reason,
      (select count(*)::integer from refusals where after like 'report:%') as after_report,
      (select count(*)::integer from comment_statements where created_at >= ${from} and created_at < ${until} and found_by_machine) as found_by_machine,
      (select count(*)::integer from refusals where after = 'rule') as decided_by_machine,
      (select count(*)::integer from reported) as reports,
      (select count(*)::integer from reported where grounds = 'law') as reports_of_law,
      (select count(*)::integer from reported where outcome = 'removed') as reports_removed,
      (select count(*)::integer from reported where outcome = 'kept') as reports_kept,
      (select count(*)::integer from reported where outcome = 'gone') as reports_gone,
      (select percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at)) / 3600 from reported where decided_at is not null) as report_hours,
      (select count(*)::integer from objected) as objections,
      (select count(*)::integer from objected where outcome = 'restored') as objections_restored,
      (select count(*)::integer from objected where outcome = 'upheld') as objections_upheld,
      (select percentile_cont(0.5) within group (order by extract(epoch from decided_at - created_at)) / 3600 from objected where decided_at is not null) as objection_hours,
      (select count(*)::integer from commenter_marks where at >= ${from} and at < ${until} and kind = 'suspension') as suspensions,
      (select count(*)::integer from commenter_marks where at >= ${from} and at < ${until} and kind = 'ban') as bans`.execute(db);
  return numbersOf(row!);
}

/** Before it there is nothing to tell; null: nothing was decided yet. */
export async function firstDecisionAt(db: Db): Promise<Date | null> {
  const first = await db.selectFrom('comment_decisions').select('at').orderBy('at').limit(1).executeTakeFirst();
  return first?.at ?? null;
}

const names: readonly (readonly [keyof TransparencyNumbers, string])[] = [
  ['received', 'received'], ['approved', 'approved'], ['refused', 'refused'], ['removed', 'removed'], ['afterReport', 'after_report'], ['foundByMachine', 'found_by_machine'], ['decidedByMachine', 'decided_by_machine'],
  ['reports', 'reports'], ['reportsOfLaw', 'reports_of_law'], ['reportsRemoved', 'reports_removed'], ['reportsKept', 'reports_kept'], ['reportsGone', 'reports_gone'],
  ['objections', 'objections'], ['objectionsRestored', 'objections_restored'], ['objectionsUpheld', 'objections_upheld'], ['suspensions', 'suspensions'], ['bans', 'bans'],
];

function numbersOf(row: Record<string, number | null> & { by_reason: Record<string, number> | null }): TransparencyNumbers {
  const hours = (value: number | null | undefined) => (value == null ? null : Math.round(value * 10) / 10);
  return { ...Object.fromEntries(names.map(([name, column]) => [name, row[column] ?? 0])), byReason: row.by_reason ?? {}, reportHours: hours(row['report_hours']), objectionHours: hours(row['objection_hours']) } as never;
}
