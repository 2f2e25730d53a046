import { say } from '../platform/log/say.ts';
import { refuse } from '../platform/result.ts';
import type { Command, Given } from './command.ts';
import { checkMachine } from './doctor/machine.ts';
import { checkDatabase } from './doctor/database.ts';
import { checkObjects } from './doctor/objects.ts';
import { checkOutside } from './doctor/outside.ts';
import type { Finding } from './doctor/finding.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: '[--mend] [--data DIR]',
  about: 'Says what is wrong and how to mend it. With --mend it removes files and objects older than a day that belong to nothing, and names what has lost its own.',
  options: { mend: { type: 'boolean' } },
  async run(given) {
    const findings = await examine(given);
    for (const { state, about, mend } of findings) {
      say(`${marks[state]} ${about}`);
      if (mend !== undefined) say(`      ${mend}`);
    }
    const wrong = findings.filter(({ state }) => state === 'wrong').length;
    return wrong === 0 ? undefined : refuse('unwell', { message: wrong === 1 ? 'One thing is wrong.' : `${wrong} things are wrong.` });
  },
};

const marks = { fine: 'fine ', mind: 'mind ', wrong: 'WRONG' } as const;

/** Looked at in this order; further checks are lines here. */
const checks: readonly ((given: Given) => Promise<readonly Finding[]>)[] = [checkMachine, checkOutside, checkDatabase, checkObjects];

async function examine(given: Given): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...await check(given));
  return findings;
}
