/** The command line: finds the command, reads the settings, runs it, and says in one line what went wrong. */
import { parseArgs } from 'node:util';
import { jsonLog } from '../platform/log/json-log.ts';
import { complain } from '../platform/log/say.ts';
import { endNow } from '../platform/runtime/end.ts';
import { isRefused, refuse, type Refused } from '../platform/result.ts';
import { openDatabase, whyNoDatabase } from '../platform/database/open.ts';
import { readSettings, type Flags, type Settings } from '../settings.ts';
import { commands } from './all.ts';
import { exitCodes, type Command, type Given } from './command.ts';

/** Runs the words after `bin/broadsheet` and ends the process: 0 done, 1 refused or wrong use, 2 a fault of ours. */
export async function runCommandLine(words: readonly string[]): Promise<never> {
  // What the program writes is for its own user alone, wherever it writes it.
  process.umask(0o077);
  try {
    const refused = await run(words);
    if (refused === undefined) return endNow(exitCodes.fine);
    complain(sentence(refused));
    return endNow(exitCodes.wrongUse);
  } catch (error) {
    const away = whyNoDatabase(error);
    complain(away ?? faultLines(error));
    return endNow(away === null ? exitCodes.fault : exitCodes.wrongUse);
  }
}

function faultLines(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const because = error.cause === undefined ? '' : `\nbecause: ${faultLines(error.cause)}`;
  return `${error.stack ?? error.message}${because}`;
}

async function run(words: readonly string[]): Promise<Refused | undefined> {
  const found = findCommand(words);
  if (found === null) return refuse('unknown-command', { message: `«${words.join(' ')}» is no command. «bin/broadsheet help» lists them.` });
  const { command, rest } = found;
  const read = readWords(command, rest);
  if (isRefused(read)) return read;
  const settings = readSettings(process.env, read.flags);
  if (isRefused(settings)) return settings;
  return command.run(given(command, settings, read));
}

/** The longest name wins; no words at all, or `--help`, ask for help. */
function findCommand(words: readonly string[]): { command: Command; rest: readonly string[] } | null {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) return findCommand(['help']);
  for (const count of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, count).join(' '));
    if (command !== undefined) return { command, rest: words.slice(count) };
  }
  return null;
}

interface ReadWords {
  readonly args: readonly string[];
  readonly options: Given['options'];
  readonly flags: Flags;
}

function readWords(command: Command, rest: readonly string[]): ReadWords | Refused<'wrong-use'> {
  const usage = `Usage: bin/broadsheet ${command.name} ${command.usage}`.trim();
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: { data: { type: 'string' }, ...command.options }, allowPositionals: true, allowNegative: true, strict: true });
    const [least, most] = command.words ?? [0, 0];
    if (positionals.length < least || positionals.length > most) return refuse('wrong-use', { message: usage });
    const options = values as Record<string, string | boolean | undefined>;
    const flags = { data: text(options['data']), port: text(options['port']), sample: typeof options['sample'] === 'boolean' ? options['sample'] : undefined };
    return { args: positionals, options, flags };
  } catch (error) {
    return refuse('wrong-use', { message: `${error instanceof Error ? error.message : String(error)}\n${usage}` });
  }
}

function given(command: Command, settings: Settings, { args, options }: ReadWords): Given {
  const log = jsonLog(command.name === 'start' ? 'info' : 'warn');
  const now = new Date(Date.now() + settings.clockOffset);
  return {
    settings, args, options, now, log,
    async withDatabase(work) {
      const opened = await openDatabase({ settings, doing: command.name, log, now });
      if (isRefused(opened)) return opened;
      try {
        return await work(opened);
      } finally {
        await opened.close();
      }
    },
  };
}

function sentence({ refused, detail }: Refused): string {
  return typeof detail?.['message'] === 'string' ? detail['message'] : `Refused: ${refused}.`;
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
