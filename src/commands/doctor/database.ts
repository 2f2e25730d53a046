import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { isDatabaseGone } from '../../platform/database/connect.ts';
import { engineFolder, whoRuns } from '../../platform/database/engine.ts';
import { pendingMigrations } from '../../platform/database/migrate.ts';
import { findGround } from '../../platform/database/open.ts';
import { isRefused } from '../../platform/result.ts';
import type { Given } from '../command.ts';
import { fine, mind, wrong, type Finding } from './finding.ts';

/** The database, its schema, and what belongs to its rows. Nothing is changed by looking. */
export async function checkDatabase({ settings, log }: Given): Promise<Finding[]> {
  if (settings.databaseUrl === null && !existsSync(join(engineFolder(settings.dataDir), 'lock'))) {
    return [mind('There is no database yet.', 'The first start makes one in the data folder.')];
  }
  const ground = await findGround(settings, 'doctor', log);
  if (isRefused(ground)) return [wrong(String(ground.detail?.['message'] ?? ground.refused), 'Where it speaks of damage, restore the newest backup into a new DATA_DIR.')];
  try {
    const holder = ground.own ? whoRuns(settings.dataDir) : null;
    const state = holder?.doing === 'start' ? fine(`The program runs (process ${holder.pid}).`) : fine(ground.own ? 'The program does not run; its database starts.' : 'The database of DATABASE_URL is the one that is used.');
    return [state, ...await look(ground.address)];
  } finally {
    await ground.stop();
  }
}

async function look(address: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return [...await checkRole(client), await checkSchema(client)];
  } catch (error) {
    if (isDatabaseGone(error)) return [wrong(`The database does not answer: ${error instanceof Error ? error.message : ''}.`, 'Check DATABASE_URL and whether that server runs.')];
    return [wrong(`The database refuses: ${error instanceof Error ? error.message : String(error)}.`, 'Check user, password and name in DATABASE_URL.')];
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function checkRole(client: pg.Client): Promise<Finding[]> {
  const { rows: [role] } = await client.query<{ version: string; super: boolean; name: string }>(
    `select current_setting('server_version') as version, rolsuper as super, rolname as name from pg_roles where rolname = current_user`);
  const version = fine(`Postgres ${role?.version ?? ''} answers.`);
  return role?.super === true ? [version, mind(`The role «${role.name}» is a superuser: whoever broke into the program could do anything on that server.`, `alter role ${role.name} nosuperuser; after making it the owner of the database.`)] : [version];
}

async function checkSchema(client: pg.Client): Promise<Finding> {
  const pending = await pendingMigrations(client);
  if (isRefused(pending)) return wrong(String(pending.detail?.['message']), 'Use the version of the program that belongs to this database.');
  return pending.length === 0 ? fine('The schema is that of this version.') : mind(`${pending.length} steps of the schema are still to be done.`, 'The next start does them, after a backup; or run «bin/broadsheet migrate».');
}
