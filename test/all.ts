/** `npm test`: types, lint, then every test; ends with one line that counts them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
// Whatever Node the PATH begins with: the tools run on the one that the program runs on.
const environment = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` };

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

async function main(): Promise<void> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  const checks: [string, string[]][] = [
    ['types of the program', [bin('tsc'), '-p', 'tsconfig.json']],
    ['types of the browser code', [bin('tsc'), '-p', 'tsconfig.browser.json']],
    ['lint', [bin('oxlint'), '--deny-warnings', 'src', 'test', 'bench', 'sample']],
  ];
  for (const [name, command] of checks) {
    const began = performance.now();
    const code = await run(command);
    process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - began) / 1_000).toFixed(1)} s)\n`);
    count[code === 0 ? 'passed' : 'failed'] += 1;
  }
  add(count, await vitest(process.argv.slice(2)));
  process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
  process.exitCode = count.failed === 0 && count.passed > checks.length ? 0 : 1;
}

async function vitest(words: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-tests-'));
  const report = join(folder, 'report.json');
  const code = await run([bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words]);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    // A file that could not even begin has no failed test, and is a failure all the same.
    const unbegun = testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((one) => one.status !== 'failed')).length;
    return { passed: numPassedTests, failed: Math.max(numFailedTests + unbegun, code === 0 ? 0 : 1), skipped: numPendingTests };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run([command, ...words]: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command!, words, { cwd: root, stdio: 'inherit', env: environment });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function add(count: Count, more: Count): void {
  for (const key of ['passed', 'failed', 'skipped'] as const) count[key] += more[key];
}

await main();
