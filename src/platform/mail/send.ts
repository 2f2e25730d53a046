/** Sends what is due: claimed by a guarded UPDATE, tried again at growing distances, given up after ten. */
import type {} from './mails-table.ts';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../database/database.ts';
import type { House } from '../feature.ts';
import { MailNotTaken, openMailer, type Mailer } from './mailer.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** So long the desk shows what became of a mail; after that it says nothing but who was written to. */
export const mailsKeptFor = 90 * day;
/** About eight hours in all: a mail server that is down over night gets its mails in the morning. */
export const mostAttempts = 10;
const batch = 20;
/** Who claims a mail and dies leaves it to the others after this long; longer than a batch can take. */
const claimFor = 15 * minute;

/** 1, 2, 4 … minutes, at most four hours. */
export function waitAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 240) * minute;
}

type Lent = Pick<House, 'db' | 'clock' | 'settings' | 'log'>;

const busy = new WeakSet<Db>();

/**
 * Begins to send what is due, one round at a time in a process, and does not wait for it: a mail server that
 * hangs must not keep a story from being published on time.
 */
export function beginSendingMails(house: Lent): void {
  if (busy.has(house.db)) return;
  busy.add(house.db);
  sendDueMails(house)
    .catch((error: unknown) => house.log.warn({ error: String(error) }, 'mails wait for the next look'))
    .finally(() => busy.delete(house.db));
}

/** Sends every mail that is due; answers how many were taken. */
export async function sendDueMails(house: Lent): Promise<number> {
  let sent = 0;
  let mailer: Mailer | null = null;
  try {
    for (;;) {
      const claimed = await claim(house.db, house.clock.now());
      if (claimed.length === 0) return sent;
      const open = (mailer ??= openMailer(house.settings));
      const taken = await Promise.all(claimed.map((mail) => sendOne(house, open, mail)));
      sent += taken.filter(Boolean).length;
    }
  } finally {
    mailer?.close();
  }
}

/** Throws away mails that ended long ago, whether they were taken or given up, with the files that they were written to. What waits stays. */
export async function sweepMails({ db, settings }: Pick<Lent, 'db' | 'settings'>, now: Date): Promise<void> {
  const before = new Date(now.getTime() - mailsKeptFor);
  const ended = await db.selectFrom('mails').select(['id', 'kept_as']).where((is) => is(is.fn.coalesce('sent_at', 'given_up_at'), '<=', before)).execute();
  // The file first: a row without its file is swept again, a file without its row would stay for ever.
  for (const { kept_as } of ended) if (kept_as !== null) await rm(join(settings.dataDir, kept_as), { force: true });
  if (ended.length > 0) await db.deleteFrom('mails').where('id', '=', sql<number>`any(${ended.map(({ id }) => id)}::bigint[])`).execute();
}

interface Claimed { id: number; recipient: string; subject: string; body_text: string; body_html: string; headers: Record<string, string>; ordered_at: Date; attempts: number }

async function claim(db: Db, now: Date): Promise<Claimed[]> {
  const claimed = await sql<Claimed>`update mails set attempts = attempts + 1, due_at = ${new Date(now.getTime() + claimFor)}
    where id in (select id from mails where sent_at is null and given_up_at is null and due_at <= ${now}
      order by due_at, id limit ${batch} for update skip locked)
      and sent_at is null and due_at <= ${now}
    returning id, recipient, subject, body_text, body_html, headers, ordered_at, attempts`.execute(db);
  return claimed.rows;
}

async function sendOne(house: Lent, mailer: Mailer, mail: Claimed): Promise<boolean> {
  try {
    const keptAs = await mailer.send({
      id: mail.id, to: mail.recipient, subject: mail.subject, text: mail.body_text, html: mail.body_html, headers: mail.headers, orderedAt: mail.ordered_at,
    });
    // A link in a mail is a secret: once a server has it, it does not stay here to be read. A file keeps it, for there it is the only copy.
    const emptied = keptAs === null ? { body_text: '', body_html: '' } : {};
    await house.db.updateTable('mails').set({ sent_at: house.clock.now(), kept_as: keptAs, last_error: null, ...emptied })
      .where('id', '=', mail.id).execute();
    return true;
  } catch (error) {
    if (!(error instanceof MailNotTaken)) throw error;
    const now = house.clock.now();
    const over = error.forGood || mail.attempts >= mostAttempts;
    house.log.warn({ mail: mail.id, attempts: mail.attempts, over }, 'a mail was not taken');
    await house.db.updateTable('mails').set({
      last_error: error.message.slice(0, 500), due_at: new Date(now.getTime() + waitAfter(mail.attempts)), given_up_at: over ? now : null,
    }).where('id', '=', mail.id).execute();
    return false;
  }
}
