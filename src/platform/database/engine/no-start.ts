/** Postgres, or initdb, ended where it should have begun. Its message is for the person at the terminal. */
export class NoStart extends Error {
  /** What the program said on its way out, line by line. */
  constructor(said: readonly string[], folder: string) {
    super(explain(said, folder));
  }
}

function explain(said: readonly string[], folder: string): string {
  if (said.some((line) => /No space left on device|Disk quota exceeded/u.test(line))) return `The disk of ${folder} is full, and the database cannot start. Make room; nothing is damaged.`;
  const reason = said.findLast((line) => /FATAL|PANIC|error/u.test(line)) ?? said.at(-1) ?? 'it said nothing';
  return `The database in ${folder} does not start: ${reason.trim()}`;
}
