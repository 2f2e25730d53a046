import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { isPatched, runsProgram } from './versions.cjs';

const run = promisify(execFile);
const bin = join(import.meta.dirname, '../../../bin');
const place = mkdtempSync(join(tmpdir(), 'broadsheet-runtime-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function file(name: string, content: string): string {
  writeFileSync(join(place, name), content);
  return join(place, name);
}

test.each([['24.22.1', true], ['24.22.0', false], ['24.21.0', false], ['24.23.0', true], ['v26.12.1', true], ['26.12.0', false], ['25.9.0', false], ['27.0.0', true], ['22.23.4', false], ['20.20.2', false], ['x', false]])('Node %s has the security fixes: %s', (version, patched) => {
  expect(isPatched(version)).toBe(patched);
});

test('only Node 24 and later run the program', () => {
  expect(['20.20.2', '22.23.4', '24.0.0', '26.13.0'].map((version) => runsProgram(version))).toEqual([false, false, true, true]);
});

test('a file with components runs as it stands, in production, and its words arrive', async () => {
  // React's runtime is found from the repository alone
  const script = join(import.meta.dirname, '../../../node_modules/.cache/broadsheet', `grüezi-${process.pid}.tsx`);
  writeFileSync(script, `import { renderToStaticMarkup } from 'react-dom/server';
    const Name = ({ name }: { name: string }) => <b lang="de">{name}</b>;
    console.log(renderToStaticMarkup(<Name name={process.argv[2] ?? ''} />), process.env.NODE_ENV, import.meta.main);`);
  const env = { ...process.env };
  delete env['NODE_ENV'];
  for (const round of ['made', 'kept']) {
    const { stdout } = await run(process.execPath, [join(bin, 'run'), script, '«Zürich» & <ß>'], { env });
    expect(stdout, round).toBe('<b lang="de">«Zürich» &amp; &lt;ß&gt;</b> production true\n');
  }
  rmSync(script);
});

test('what is no TypeScript is said with its place', async () => {
  const script = file('falsch.tsx', 'export const a = <b>{</b>;');
  const failed: unknown = await run(process.execPath, [join(bin, 'run'), script]).catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('falsch.tsx') as unknown });
});

test('a patched Node on the PATH is taken before the one that npm brought', async () => {
  file('node', '#!/bin/sh\nif [ "$1" = --version ]; then echo v24.22.1; else echo "patched: $*"; fi\n');
  chmodSync(join(place, 'node'), 0o755);
  const { stdout } = await run(process.execPath, [join(bin, 'run'), 'a.ts', 'zwei'], { env: { PATH: `${place}:/usr/bin:/bin` } });
  expect(stdout).toMatch(/^patched: .*prepare\.ts a\.ts zwei\n$/u);
  const other = await run(process.execPath, [join(bin, 'broadsheet'), 'help'], { env: { PATH: `${place}:/usr/bin:/bin` } });
  expect(other.stdout).toMatch(/^patched: .*bin\/broadsheet help\n$/u);
});

test('the exit code is the program’s, and so is the signal that ends it', async () => {
  const script = file('ende.ts', `process.argv[2] === 'signal' ? process.kill(process.pid, 'SIGTERM') : process.exit(42); setInterval(() => {}, 1000);`);
  const [code] = await once(spawn(process.execPath, [join(bin, 'run'), script]), 'exit');
  const [, signal] = await once(spawn(process.execPath, [join(bin, 'run'), script, 'signal']), 'exit');
  expect([code, signal]).toEqual([42, 'SIGTERM']);
});

// An older Node cannot become another one and stands before it.
const older = ['/usr/bin/node', '/usr/local/bin/node'].find((node) => existsSync(node));
test.runIf(older !== undefined)('whatever Node starts it, a signal reaches the program and a killed launcher leaves nothing behind', async () => {
  const script = file('lange.ts', `process.on('SIGTERM', () => { console.log('bye'); process.exit(0); }); console.log(process.pid); setInterval(() => {}, 1000);`);
  const polite = spawn(older!, [join(bin, 'run'), script]);
  const lines = createInterface({ input: polite.stdout });
  await once(lines, 'line');
  polite.kill('SIGTERM');
  expect(await once(lines, 'line')).toEqual(['bye']);
  expect((await once(polite, 'exit'))[0]).toBe(0);

  const killed = spawn(older!, [join(bin, 'run'), script]);
  const [pid] = await once(createInterface({ input: killed.stdout }), 'line') as [string];
  killed.kill('SIGKILL');
  await expect.poll(() => isRunning(Number(pid)), { timeout: 3_000 }).toBe(false);
});

test('a Node without the fixes never decodes Brotli from outside, and still encodes it', async () => {
  const script = file('brotli.ts', `
    import { createServer } from 'node:http'; import { once } from 'node:events'; import zlib, { brotliCompressSync } from 'node:zlib';
    const { guardBrotli } = await import(${JSON.stringify(join(import.meta.dirname, 'brotli-guard.ts'))});
    const packed = brotliCompressSync('Zürich'); const decode = zlib.brotliDecompressSync;
    const guarded = guardBrotli('24.21.0');
    const server = createServer((request, answer) => answer.writeHead(200, { 'content-encoding': 'br' }).end(packed)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const body = Buffer.from(await (await fetch('http://127.0.0.1:' + server.address().port)).arrayBuffer());
    let sync; try { zlib.brotliDecompressSync(packed); } catch (error) { sync = error.code; }
    const later = await new Promise((resolve) => zlib.brotliDecompress(packed, (error) => resolve(error?.code)));
    console.log(JSON.stringify({ guarded, undecoded: body.equals(packed), sync, later, encodes: decode(brotliCompressSync('ß')).toString(), patched: guardBrotli('24.22.1') }));
    server.close();`);
  const { stdout } = await run(process.execPath, [join(bin, 'run'), script]);
  expect(JSON.parse(stdout)).toEqual({ guarded: true, undecoded: true, sync: 'ERR_BROTLI_OFF', later: 'ERR_BROTLI_OFF', encodes: 'ß', patched: false });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
