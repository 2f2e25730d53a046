import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isRefused } from '../../platform/result.ts';
import { staffCommands } from './commands.ts';
import { openDoor, tokenIn, type DoorWorld } from './testing.ts';
import { whoIs } from './who.ts';

let world: DoorWorld;
beforeAll(async () => {
  world = await openDoor();
  await world.administrator();
});
afterAll(() => world.close());

/** Runs a command as at the terminal: what it prints, or its refusal as `name: sentence`. */
async function run(name: string, args: string[] = [], options: Record<string, string | boolean> = {}): Promise<string> {
  const said: string[] = [];
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const { house } = world;
  try {
    const ended = await staffCommands.find((one) => one.name === name)!.run({
      settings: house.settings, log: house.log, now: house.clock.now(), args, options,
      withDatabase: (work) => work({ db: house.db } as Parameters<typeof work>[0]),
    });
    return isRefused(ended) ? `${ended.refused}: ${String(ended.detail?.['message'])}` : said.join('');
  } finally {
    out.mockRestore();
  }
}

describe('At the terminal', () => {
  it('«staff add» prints a link by which the person joins, and sends nothing', async () => {
    const link = await run('staff add', [], { email: 'zoë@example.org', name: 'Zoë Näf-Çelik', role: 'editor' });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/desk\/invitation\?token=[\w-]{43}\n$/u);
    const zoe = world.browser();
    await zoe.post('/desk/invitation', { token: tokenIn(link.trim()), name: 'Zoë Näf-Çelik', password: '', language: 'fr' });
    expect(await zoe.who()).toMatchObject({ name: 'Zoë Näf-Çelik', role: 'editor', language: 'fr' });
    expect(await world.linksTo('zoë@example.org')).toEqual([]);
  });

  it('«staff link» prints a link by which the person signs in', async () => {
    const link = await run('staff link', ['Grace.Adlerfeld@example.org']);
    const grace = world.browser();
    expect((await grace.post('/desk/signin/link', { token: tokenIn(link.trim()) })).to).toBe('/desk');
    expect(await grace.who()).toMatchObject({ role: 'administrator' });
  });

  it('«token add» prints the token alone', async () => {
    const token = await run('token add', [], { name: 'Wetterdienst', role: 'reporter', ends: '2027-01-31T12:00:00Z' });
    expect(token).toMatch(/^bs_[\w-]{43}\n$/u);
    const request = new Request('http://127.0.0.1:3000/', { headers: { authorization: `Bearer ${token.trim()}` } });
    expect(await whoIs(world.house, request)).toMatchObject({ kind: 'token', name: 'Wetterdienst', role: 'reporter' });
  });

  it.each([
    ['staff add', [], { email: 'a@example.org', name: 'A', role: 'owner' }, /^role-unknown: --role is «owner»: it must be one of freelancer, /u],
    ['staff add', [], { email: 'keine', name: 'A', role: 'editor' }, /^email-wrong: This is not an e-mail address/u],
    ['staff add', [], { email: 'grace.adlerfeld@example.org', name: 'A', role: 'editor' }, /^email-taken: There is already an account/u],
    ['staff link', ['niemand@example.org'], {}, /^no-such-person: Nobody here has the address «niemand@example.org»/u],
    ['token add', [], { name: 'A', role: 'editor', ends: 'morgen' }, /^wrong-use: --ends is «morgen»/u],
    ['token add', [], { name: 'A', role: 'editor', ends: '2001-01-01T00:00:00Z' }, /^end-past: The end lies in the past/u],
    ['token add', [], { role: 'editor' }, /^name-missing: Please enter a name/u],
  ] as const)('«%s» %j %j is refused in a sentence', async (name, args, options, sentence) => {
    expect(await run(name, [...args], options)).toMatch(sentence);
  });
});
