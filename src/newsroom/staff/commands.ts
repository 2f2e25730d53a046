/** `staff add`, `staff link`, `token add`: for the terminal of the machine itself. They work while the program runs and while it does not. */
import type { Command, CommandRefusal, Given } from '../../commands/command.ts';
import { actFromTerminal } from '../../commands/terminal.ts';
import type { Actor, Tools } from '../../platform/feature.ts';
import { say } from '../../platform/log/say.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { translator } from '../../platform/words/translate.ts';
import { addPerson } from './joining.ts';
import { addToken, takeSecondFactor } from './keeping.ts';
import { openInvitation, openSignInLink } from './mailing.ts';
import { standing } from './person.ts';
import { roles } from './roles.ts';
import { isRole } from './rules.ts';
import { readPersonByEmail } from './store.ts';
import { words } from './words.ts';

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : '');

const staffAdd: Command = {
  name: 'staff add',
  usage: '--email ADDRESS --name NAME --role ROLE',
  about: 'Adds somebody and prints the link by which they join (24 hours, once). No mail is sent.',
  options: { email: { type: 'string' }, name: { type: 'string' }, role: { type: 'string' } },
  async run(given) {
    const role = text(given.options['role']);
    if (!isRole(role)) return unknownRole(role);
    const facts = { email: text(given.options['email']), name: text(given.options['name']), role, language: 'de' } as const;
    return print(given, async (tools) => {
      const person = await addPerson(tools, facts);
      return isRefused(person) ? person : openInvitation(tools, { publicUrl: given.settings.publicUrl, person });
    });
  },
};

const staffLink: Command = {
  name: 'staff link',
  usage: 'ADDRESS [--drop-second-factor]',
  about: 'Prints a link by which this person signs in (15 minutes, once), or joins. With --drop-second-factor for somebody who lost their app and codes.',
  options: { 'drop-second-factor': { type: 'boolean' } },
  words: [1, 1],
  async run(given) {
    const [email = ''] = given.args;
    const { publicUrl } = given.settings;
    return print(given, async (tools) => {
      const person = await readPersonByEmail(tools.db, email);
      if (person === null) return refuse('no-such-person', { message: `Nobody here has the address «${email}».` });
      if (standing(person) === 'invited') return openInvitation(tools, { publicUrl, person });
      if (standing(person) !== 'active') return refuse('may-not-enter', { message: `«${email}» may not sign in (${standing(person)}).` });
      if (given.options['drop-second-factor'] === true) await takeSecondFactor(tools, person.id);
      await tools.record({ act: 'staff.edit', subject: `staff:${person.id}`, detail: { link: 'printed' } });
      return openSignInLink(tools, { publicUrl, person });
    });
  },
};

const tokenAdd: Command = {
  name: 'token add',
  usage: '--name NAME --role ROLE [--ends ISO]',
  about: 'Makes a token for a program and prints it alone. It is shown this once.',
  options: { name: { type: 'string' }, role: { type: 'string' }, ends: { type: 'string' } },
  async run(given) {
    const role = text(given.options['role']);
    if (!isRole(role)) return unknownRole(role);
    const ends = text(given.options['ends']);
    const endsAt = ends === '' ? null : new Date(ends);
    if (endsAt !== null && Number.isNaN(endsAt.getTime())) return refuse('wrong-use', { message: `--ends is «${ends}»: it must be an instant such as 2027-01-31T12:00:00Z.` });
    return print(given, async (tools) => {
      const made = await addToken(tools, { name: text(given.options['name']), role, endsAt });
      return isRefused(made) ? made : made.secret;
    });
  },
};

export const staffCommands: readonly Command[] = [staffAdd, staffLink, tokenAdd];

const terminal: Actor = { kind: 'program', id: 'terminal', name: 'Broadsheet', role: null };

/** Runs an act and prints what it answers, a refusal as a sentence. */
async function print(given: Given, work: (tools: Tools) => Promise<string | CommandRefusal>): Promise<CommandRefusal | undefined> {
  const answer = await given.withDatabase((opened) => actFromTerminal(given, opened)(terminal, work));
  if (!isRefused(answer)) {
    say(answer);
    return undefined;
  }
  const key = `refused.${answer.refused}`;
  if (answer.detail?.['message'] !== undefined || words.en[key] === undefined) return answer;
  return refuse(answer.refused, { ...answer.detail, message: translator(words, 'en')(key, answer.detail as Record<string, string>) });
}

function unknownRole(role: string): CommandRefusal {
  return refuse('role-unknown', { message: `--role is «${role}»: it must be one of ${roles.join(', ')}.` });
}
