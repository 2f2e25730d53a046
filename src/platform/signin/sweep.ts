import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import { tableOf, type Realm } from './realm.ts';

const day = 24 * 60 * 60_000;
/** A dead link can still say why it opens nothing, for as long as somebody may find it in the mail. */
const linksRememberedFor = 30 * day;

/** Throws away what has ended: sessions, counts of attempts, and after a month links. */
export async function sweepSignin(db: Db, realm: Realm, now: Date): Promise<void> {
  await sql`delete from ${tableOf(realm, 'sessions')} where ends_at <= ${now}`.execute(db);
  await sql`delete from ${tableOf(realm, 'attempts')} where ends_at <= ${now}`.execute(db);
  await sql`delete from ${tableOf(realm, 'links')} where ends_at <= ${new Date(now.getTime() - linksRememberedFor)}`.execute(db);
}
