import type { ParseArgsOptionsConfig } from 'node:util';
import type { Settings } from '../settings.ts';
import type { Log } from '../platform/log/log.ts';
import type { OpenDatabase } from '../platform/database/open.ts';
import type { Refused } from '../platform/result.ts';

/** A line of the command line. Its answer is what went wrong, or nothing. */
export interface Command {
  /** One word or two: `backup`, `staff add`. */
  readonly name: string;
  /** What follows the name: `FILE [--replace]`. */
  readonly usage: string;
  readonly about: string;
  /** The options of its own; `--data` every command has. */
  readonly options?: ParseArgsOptionsConfig;
  /** Which words must follow the name, at least and at most. Default none. */
  readonly words?: readonly [least: number, most: number];
  run(given: Given): Promise<CommandRefusal | undefined>;
}

export interface Given {
  readonly settings: Settings;
  /** What follows the name, without options. */
  readonly args: readonly string[];
  /** The options of its own that were given. */
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly now: Date;
  readonly log: Log;
  /** Lends the installation's database, started if need be and stopped after. */
  withDatabase<T>(work: (opened: OpenDatabase) => Promise<T>): Promise<T | CommandRefusal>;
}

/** `message` in its detail is the sentence for the person at the terminal. */
export type CommandRefusal = Refused;

/** What `runCommandLine` ends with. */
export const exitCodes = { fine: 0, wrongUse: 1, fault: 2 } as const;
