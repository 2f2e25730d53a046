'use strict';
// Plain JavaScript that any Node from 20 on understands: it finds the Node that the program runs under,
// and hands over to it.
const { spawn, spawnSync } = require('node:child_process');
const { accessSync, constants, realpathSync } = require('node:fs');
const { delimiter, join, sep } = require('node:path');
const { pathToFileURL } = require('node:url');
const { isPatched, runsProgram } = require('./versions.cjs');

const ROOT = join(__dirname, '..', '..', '..');
/** Set for the Node that was chosen, so that it does not choose again. */
const CHOSEN = 'BROADSHEET_NODE';

/** Runs the command line `bin/broadsheet`. */
exports.launchProgram = function launchProgram(args) {
  const node = choose();
  if (node !== process.execPath) return handOver(node, [join(ROOT, 'bin', 'broadsheet'), ...args]);
  arrive();
  return import(pathToFileURL(join(__dirname, 'prepare.ts')).href)
    .then(() => import(pathToFileURL(join(ROOT, 'src', 'commands', 'broadsheet.ts')).href))
    .then(({ runCommandLine }) => runCommandLine(args));
};

/** Runs one TypeScript file of the repository as a program: `bin/run FILE ...`. */
exports.launchFile = function launchFile(args) {
  if (args.length === 0) {
    process.stderr.write('Usage: bin/run FILE ...\n');
    process.exitCode = 1;
    return;
  }
  const prepare = pathToFileURL(join(__dirname, 'prepare.ts')).href;
  handOver(choose(), ['--enable-source-maps', '--import', prepare, ...args]);
};

/** A patched Node from the PATH, else the one that npm brought, else this one. */
function choose() {
  if (process.env[CHOSEN] === process.execPath || isPatched(process.versions.node)) return process.execPath;
  const found = patchedOnPath() ?? brought() ?? (runsProgram(process.versions.node) ? process.execPath : null);
  if (found !== null) return found;
  process.stderr.write(`Broadsheet needs Node 24, and this is ${process.version}. npm brings one for Linux: run «npm ci» without --omit=optional. Elsewhere install Node 24.22.1 or later.\n`);
  process.exit(1);
}

/** `npm start` puts node_modules/.bin first, where the brought Node stands: what the machine itself has comes after. */
function patchedOnPath() {
  const seen = new Set([real(process.execPath)]);
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (folder === '' || folder.includes(join(sep, 'node_modules', '.bin'))) continue;
    const node = real(join(folder, 'node'));
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    const version = versionOf(node);
    if (version !== null && isPatched(version)) return node;
  }
  return null;
}

function brought() {
  const node = real(join(ROOT, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'));
  if (node === null) return null;
  if (node === real(process.execPath)) return process.execPath;
  // built for glibc: on another system it is there and does not run
  return versionOf(node) === null ? null : node;
}

function versionOf(node) {
  const answer = spawnSync(node, ['--version'], { encoding: 'utf8', timeout: 5000 });
  return answer.status === 0 ? answer.stdout.trim() : null;
}

function real(path) {
  try {
    accessSync(path, constants.X_OK);
    return realpathSync(path);
  } catch {
    return null;
  }
}

/** Becomes the other Node where this one can; else stands before it, passes signals on and ends as it ends. */
function handOver(node, args) {
  const env = { ...process.env, [CHOSEN]: node };
  env.NODE_ENV ??= 'production';
  if (typeof process.execve === 'function') process.execve(node, [node, ...args], env);
  const child = spawn(node, args, { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGUSR2']) {
    // a terminal sends Ctrl-C to both
    process.on(signal, () => { if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); });
  }
  child.on('error', (error) => { process.stderr.write(`${node} does not start: ${error.message}\n`); process.exit(1); });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}

function arrive() {
  delete process.env[CHOSEN];
  process.env.NODE_ENV ??= 'production';
}
