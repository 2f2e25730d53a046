import type { ColumnType, Generated } from 'kysely';

/** A mail, from its order to its end. The bodies are emptied once a mail server has taken it: links in it are secrets. */
export interface MailRow {
  id: Generated<number>;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  headers: ColumnType<Record<string, string>, string | undefined, string>;
  ordered_at: Date;
  /** When it is to be tried, or tried again. */
  due_at: Date | null;
  sent_at: Generated<Date | null>;
  /** Below the data folder: the file that stands for the mail where no server is set. */
  kept_as: Generated<string | null>;
  attempts: Generated<number>;
  last_error: Generated<string | null>;
  given_up_at: Generated<Date | null>;
}

declare module '../database/database.ts' {
  interface Tables {
    mails: MailRow;
  }
}
