/** Mails as the program writes them where no server takes them: a file each in the data folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect } from 'vitest';

export interface Letter {
  readonly text: string;
  /** The first address in it. */
  readonly link: string;
}

/** The newest mail to this address about this, once it has come. */
export async function letterTo(program: { readonly dataDir: string }, email: string, subject: RegExp): Promise<Letter> {
  const folder = join(program.dataDir, 'mails');
  let text = '';
  // Somebody who is told of a decision is told when nobody can take it back any more.
  await expect.poll(async () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')).toSorted().toReversed() : [];
    const mails = await Promise.all(files.map((file) => simpleParser(readFileSync(join(folder, file)))));
    text = mails.find((one) => JSON.stringify(one.to).includes(email) && subject.test(one.subject ?? ''))?.text ?? '';
    return text;
  }, { timeout: 40_000, interval: 250 }).not.toBe('');
  return { text, link: /https?:\/\/\S+/u.exec(text)?.[0] ?? '' };
}
