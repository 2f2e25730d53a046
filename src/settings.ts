/**
 * Every setting of the installation. All are optional; nothing else in the program reads the environment.
 * What the newsroom itself decides (name, colours, languages) is no setting: it is changed in the desk.
 */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { refuse, type Refused } from './platform/result.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export type Process = 'web' | 'jobs' | 'wires';
export type Sample = 'yes' | 'no' | 'if-own-and-empty';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataDir: string;
  /** Null where the program runs a Postgres of its own in the data folder. */
  readonly databaseUrl: string | null;
  /** Addresses and networks in CIDR notation whose forwarded headers count. */
  readonly trustedProxy: readonly string[];
  readonly processes: ReadonlySet<Process>;
  readonly pageCacheBytes: number;
  /** How far the house's clock stands from the machine's, in milliseconds. */
  readonly clockOffset: number;
  /** Null where each mail becomes a file in the data folder. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  /** Null where `/metrics` answers the machine itself alone. */
  readonly metricsToken: string | null;
  readonly sample: Sample;
  /** All six null (prefix and region aside) where objects are in the data folder. */
  readonly s3Endpoint: string | null;
  readonly s3Bucket: string | null;
  readonly s3AccessKey: string | null;
  readonly s3SecretKey: string | null;
  readonly s3Region: string;
  /** Empty, or with a slash at its end. */
  readonly s3Prefix: string;
}

/** What a line of the command line may set, before the environment. */
export interface Flags {
  readonly port?: string | undefined;
  readonly data?: string | undefined;
  readonly sample?: boolean | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type WrongSetting = Refused<'wrong-setting'>;

interface Line {
  readonly name: string;
  readonly form: string;
  readonly fallback: string;
  readonly about: string;
}

/** The table that `help settings` prints and `readSettings` reads by. */
export const settingLines = {
  host: { name: 'HOST', form: 'an address or a name', fallback: '127.0.0.1', about: 'Where the program listens. Put a web server with TLS in front before anything else than this machine can reach it.' },
  port: { name: 'PORT', form: 'a number from 1 to 65535', fallback: '3000', about: 'The port on which it listens. The same as --port.' },
  publicUrl: { name: 'PUBLIC_URL', form: 'an http or https address without a path', fallback: 'http://HOST:PORT', about: 'Under which address readers and journalists find the program. It stands in feeds, mails and links.' },
  dataDir: { name: 'DATA_DIR', form: 'a folder', fallback: './data', about: 'Where everything lives that must not be lost: the database, pictures, mails. The same as --data.' },
  databaseUrl: { name: 'DATABASE_URL', form: 'postgres://user:password@host/name', fallback: 'a Postgres of its own in DATA_DIR', about: 'A Postgres of yours, version 15 or later.' },
  trustedProxy: { name: 'TRUSTED_PROXY', form: 'addresses or networks (10.0.0.0/8), separated by commas', fallback: 'none', about: 'Whose X-Forwarded-For and X-Forwarded-Proto are believed: your own web server in front.' },
  processes: { name: 'PROCESS', form: 'web, jobs, wires, separated by commas', fallback: 'web,jobs,wires', about: 'What this process plays, where several share one database.' },
  pageCacheBytes: { name: 'PAGE_CACHE_MB', form: 'a number of megabytes from 1 to 65536', fallback: '64', about: 'How much memory the finished pages may take.' },
  clockOffset: { name: 'CLOCK_OFFSET', form: 'such as +24h, -30m, +90s, +2d', fallback: '+0s', about: 'Moves the clock of the newsroom, to try something out. Refused with an https PUBLIC_URL.' },
  smtpUrl: { name: 'SMTP_URL', form: 'smtp://user:password@host:587 or smtps://…', fallback: 'each mail becomes a file in DATA_DIR', about: 'The server that takes the mails.' },
  mailFrom: { name: 'MAIL_FROM', form: 'an address such as «Der Morgen <redaktion@example.org>»', fallback: 'none; needed with SMTP_URL', about: 'The sender of the mails.' },
  metricsToken: { name: 'METRICS_TOKEN', form: 'a secret of at least 16 characters', fallback: 'none: only this machine reads /metrics', about: 'Who shows it as a bearer token may read /metrics from elsewhere.' },
  sample: { name: 'SAMPLE', form: 'yes or no', fallback: 'yes into an empty database of its own on http, else no', about: 'Whether to fill a sample newsroom. The same as --sample and --no-sample.' },
  s3Endpoint: { name: 'S3_ENDPOINT', form: 'an http or https address without bucket and path', fallback: 'pictures and films are files in DATA_DIR', about: 'The server that keeps pictures and films, where it speaks the S3 interface.' },
  s3Bucket: { name: 'S3_BUCKET', form: 'the name of a bucket: 3 to 63 small letters, digits, dots and hyphens', fallback: 'none; needed with S3_ENDPOINT', about: 'The bucket there. It must exist, and nobody but the program should read it.' },
  s3AccessKey: { name: 'S3_ACCESS_KEY', form: 'the name of a key', fallback: 'none; needed with S3_ENDPOINT', about: 'Who the program is there.' },
  s3SecretKey: { name: 'S3_SECRET_KEY', form: 'the secret of that key', fallback: 'none; needed with S3_ENDPOINT', about: 'How it proves that.' },
  s3Region: { name: 'S3_REGION', form: 'a name such as eu-central-2', fallback: 'auto', about: 'The region of the bucket, as its server calls it.' },
  s3Prefix: { name: 'S3_PREFIX', form: 'a path such as bote/ of letters, digits, hyphens and slashes', fallback: 'nothing', about: 'Stands before every name, where several installations share a bucket.' },
} as const satisfies Record<keyof Settings, Line>;

/** Reads the settings; the first wrong one is refused with its name and what it should be. */
export function readSettings(environment: Environment, flags: Flags = {}): Settings | WrongSetting {
  const given = withFlags(environment, flags);
  try {
    return check(parse(given));
  } catch (error) {
    if (error instanceof Wrong) return refuse('wrong-setting', { setting: error.setting, message: error.message });
    throw error;
  }
}

/** The text of `help settings`. */
export function describeSettings(): string {
  const lines = Object.values(settingLines).map((line) => `${line.name}\n    ${line.about}\n    Form: ${line.form}. Without it: ${line.fallback}.\n`);
  return `Every setting is optional and read from the environment.\n\n${lines.join('\n')}`;
}

class Wrong extends Error {
  readonly setting: string;
  constructor(setting: string, message: string) {
    super(message);
    this.setting = setting;
  }
}

type Given = (key: keyof Settings) => string | undefined;

function withFlags(environment: Environment, flags: Flags): Given {
  const spoken: Partial<Record<keyof Settings, string | undefined>> = {
    port: flags.port, dataDir: flags.data, sample: flags.sample === undefined ? undefined : flags.sample ? 'yes' : 'no',
  };
  return (key) => {
    const text = spoken[key] ?? environment[settingLines[key].name]?.trim();
    return text === '' ? undefined : text;
  };
}

function parse(given: Given): Settings {
  const host = given('host') ?? settingLines.host.fallback;
  if (/[\s/]/u.test(host)) throw wrong('host', host);
  const port = wholeNumber('port', given('port') ?? settingLines.port.fallback, 65535);
  const publicUrl = given('publicUrl') === undefined ? ownAddress(host, port) : address(given('publicUrl')!);
  const databaseUrl = given('databaseUrl') ?? null;
  if (databaseUrl !== null && !/^postgres(ql)?:\/\/./u.test(databaseUrl)) throw wrong('databaseUrl');
  return {
    host, port, publicUrl, databaseUrl,
    dataDir: resolve(given('dataDir') ?? settingLines.dataDir.fallback),
    trustedProxy: networks(given('trustedProxy')),
    processes: processes(given('processes') ?? settingLines.processes.fallback),
    pageCacheBytes: wholeNumber('pageCacheBytes', given('pageCacheBytes') ?? settingLines.pageCacheBytes.fallback, 65536) * 1024 * 1024,
    clockOffset: offset(given('clockOffset') ?? settingLines.clockOffset.fallback),
    smtpUrl: smtp(given('smtpUrl')),
    mailFrom: sender(given('mailFrom')),
    metricsToken: secret(given('metricsToken')),
    sample: sample(given('sample'), databaseUrl === null && publicUrl.startsWith('http:')),
    ...s3(given),
  };
}

function check(settings: Settings): Settings {
  if (settings.clockOffset !== 0 && settings.publicUrl.startsWith('https:')) {
    throw new Wrong('CLOCK_OFFSET', 'CLOCK_OFFSET moves the clock and is refused while PUBLIC_URL is an https address: a newsroom in public keeps the true time.');
  }
  if (settings.smtpUrl !== null && settings.mailFrom === null) {
    throw new Wrong('MAIL_FROM', `MAIL_FROM is needed where SMTP_URL is set: ${settingLines.mailFrom.form}.`);
  }
  const s3Lines = ['s3Endpoint', 's3Bucket', 's3AccessKey', 's3SecretKey'] as const;
  const absent = s3Lines.filter((key) => settings[key] === null);
  if (absent.length > 0 && absent.length < s3Lines.length) {
    const line = settingLines[absent[0]!];
    throw new Wrong(line.name, `${line.name} is needed beside the other settings of S3: ${line.form}.`);
  }
  return settings;
}

/** The refusal repeats the value only where it can hold no secret. */
function wrong(key: keyof Settings, value?: string): Wrong {
  const line = settingLines[key];
  return new Wrong(line.name, `${line.name} ${value === undefined ? 'is wrong' : `is «${value}»`}: it must be ${line.form}.`);
}

function wholeNumber(key: keyof Settings, text: string, most: number): number {
  const number = /^\d{1,6}$/u.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) throw wrong(key, text);
  return number;
}

/** A program that listens everywhere is still found under one address. */
function ownAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : isIP(host) === 6 ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function address(text: string, key: 'publicUrl' | 's3Endpoint' = 'publicUrl'): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url !== null && /^https?:$/u.test(url.protocol) && url.pathname === '/' && url.search + url.hash + url.username === '';
  if (!plain) throw wrong(key, text.includes('@') ? undefined : text);
  return url.origin;
}

function networks(text: string | undefined): string[] {
  const list = (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '' && part !== 'none');
  for (const network of list) {
    const [ip = '', bits, more] = network.split('/');
    const most = isIP(ip) === 6 ? 128 : 32;
    const known = isIP(ip) !== 0 && more === undefined && (bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= most));
    if (!known) throw wrong('trustedProxy', network);
  }
  return list;
}

function processes(text: string): ReadonlySet<Process> {
  const list = text.split(',').map((part) => part.trim());
  const isProcess = (name: string): name is Process => name === 'web' || name === 'jobs' || name === 'wires';
  if (!list.every(isProcess)) throw wrong('processes', text);
  return new Set(list);
}

/** Sixty years either way: farther than any rule of a newsroom reaches. */
function offset(text: string): number {
  const found = /^([+-]?)(\d{1,9})(s|m|h|d)$/u.exec(text);
  const unit = { s: 1000, m: MINUTE, h: 60 * MINUTE, d: DAY }[found?.[3] ?? ''] ?? Number.NaN;
  const value = (found?.[1] === '-' ? -1 : 1) * Number(found?.[2]) * unit;
  if (!(Math.abs(value) <= 60 * 365 * DAY)) throw wrong('clockOffset', text);
  return value === 0 ? 0 : value;
}

function smtp(text: string | undefined): string | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^smtps?:$/u.test(url.protocol) || url.hostname === '') throw wrong('smtpUrl');
  return text;
}

function sender(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u.test(text)) throw wrong('mailFrom', text);
  return text;
}

function secret(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (text.length < 16 || /\s/u.test(text)) throw wrong('metricsToken');
  return text;
}

type S3Settings = Pick<Settings, 's3Endpoint' | 's3Bucket' | 's3AccessKey' | 's3SecretKey' | 's3Region' | 's3Prefix'>;

function s3(given: Given): S3Settings {
  const like = (key: keyof S3Settings, form: RegExp) => {
    const text = given(key) ?? null;
    if (text !== null && !form.test(text)) throw wrong(key, key === 's3SecretKey' || key === 's3AccessKey' ? undefined : text);
    return text;
  };
  const prefix = (like('s3Prefix', /^[\w-]+(?:\/[\w-]+)*\/?$/u) ?? '').replace(/\/$/u, '');
  return {
    s3Endpoint: given('s3Endpoint') === undefined ? null : address(given('s3Endpoint')!, 's3Endpoint'),
    s3Bucket: like('s3Bucket', /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/u),
    s3AccessKey: like('s3AccessKey', /^\S{1,200}$/u), s3SecretKey: like('s3SecretKey', /^\S{1,500}$/u),
    s3Region: like('s3Region', /^[a-z0-9-]{1,40}$/u) ?? settingLines.s3Region.fallback,
    s3Prefix: prefix === '' ? '' : `${prefix}/`,
  };
}

function sample(text: string | undefined, ownAndPlain: boolean): Sample {
  if (text === undefined) return ownAndPlain ? 'if-own-and-empty' : 'no';
  if (text !== 'yes' && text !== 'no') throw wrong('sample', text);
  return text;
}
