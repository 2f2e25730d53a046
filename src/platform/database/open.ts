import type { Settings } from '../../settings.ts';
import type { Log } from '../log/log.ts';
import { isRefused, refuse, type Refused } from '../result.ts';
import { connect, isDatabaseGone, type Connected } from './connect.ts';
import { findEngine, startEngine, type EngineRefusal } from './engine.ts';
import { addressOf } from './engine/role.ts';
import { keepBeforeMigrating } from './backup/keep.ts';
import { migrate, type Migrated, type SchemaRefusal } from './migrate.ts';

export interface OpenDatabase extends Connected, Migrated {
  /** As DATABASE_URL would say it: for the one connection that listens. */
  readonly address: string;
  /** Whether it is the Postgres of our own in the data folder. */
  readonly own: boolean;
}

export interface OpenOrder {
  readonly settings: Settings;
  /** The command. Only `start` insists on starting the engine itself. */
  readonly doing: string;
  readonly log: Log;
  readonly now: Date;
}

export type OpenRefusal = EngineRefusal | SchemaRefusal | Refused<'unreachable'>;

/** The installation's database, started if need be, with the schema of this program. Closing stops what was started. */
export async function openDatabase({ settings, doing, log, now }: OpenOrder): Promise<OpenDatabase | OpenRefusal> {
  const ground = await findGround(settings, doing, log);
  if (isRefused(ground)) return ground;
  try {
    const before = (pending: readonly string[]) => keepBeforeMigrating({ address: ground.address, dataDir: settings.dataDir, publicUrl: settings.publicUrl, pending, now });
    const migrated = await migrate({ address: ground.address, now, ...(ground.own ? { before } : {}) });
    if (isRefused(migrated)) {
      await ground.stop();
      return migrated;
    }
    const connected = connect({ address: ground.address, log });
    const close = async () => {
      await connected.close();
      await ground.stop();
    };
    return { ...connected, ...migrated, close, address: ground.address, own: ground.own };
  } catch (error) {
    await ground.stop();
    const message = whyNoDatabase(error);
    if (message === null) throw error;
    return refuse('unreachable', { message });
  }
}

/** The sentence for a database that is away or lets nobody in; null where the error is of another kind. */
export function whyNoDatabase(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (isDatabaseGone(error)) return `The database does not answer (${error.message}). Check DATABASE_URL and whether that server runs.`;
  // invalid_authorization_specification, invalid_password, invalid_catalog_name
  const code = 'code' in error ? String(error.code) : '';
  return /^28|^3D000$/u.test(code) ? `The database lets nobody in (${error.message}). Check user, password and name in DATABASE_URL.` : null;
}

/** A Postgres that answers, before anything is known of what is in it. */
export interface Ground {
  readonly address: string;
  readonly own: boolean;
  stop(): Promise<void>;
}

/** The database that the settings name, or the engine of the data folder: found running, else started. */
export async function findGround(settings: Settings, doing: string, log: Log): Promise<Ground | EngineRefusal> {
  if (settings.databaseUrl !== null) return { address: settings.databaseUrl, own: false, stop: async () => undefined };
  const running = doing === 'start' || doing === 'restore' ? null : findEngine(settings.dataDir);
  if (isRefused(running)) return running;
  if (running !== null) return { address: addressOf(running), own: true, stop: async () => undefined };
  const engine = await startEngine({ dataDir: settings.dataDir, doing, log });
  if (isRefused(engine)) return engine;
  return { address: addressOf(engine.access), own: true, stop: () => engine.stop() };
}
