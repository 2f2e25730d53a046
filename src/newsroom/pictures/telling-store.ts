/** Rights that will end and of which nobody has been told yet. */
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Ending } from './mails.ts';

export interface FoundEnding extends Ending {
  /** Who put the picture in. */
  readonly owner: string;
}

/** Notes of all rights that end until then that they were told, and says which. Any process may: each is found once. */
export async function takeEndings(tx: Tx, { until, shortest }: { readonly until: Date; readonly shortest: number }): Promise<FoundEnding[]> {
  const { rows } = await sql<FoundEnding>`
    with pictures_told as (
      update pictures set end_told = true where usable_until <= ${until} and not ended and not end_told returning id, usable_until
    ), uses_told as (
      update picture_uses set end_told = true
      where ends_at <= ${until} and not ended and not end_told and ends_at - since > make_interval(secs => ${shortest / 1000}) and public
      returning picture_id, ends_at, title
    )
    select p.id, coalesce(nullif(p.caption, ''), nullif(p.alt, ''), p.name) as name, p.credit, p.created_by as owner, e.at as "endsAt", e.title as "leaves",
      (select count(*)::int from picture_uses as u where u.picture_id = p.id) as uses
    from (select id, usable_until as at, null as title from pictures_told union all select picture_id, ends_at, title from uses_told) as e
      join pictures as p on p.id = e.id
    where p.blocked_at is null
    order by e.at, p.id`.execute(tx);
  return rows;
}

/** When the next right ends of which nobody was told; null where there is none. */
export async function nextUntold(db: Db): Promise<Date | null> {
  const [right, use] = await Promise.all([
    db.selectFrom('pictures').select('usable_until as at').where('usable_until', 'is not', null).where('ended', '=', false).where('end_told', '=', false).orderBy('usable_until').limit(1).executeTakeFirst(),
    db.selectFrom('picture_uses').select('ends_at as at').where('ends_at', 'is not', null).where('ended', '=', false).where('end_told', '=', false).where('public', '=', true).orderBy('ends_at').limit(1).executeTakeFirst(),
  ]);
  const at = [right?.at, use?.at].filter((one) => one instanceof Date).map((one) => one.getTime());
  return at.length === 0 ? null : new Date(Math.min(...at));
}
