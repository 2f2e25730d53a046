import type { Kysely, Transaction } from 'kysely';

/**
 * Every table of the house, by name. Each feature adds its own from its `tables.ts`:
 *
 *     declare module '../../platform/database/database.ts' { interface Tables { stories: StoryRow } }
 *
 * A store may read the tables of features above its own and writes only its own (a law in the build).
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables {}

/** The database, or a transaction of it: reading works with either. */
export type Db = Kysely<Tables>;
/** An action's transaction: writing asks for it. */
export type Tx = Transaction<Tables>;
