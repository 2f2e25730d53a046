/** Takes mails away: to a mail server, or, where none is set, into files that a person can open. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface OutgoingMail {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly orderedAt: Date;
}

export interface Mailer {
  /** Answers the file that stands for it, or null when a server took it. Throws `MailNotTaken` when nobody did. */
  send(mail: OutgoingMail): Promise<string | null>;
  close(): void;
}

export interface MailSettings {
  readonly smtpUrl: string | null;
  readonly mailFrom: string | null;
  readonly publicUrl: string;
  readonly dataDir: string;
}

/** Nobody took the mail. `forGood`: the server will say the same tomorrow, such as for an address that does not exist. */
export class MailNotTaken extends Error {
  readonly forGood: boolean;
  constructor(message: string, forGood: boolean) {
    super(message);
    this.forGood = forGood;
  }
}

export function openMailer(settings: MailSettings): Mailer {
  return settings.smtpUrl === null ? fileMailer(settings) : smtpMailer(settings, settings.smtpUrl);
}

const second = 1_000;

function smtpMailer(settings: MailSettings, url: string): Mailer {
  const transport = createTransport({
    url, pool: true, maxConnections: 2, disableFileAccess: true, disableUrlAccess: true,
    connectionTimeout: 10 * second, greetingTimeout: 10 * second, socketTimeout: 30 * second,
  });
  return {
    async send(mail) {
      try {
        await transport.sendMail(message(settings, mail));
        return null;
      } catch (error) {
        throw notTaken(error);
      }
    },
    close: () => transport.close(),
  };
}

function fileMailer(settings: MailSettings): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows', disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      const { message: bytes } = await transport.sendMail(message(settings, mail));
      const name = join('mails', `${String(mail.id).padStart(6, '0')}.eml`);
      const file = join(settings.dataDir, name);
      try {
        await mkdir(join(settings.dataDir, 'mails'), { recursive: true, mode: 0o700 });
        await writeFile(`${file}.part`, bytes as Buffer, { mode: 0o600 });
        await rename(`${file}.part`, file);
      } catch (error) {
        throw new MailNotTaken(error instanceof Error ? error.message : String(error), false);
      }
      return name;
    },
    close: () => transport.close(),
  };
}

function message(settings: MailSettings, mail: OutgoingMail) {
  const host = new URL(settings.publicUrl).hostname;
  return {
    from: settings.mailFrom ?? `Broadsheet <broadsheet@${host === '127.0.0.1' ? 'localhost' : host}>`,
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: mail.orderedAt,
    // Always the same for the same mail: one sent twice after a crash is recognised by the recipient's server.
    messageId: `<mail-${mail.id}-${mail.orderedAt.getTime()}@${host}>`,
    // RFC 3834: no holiday note answers a program.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...mail.headers },
  };
}

/** A 5xx answer to the address or the message is final (RFC 5321, 4.2.1); to the sign-in it is a wrong setting, which somebody will mend. */
function notTaken(error: unknown): MailNotTaken {
  const { code, responseCode, message: text } = error as { code?: string; responseCode?: number; message?: string };
  const final = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500 && (responseCode ?? 0) < 600;
  return new MailNotTaken(text ?? String(error), final);
}
