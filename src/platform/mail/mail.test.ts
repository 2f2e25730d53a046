import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../database/testing.ts';
import { TestClock } from '../http/testing.ts';
import { silentLog } from '../log/json-log.ts';
import { readSettings, type Settings } from '../../settings.ts';
import { orderMail } from './outbox.ts';
import { mailsKeptFor, mostAttempts, sendDueMails, sweepMails, waitAfter } from './send.ts';

let database: TestDatabase;
let dataDir: string;
const clock = new TestClock();
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'staff-mail-'));
  await database.db.deleteFrom('mails').execute();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const minute = 60_000;
const order = (to = 'zoé.müller@example.org', subject = 'Einladung in die Redaktion «Lauental»') =>
  database.db.transaction().execute((tx) => orderMail(tx, clock.now(), { to, subject, text: 'Guten Tag\nhttps://zeitung.example/desk/signin/link?token=geheim\n', html: '<p>Guten Tag</p>' }));
const houseWith = (environment: Record<string, string>) => ({ db: database.db, clock, log: silentLog, settings: readSettings({ DATA_DIR: dataDir, ...environment }) as Settings });
const rows = () => database.db.selectFrom('mails').selectAll().orderBy('id').execute();

describe('With no mail server', () => {
  it('each mail is a file that only the owner reads, and stays readable in the desk', async () => {
    await order();
    expect(await sendDueMails(houseWith({}))).toBe(1);
    const [row] = await rows();
    expect(row).toMatchObject({ kept_as: expect.stringMatching(/^mails\/\d{6,}\.eml$/u), sent_at: clock.now(), attempts: 1 });
    expect(row!.body_text).toContain('token=geheim');
    const file = join(dataDir, row!.kept_as!);
    expect([statSync(file).mode & 0o777, statSync(join(dataDir, 'mails')).mode & 0o777]).toEqual([0o600, 0o700]);
    const parsed = await simpleParser(readFileSync(file));
    expect(parsed).toMatchObject({ subject: 'Einladung in die Redaktion «Lauental»', html: expect.stringContaining('<p>Guten Tag</p>') });
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    expect(readdirSync(join(dataDir, 'mails'))).toHaveLength(1);
  });

  it('a mail that went is forgotten after three months with its file, one that waits never is', async () => {
    await order();
    await sendDueMails(houseWith({}));
    await order('wartet@example.org');
    clock.pass(mailsKeptFor - 1);
    await sweepMails(houseWith({}), clock.now());
    expect([(await rows()).length, readdirSync(join(dataDir, 'mails')).length]).toEqual([2, 1]);
    clock.pass(1);
    await sweepMails(houseWith({}), clock.now());
    expect((await rows()).map(({ recipient }) => recipient)).toEqual(['wartet@example.org']);
    expect(readdirSync(join(dataDir, 'mails'))).toEqual([]);
  });

  it('a folder that cannot be written is tried again later', async () => {
    await order();
    writeFileSync(join(dataDir, 'mails'), 'no folder');
    expect(await sendDueMails(houseWith({}))).toBe(0);
    expect((await rows())[0]).toMatchObject({ sent_at: null, attempts: 1, last_error: expect.stringMatching(/EEXIST|ENOTDIR/u), due_at: new Date(clock.now().getTime() + minute) });
  });
});

describe('With a mail server', () => {
  let server: SMTPServer;
  let received: ParsedMail[];
  let refuse: ((address: string) => Error | null) | null;
  let environment: Record<string, string>;
  beforeEach(async () => {
    received = [];
    refuse = null;
    server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], logger: false,
      onRcptTo: ({ address }, _, done) => done(refuse?.(address) ?? null),
      onData: (stream, _, done) => void simpleParser(stream).then((mail) => (received.push(mail), done()), done),
    });
    server.on('error', () => undefined);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    environment = { SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, MAIL_FROM: 'Der Lauentaler <redaktion@example.org>' };
  });
  afterEach(() => new Promise<void>((closed) => server.close(closed)));

  const answer = (responseCode: number) => Object.assign(new Error('not here'), { responseCode });

  it('each mail goes out once, and its text with the secret stays nowhere', async () => {
    await order('jost.zgruob@example.org');
    const house = houseWith(environment);
    expect(await sendDueMails(house)).toBe(1);
    expect(await sendDueMails(house)).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ subject: 'Einladung in die Redaktion «Lauental»', from: { text: expect.stringContaining('Der Lauentaler') }, to: { text: 'jost.zgruob@example.org' }, text: expect.stringContaining('token=geheim') });
    expect(JSON.stringify(await rows())).not.toContain('geheim');
    expect((await rows())[0]).toMatchObject({ sent_at: clock.now(), kept_as: null });
  });

  it('three processes send a mail once', async () => {
    for (let i = 0; i < 30; i++) await order(`leserin.${i}@example.org`);
    const sent = await Promise.all([1, 2, 3].map(() => sendDueMails(houseWith(environment))));
    expect(sent.reduce((a, b) => a + b)).toBe(30);
    expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(30);
    expect(received).toHaveLength(30);
  });

  it('is tried again at growing distances when the server is busy, and given up after ten times', async () => {
    await order();
    refuse = () => answer(451);
    const house = houseWith(environment);
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      expect(await sendDueMails(house)).toBe(0);
      expect(await sendDueMails(house)).toBe(0);
      expect((await rows())[0]).toMatchObject({ attempts: attempt, given_up_at: attempt === mostAttempts ? clock.now() : null });
      clock.pass(waitAfter(attempt));
    }
    refuse = null;
    expect(await sendDueMails(house)).toBe(0);
  });

  it('is given up at once where the address does not exist, and the others go', async () => {
    await order('gibt.es.nicht@example.org');
    await order('gibt.es@example.org');
    refuse = (address) => (address.startsWith('gibt.es.nicht') ? answer(550) : null);
    expect(await sendDueMails(houseWith(environment))).toBe(1);
    expect(await rows()).toMatchObject([{ given_up_at: clock.now(), last_error: expect.stringContaining('550'), sent_at: null }, { sent_at: clock.now() }]);
  });

  it('goes when the server is back', async () => {
    await order();
    const away = houseWith({ ...environment, SMTP_URL: 'smtp://127.0.0.1:9' });
    expect(await sendDueMails(away)).toBe(0);
    clock.pass(minute);
    expect(await sendDueMails(houseWith(environment))).toBe(1);
  });

  it('folds a line break in a subject away: nobody adds headers', async () => {
    await order('ziel@example.org', 'Betreff\r\nBcc: alle@example.org');
    await sendDueMails(houseWith(environment));
    expect(received[0]!.headers.has('bcc')).toBe(false);
    expect(received[0]!.subject).toContain('Bcc: alle@example.org');
  });
});
