import pg from 'pg';
import { OWNER, type Secrets } from './cluster.ts';

/** What a connection needs. `host` is a folder where it goes through a Unix socket. */
export interface Access {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** The program's role owns its database and is no superuser; made once, by the owner of the cluster. */
export async function ensureProgramRole(access: Access, secrets: Secrets): Promise<void> {
  const owner = new pg.Client({ ...access, user: OWNER, password: secrets.owner, database: 'postgres' });
  await owner.connect();
  try {
    const known = await owner.query('select rolsuper from pg_roles where rolname = $1', [access.user]);
    if (known.rowCount === 0) await owner.query(`create role ${access.user} login nosuperuser nocreatedb nocreaterole password '${access.password}'`);
    const made = await owner.query('select 1 from pg_database where datname = $1', [access.database]);
    if (made.rowCount === 0) await owner.query(`create database ${access.database} owner ${access.user}`);
  } finally {
    await owner.end();
  }
}

/** The same as one address, as DATABASE_URL would say it. */
export function addressOf({ host, port, user, password, database }: Access): string {
  const at = host.startsWith('/') ? `localhost:${port}` : `${host}:${port}`;
  const socket = host.startsWith('/') ? `?host=${encodeURIComponent(host)}` : '';
  return `postgres://${user}:${password}@${at}/${database}${socket}`;
}
