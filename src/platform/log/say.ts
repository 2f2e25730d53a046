/** A line for the person at the terminal, on standard output. The log for machines goes elsewhere. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that tells the person at the terminal what went wrong, on standard error. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
