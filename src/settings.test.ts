import { expect, test } from 'vitest';
import { isRefused } from './platform/result.ts';
import { describeSettings, readSettings, settingLines, type Settings } from './settings.ts';

function read(environment: Record<string, string> = {}, flags = {}): Settings {
  const settings = readSettings(environment, flags);
  if (isRefused(settings)) throw new Error(JSON.stringify(settings));
  return settings;
}

test('without any setting the program listens to this machine alone and keeps all in ./data', () => {
  const settings = read();
  expect(settings).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: 'http://127.0.0.1:3000', databaseUrl: null, sample: 'if-own-and-empty', clockOffset: 0, trustedProxy: [], pageCacheBytes: 64 * 1024 * 1024 });
  expect(settings.dataDir).toBe(`${process.cwd()}/data`);
  expect([...settings.processes]).toEqual(['web', 'jobs', 'wires']);
});

test('the command line goes before the environment', () => {
  const settings = read({ PORT: '4100', DATA_DIR: '/tmp/a', SAMPLE: 'yes' }, { port: '4101', data: '/tmp/Zürich ü', sample: false });
  expect(settings).toMatchObject({ port: 4101, dataDir: '/tmp/Zürich ü', sample: 'no', publicUrl: 'http://127.0.0.1:4101' });
});

test('an empty setting is as good as none', () => {
  expect(read({ PORT: '', DATABASE_URL: ' ', SMTP_URL: '' })).toMatchObject({ port: 3000, databaseUrl: null, smtpUrl: null });
});

test('an address in public is kept without its last slash, and names in other scripts as they go over the wire', () => {
  expect(read({ PUBLIC_URL: 'https://der-morgen.example/' }).publicUrl).toBe('https://der-morgen.example');
  expect(read({ PUBLIC_URL: 'https://zürich.example' }).publicUrl).toBe('https://xn--zrich-kva.example');
});

test('whoever listens everywhere is still found at an address that works', () => {
  expect(read({ HOST: '0.0.0.0' }).publicUrl).toBe('http://127.0.0.1:3000');
  expect(read({ HOST: '::1' }).publicUrl).toBe('http://[::1]:3000');
});

test('a sample fills itself in only where nothing real can be', () => {
  expect(read({ DATABASE_URL: 'postgres://a@b/c' }).sample).toBe('no');
  expect(read({ PUBLIC_URL: 'https://der-morgen.example' }).sample).toBe('no');
  expect(read({ DATABASE_URL: 'postgres://a@b/c' }, { sample: true }).sample).toBe('yes');
});

test.each([['+24h', 86_400_000], ['-30m', -1_800_000], ['+90s', 90_000], ['2d', 172_800_000], ['-0s', 0]])('the clock is moved by %s', (text, milliseconds) => {
  expect(read({ CLOCK_OFFSET: text }).clockOffset).toBe(milliseconds);
});

test.each([
  ['PORT', '0'], ['PORT', '70000'], ['PORT', '3000x'], ['PORT', '1e3'],
  ['HOST', 'a b'], ['PUBLIC_URL', 'der-morgen.example'], ['PUBLIC_URL', 'https://der-morgen.example/zeitung'], ['PUBLIC_URL', 'ftp://der-morgen.example'], ['PUBLIC_URL', 'https://user@der-morgen.example'],
  ['DATABASE_URL', 'mysql://a/b'], ['TRUSTED_PROXY', '10.0.0.0/33'], ['TRUSTED_PROXY', 'proxy.example'], ['TRUSTED_PROXY', '::1/129'], ['TRUSTED_PROXY', '10.0.0.1/8/8'],
  ['PROCESS', 'web,mail'], ['PROCESS', ','], ['PAGE_CACHE_MB', '-1'], ['PAGE_CACHE_MB', '1.5'],
  ['CLOCK_OFFSET', 'tomorrow'], ['CLOCK_OFFSET', '+999999d'], ['SMTP_URL', 'mail.example'], ['METRICS_TOKEN', 'short'], ['SAMPLE', 'maybe'], ['MAIL_FROM', 'no address\nBcc: all@example'],
])('%s=%s stops the start with a line that names it', (name, value) => {
  const refused = readSettings({ [name]: value });
  expect(refused).toMatchObject({ refused: 'wrong-setting', detail: { setting: name } });
  expect(JSON.stringify(refused)).toContain(`${name} is `);
});

test('a moved clock is refused in public', () => {
  expect(readSettings({ CLOCK_OFFSET: '+1h', PUBLIC_URL: 'https://der-morgen.example' })).toMatchObject({ refused: 'wrong-setting', detail: { setting: 'CLOCK_OFFSET' } });
});

test('mail by SMTP needs a sender', () => {
  expect(readSettings({ SMTP_URL: 'smtp://mail.example' })).toMatchObject({ detail: { setting: 'MAIL_FROM' } });
  expect(read({ SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'Der Morgen «Zürich» <redaktion@der-morgen.example>' }).mailFrom).toContain('«Zürich»');
});

test('a refusal never repeats a password', () => {
  const refused = JSON.stringify([readSettings({ DATABASE_URL: 'mysql://u:geheim@h/d' }), readSettings({ SMTP_URL: 'http://u:geheim@h' }), readSettings({ METRICS_TOKEN: 'geheim' })]);
  expect(refused).not.toContain('geheim');
});

test('the help names every setting', () => {
  for (const { name, fallback } of Object.values(settingLines)) {
    expect(describeSettings()).toContain(`\n${name}\n`);
    expect(describeSettings()).toContain(fallback);
  }
});
