import { sql, type RawBuilder } from 'kysely';

/**
 * One kind of people who sign in: its tables and its cookie bear its name, and no other realm's sign-in opens it.
 * A migration makes for each realm the tables `<name>_credentials`, `_recovery_codes`, `_sessions`, `_links` and
 * `_attempts` (see 0004-staff.sql, to copy). The accounts themselves (names, roles) are the feature's own.
 */
export interface Realm {
  readonly name: string;
  /** Whoever has not come for so many milliseconds signs in again. */
  readonly idle: number;
  /** And everybody after so many. */
  readonly most: number;
}

export type RealmTable = 'credentials' | 'recovery_codes' | 'sessions' | 'links' | 'attempts';

/** A table of the realm, for use in a sentence. The name is a constant of the program, never what somebody typed. */
export function tableOf(realm: Realm, table: RealmTable): RawBuilder<unknown> {
  return sql.table(`${realm.name}_${table}`);
}

/** The cookie of a realm, before `cookieName` makes it fit the address. */
export function cookieBase(realm: Realm): string {
  return `broadsheet-${realm.name}`;
}
