/** The whole program in this process, on a database of its own: every feature and every door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/main.ts';
import { newsroom } from '../../src/newsroom.ts';
import { addToken } from '../../src/newsroom/staff/keeping.ts';
import type { Role } from '../../src/newsroom/staff/roles.ts';
import { roles } from '../../src/newsroom/staff/roles.ts';
import { firstAdministratorLink } from '../../src/newsroom/staff/staff.ts';
import { connect } from '../../src/platform/database/connect.ts';
import type { TestEngine } from '../../src/platform/database/testing.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import type { House } from '../../src/platform/feature.ts';
import { silentLog } from '../../src/platform/log/json-log.ts';
import { isRefused } from '../../src/platform/result.ts';
import { clockWithOffset } from '../../src/platform/time/clock.ts';
import { readSettings } from '../../src/settings.ts';
import type { Client } from '../client.ts';
import { client } from '../client.ts';
import { program } from '../house.ts';
import { freePort } from '../running.ts';

export interface WholeProgram {
  readonly house: House;
  /** Where it listens: on loopback, whatever its public address is. */
  readonly url: string;
  /** The API as a program of this role. */
  readonly as: ReadonlyMap<Role, Client>;
  /** The newest link of the first administrator, as a path with its token. */
  link(): Promise<string>;
  close(): Promise<void>;
}

/** `engine` where no run of the tests has one. */
export async function wholeProgram(environment: Readonly<Record<string, string>> = {}, engine?: TestEngine): Promise<WholeProgram> {
  const database = await testDatabase(engine);
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-whole-'));
  const settings = readSettings({ PORT: String(await freePort()), DATA_DIR: dataDir, DATABASE_URL: database.url, SAMPLE: 'no', ...environment });
  if (isRefused(settings)) throw new Error(JSON.stringify(settings));
  const { db, close } = connect({ address: database.url, log: silentLog });
  const running = await run({ settings, opened: { db, address: database.url, own: false }, clock: clockWithOffset(0), log: silentLog, features: newsroom });
  const { house } = running;
  const as = new Map<Role, Client>();
  for (const role of roles) {
    const made = await house.act(program, (tools) => addToken(tools, { name: `Prüfung ${role}`, role, endsAt: null }));
    if (isRefused(made)) throw new Error(made.refused);
    as.set(role, client(running.url, made.secret));
  }
  return {
    house, url: running.url, as,
    async link() {
      const { pathname, search } = new URL((await firstAdministratorLink(house))!);
      return pathname + search;
    },
    async close() {
      await running.stop();
      await close();
      await database.close();
      rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
}
