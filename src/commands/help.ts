import { say } from '../platform/log/say.ts';
import { refuse } from '../platform/result.ts';
import { describeSettings } from '../settings.ts';
import type { Command } from './command.ts';

export const help: Command = {
  name: 'help',
  usage: '[settings|roles]',
  about: 'Lists the commands, the settings, or who may do what.',
  words: [0, 1],
  async run({ args: [topic] }) {
    if (topic === undefined) say(await describeCommands());
    else if (topic === 'settings') say(describeSettings());
    else if (topic === 'roles') say(await describeRoles());
    else return refuse('unknown-topic', { message: `There is help on «settings» and «roles», not on «${topic}».` });
    return undefined;
  },
};

async function describeCommands(): Promise<string> {
  // the table names this command too
  const { commands } = await import('./all.ts');
  const lines = commands.map(({ name, usage, about }) => `  ${`${name} ${usage}`.trim()}\n      ${about}`);
  return `Usage: bin/broadsheet COMMAND\n\n${lines.join('\n')}\n\nEvery command takes --data DIR. The settings stand in the environment: «bin/broadsheet help settings».`;
}

/** The doors of the features say it; nothing here repeats them. */
async function describeRoles(): Promise<string> {
  const { newsroom } = await import('../newsroom.ts');
  const { rolesTable } = await import('../newsroom/staff/staff.ts');
  const lines = rolesTable(newsroom);
  const width = Math.max(0, ...lines.map(({ act }) => act.length));
  return lines.map(({ act, roles }) => `${act.padEnd(width)}  ${roles.join(', ')}`).join('\n');
}
