/** A program of its own that runs the engine of a folder until it is killed: for the tests that kill it. */
import { startEngine } from '../src/platform/database/engine.ts';
import { addressOf } from '../src/platform/database/engine/role.ts';
import { silentLog } from '../src/platform/log/json-log.ts';
import { isRefused } from '../src/platform/result.ts';

const engine = await startEngine({ dataDir: process.argv[2] ?? '', doing: 'start', log: silentLog });
process.stdout.write(`${isRefused(engine) ? engine.refused : addressOf(engine.access)}\n`);
if (!isRefused(engine)) setInterval(() => undefined, 60_000);
