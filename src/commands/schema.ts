import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '../platform/database/engine.ts';
import { addressOf } from '../platform/database/engine/role.ts';
import { migrate } from '../platform/database/migrate.ts';
import { printSchema } from '../platform/database/print-schema.ts';
import { say } from '../platform/log/say.ts';
import { isRefused, refuse } from '../platform/result.ts';
import type { Command } from './command.ts';

const SCHEMA_FILE = join(import.meta.dirname, '..', '..', 'schema.sql');

export const schema: Command = {
  name: 'schema',
  usage: '[--check]',
  about: 'For who works on the program: writes schema.sql from the migrations, or checks that it is right.',
  options: { check: { type: 'boolean' } },
  async run({ options, now, log }) {
    const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-schema-'));
    const engine = await startEngine({ dataDir, doing: 'schema', log, quick: true });
    if (isRefused(engine)) return engine;
    try {
      const address = addressOf(engine.access);
      const migrated = await migrate({ address, now });
      if (isRefused(migrated)) return migrated;
      const text = await printSchema(address);
      if (options['check'] === true) return readFileSync(SCHEMA_FILE, 'utf8') === text ? undefined : refuse('old-schema-file', { message: 'schema.sql is not what the migrations make. Run «bin/broadsheet schema».' });
      writeFileSync(SCHEMA_FILE, text, { mode: 0o644 });
      say(SCHEMA_FILE);
      return undefined;
    } finally {
      await engine.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};
