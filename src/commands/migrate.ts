import { say } from '../platform/log/say.ts';
import { isRefused } from '../platform/result.ts';
import type { Command } from './command.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '[--data DIR]',
  about: 'Brings the database to the schema of this version. «start» does so by itself.',
  async run({ withDatabase }) {
    const applied = await withDatabase(async (opened) => opened.applied);
    if (isRefused(applied)) return applied;
    say(applied.length === 0 ? 'The database is up to date.' : `Done: ${applied.join(', ')}.`);
    return undefined;
  },
};
