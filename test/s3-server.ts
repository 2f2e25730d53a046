/**
 * A real S3 server for tests: OpenStack Swift with its s3api, as Debian packages it (swift-proxy, swift-account,
 * swift-container, swift-object, memcached), on loopback ports with everything in a folder of its own.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3mini } from 's3mini';
import { freePort } from './running.ts';

export interface S3Server {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly region: string;
  /** An empty bucket. */
  bucket(): Promise<string>;
  stop(): Promise<void>;
}

/** Where it is not installed, tests say this and are skipped. */
export const noS3Server = 'OpenStack Swift is not installed: apt-get install swift-proxy swift-account swift-container swift-object memcached';

/** In milliseconds. Five programs in Python start slowly beside other tests. */
const patience = 90_000;

const [accessKey, secretKey, region] = ['bote:druck', 'geheim-wie-der-Föhn'.normalize('NFKD').replaceAll(/[^a-z-]/giu, ''), 'us-east-1'];
const daemons = ['account', 'container', 'object', 'proxy'] as const;
type Daemon = (typeof daemons)[number];

export async function startS3Server(): Promise<S3Server | null> {
  if (!['swift-proxy-server', 'swift-object-server', 'swift-ring-builder', 'memcached'].every((name) => existsSync(`/usr/bin/${name}`))) return null;
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-swift-'));
  const ports = {} as Record<Daemon, number>;
  for (const daemon of daemons) ports[daemon] = await freePort();
  mkdirSync(join(folder, 'devices', 'd1'), { recursive: true });
  writeFileSync(join(folder, 'swift.conf'), '[swift-hash]\nswift_hash_path_suffix = loopback\nswift_hash_path_prefix = test\n');
  for (const daemon of ['account', 'container', 'object'] as const) ring(folder, daemon, ports[daemon]);
  const memory = await freePort();
  const children = [
    spawn('/usr/bin/memcached', ['-l', '127.0.0.1', '-p', String(memory), '-m', '16', '-u', 'nobody'], { stdio: 'ignore' }),
    ...daemons.map((daemon) => start({ folder, daemon, port: ports[daemon], memory })),
  ];
  const stop = async () => {
    await Promise.all(children.map((child) => new Promise((resolve) => (child.exitCode !== null ? resolve(null) : child.once('exit', resolve) && child.kill('SIGKILL')))));
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
  const endpoint = `http://127.0.0.1:${ports.proxy}`;
  const open = (bucket: string) => new S3mini({ endpoint: `${endpoint}/${bucket}`, region, accessKeyId: accessKey, secretAccessKey: secretKey });
  let buckets = 0;
  const bucket = async () => {
    const name = `bote-${process.pid}-${(buckets += 1)}`;
    await open(name).createBucket();
    return name;
  };
  for (const began = performance.now(); ;) {
    const trouble = await bucket().then(() => null, (error: unknown) => error);
    if (trouble === null) break;
    if (performance.now() - began > patience) {
      await stop();
      throw new Error('Swift did not start', { cause: trouble });
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { endpoint, accessKey, secretKey, region, bucket, stop };
}

function ring(folder: string, daemon: 'account' | 'container' | 'object', port: number): void {
  const builder = join(folder, `${daemon}.builder`);
  for (const words of [['create', '2', '1', '0'], ['add', `r1z1-127.0.0.1:${port}/d1`, '1'], ['rebalance']]) {
    const made = spawnSync('/usr/bin/swift-ring-builder', [builder, ...words], { encoding: 'utf8' });
    if (made.status !== 0) throw new Error(`swift-ring-builder ${words.join(' ')}: ${made.stdout}${made.stderr}`);
  }
}

/** Its settings are looked for in /etc, and here they are elsewhere. */
const launcher = `
import sys
from swift.common import utils
utils.SWIFT_CONF_FILE = sys.argv.pop(1)
name = sys.argv.pop(1)
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(sys.argv[1], name, verbose=True))
`;

function start({ folder, daemon, port, memory }: { folder: string; daemon: Daemon; port: number; memory: number }): ChildProcess {
  const settings = join(folder, `${daemon}.conf`);
  const usual = `[DEFAULT]\nbind_ip = 127.0.0.1\nbind_port = ${port}\nworkers = 0\nswift_dir = ${folder}\ndevices = ${join(folder, 'devices')}\nmount_check = false\nuser = ${process.env['USER'] ?? 'root'}\nlog_level = ERROR\n`;
  writeFileSync(settings, usual + (daemon === 'proxy' ? proxy(memory) : `[pipeline:main]\npipeline = ${daemon}-server\n[app:${daemon}-server]\nuse = egg:swift#${daemon}\n`));
  return spawn('/usr/bin/python3', ['-c', launcher, join(folder, 'swift.conf'), `${daemon}-server`, settings], { stdio: 'ignore' });
}

const proxy = (memory: number): string => `[pipeline:main]
pipeline = catch_errors cache listing_formats s3api tempauth slo proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${memory}
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = ${region}
[filter:tempauth]
use = egg:swift#tempauth
user_bote_druck = ${secretKey} .admin
[filter:slo]
use = egg:swift#slo
`;
