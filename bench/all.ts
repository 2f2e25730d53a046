/** `npm run bench [part ...]`: every figure beside its target; each part runs alone too. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';

const parts = ['weight', 'start', 'latency', 'pages', 'pictures', 'comments', 'discussions', 'archive', 'search', 'lighthouse'] as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(parts as readonly string[]).includes(name));
if (unknown.length > 0) {
  console.error(`There is no part «${unknown.join(', ')}»: ${parts.join(', ')}.`);
  process.exit(1);
}
let failed = 0;
for (const part of parts.filter((name) => asked.length === 0 || asked.includes(name))) {
  const file = join(import.meta.dirname, `${part}.ts`);
  if (!existsSync(file)) continue;
  console.log(`\n== ${part} (load ${loadavg()[0]!.toFixed(1)})`);
  const { status } = spawnSync(process.execPath, [...process.execArgv, file], { stdio: 'inherit' });
  if (status !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
