/** Which tables a question goes through from end to end, as Postgres plans it. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Db, Tables } from '../src/platform/database/database.ts';

export interface Explained {
  /** Notes what is asked through it. */
  readonly db: Db;
  /** Tables that what was asked since the last time reads whole; of questions only, not of changes. */
  readWhole(): Promise<string[]>;
  /** Forgets what was asked. */
  forget(): void;
  close(): Promise<void>;
}

/** `small`: with few rows Postgres reads whole tables by choice; then it is told to avoid that, and does so only where no index helps. */
export function explained(address: string, { small }: { readonly small: boolean }): Explained {
  const asked: { sql: string; parameters: readonly unknown[] }[] = [];
  const pool = new pg.Pool({ connectionString: address, max: 2 });
  const db: Db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void asked.push({ sql: query.sql, parameters: query.parameters }) });
  const readWhole = async () => {
    const client = await pool.connect();
    try {
      if (small) await client.query('set enable_seqscan = off');
      const found = new Set<string>();
      for (const { sql, parameters } of asked.filter(isQuestion)) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters]);
        for (const row of rows) found.add(/Seq Scan on (\w+)/u.exec(row['QUERY PLAN'])?.[1] ?? '');
      }
      await client.query('reset enable_seqscan');
      return [...found].filter((table) => table !== '').toSorted();
    } finally {
      client.release();
    }
  };
  return { db, readWhole, forget: () => void (asked.length = 0), close: () => db.destroy() };
}

function isQuestion({ sql }: { readonly sql: string }): boolean {
  return /^\s*(?:select|with)/iu.test(sql) && !/\b(?:update|insert|delete)\b/iu.test(sql);
}
