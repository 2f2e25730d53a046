import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feature } from '../../platform/feature.ts';
import { roles } from './roles.ts';
import { feature, rolesTable, whoIs, whoIsNow } from './staff.ts';
import { openDoor, type Browser, type DoorWorld } from './testing.ts';
import { addNameOnly, removeNameOnly } from './keeping.ts';
import { readPersonByEmail, updatePerson } from './store.ts';
import { actorOf } from './who.ts';

const stories: Feature = { name: 'stories', acts: { 'story.edit': ['freelancer', 'reporter', 'editor'], 'story.publish': ['editor', 'publisher'] } };
let world: DoorWorld;
let grace: Browser;
beforeAll(async () => {
  world = await openDoor([feature, stories]);
  grace = await world.administrator();
});
afterAll(() => world.close());

const ask = (method: string, path: string, body?: unknown) => grace.ask(method, path, body);
const idOf = async (email: string) => (await readPersonByEmail(world.house.db, email))!.id;

describe('Roles', () => {
  it('are printed from the doors, in the order of the plan', () => {
    expect(rolesTable([stories])).toEqual([
      { feature: 'stories', act: 'story.edit', roles: ['freelancer', 'reporter', 'editor'] },
      { feature: 'stories', act: 'story.publish', roles: ['editor', 'publisher'] },
    ]);
  });

  it('say who I am and what I may', async () => {
    const jost = await world.join({ email: 'jost.zgruob@example.org', name: 'Jost Zgruob', role: 'editor' });
    const { json } = await jost.ask('GET', '/me');
    expect(json).toMatchObject({ name: 'Jost Zgruob', email: 'jost.zgruob@example.org', role: 'editor', language: 'de' });
    expect(json.acts).toEqual(expect.arrayContaining(['story.edit', 'story.publish', 'staff.secure']));
    expect(json.acts).not.toContain('staff.invite');
    expect((await jost.ask('GET', '/staff/roles')).json.items).toContainEqual({ feature: 'stories', act: 'story.publish', roles: ['editor', 'publisher'] });
  });

  it('in the database are those of the program', async () => {
    const people = await Promise.allSettled([...roles, 'owner'].map((role) => world.act((tools) => addNameOnly(tools, { name: `Rolle ${role}`, email: `${role}@roles.example`, role: role as 'editor', language: 'de' }))));
    expect(people.map(({ status }) => status)).toEqual([...roles.map(() => 'fulfilled'), 'rejected']);
  });
});

describe('The API of the staff', () => {
  const operations: [string, string, unknown?][] = [
    ['POST', '/staff/invitations', { email: 'a@b.example', name: 'A', role: 'editor' }], ['PATCH', '/staff/xxxxxxxx', { role: 'administrator' }], ['POST', '/staff/xxxxxxxx/invitation'],
    ['DELETE', '/staff/xxxxxxxx/second-factor'], ['GET', '/tokens'], ['POST', '/tokens', { name: 'A', role: 'administrator' }], ['DELETE', '/tokens/xxxxxxxx'], ['GET', '/mails'], ['GET', '/mails/1'],
  ];
  it.each(operations)('%s %s is for administrators alone', async (method, path, body) => {
    for (const role of roles.filter((one) => one !== 'administrator')) {
      const email = `${role}@only.example`;
      const browser = (await readPersonByEmail(world.house.db, email)) === null ? (guests[role] = await world.join({ email, name: role, role })) : guests[role]!;
      expect((await browser.ask(method, path, body)).status).toBe(403);
    }
    expect((await world.browser().ask(method, path, body)).status).toBe(401);
  });
  const guests: Record<string, Browser> = {};

  it('shows addresses to administrators and to oneself', async () => {
    const mine = await guests['reporter']!.ask('GET', '/staff');
    const seen = mine.json.items.filter((one: { email: string | null }) => one.email !== null);
    expect(seen.map((one: { email: string }) => one.email)).toEqual(['reporter@only.example']);
    expect((await ask('GET', '/staff')).json.items.every((one: { email: string | null }) => one.email !== null)).toBe(true);
  });

  it('names what is wrong in an invitation', async () => {
    const { status, json } = await ask('POST', '/staff/invitations', { email: 'keine Adresse', name: '', role: 'owner' });
    expect(status).toBe(422);
    expect(json.errors.map((one: { pointer: string }) => one.pointer).sort()).toEqual(['/name', '/role']);
    expect(await ask('POST', '/staff/invitations', { email: 'keine Adresse', name: 'Nora Näf', role: 'editor' })).toMatchObject({ status: 422, json: { type: 'urn:broadsheet:problem:email-wrong' } });
  });

  it('lets me change my name and language', async () => {
    const browser = guests['freelancer']!;
    expect((await browser.ask('PATCH', '/me', { name: 'Kaspar Räuberli', language: 'it' })).json).toMatchObject({ name: 'Kaspar Räuberli', language: 'it' });
    expect(await browser.who()).toMatchObject({ name: 'Kaspar Räuberli', language: 'it' });
    expect((await browser.ask('PATCH', '/me', { role: 'administrator' })).status).toBe(422);
  });
});

describe('The last administrator', () => {
  it('can neither lose the role nor be suspended', async () => {
    const id = await idOf('grace.adlerfeld@example.org');
    for (const change of [{ role: 'editor' }, { suspended: true }]) {
      expect(await ask('PATCH', `/staff/${id}`, change)).toMatchObject({ status: 409, json: { type: 'urn:broadsheet:problem:last-administrator' } });
    }
    await ask('POST', '/staff/invitations', { email: 'nie.gekommen@example.org', name: 'Nie Gekommen', role: 'administrator' });
    expect((await ask('PATCH', `/staff/${id}`, { role: 'editor' })).status).toBe(409);
  });

  it('is kept when two step down at once', async () => {
    const urban = await world.join({ email: 'urban.trueebner@example.org', name: 'Urban Trüebner', role: 'administrator' });
    const [one, two] = [await idOf('grace.adlerfeld@example.org'), await idOf('urban.trueebner@example.org')];
    const both = await Promise.all([grace.ask('PATCH', `/staff/${one}`, { suspended: true }), urban.ask('PATCH', `/staff/${two}`, { suspended: true })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const left = (await grace.who()) === null ? urban : grace;
    await left.ask('PATCH', `/staff/${left === urban ? one : two}`, { suspended: false });
    grace = left;
  });
});

describe('Somebody suspended', () => {
  it('is outside in the same moment, on every device, and every link is dead', async () => {
    const mirko = await world.join({ email: 'mirko.hodelbach@example.org', name: 'Mirko Hodelbach', role: 'moderator', password: 'Leserbriefe ab acht' });
    const telephone = world.browser();
    await telephone.post('/desk/signin', { email: 'mirko.hodelbach@example.org', password: 'Leserbriefe ab acht', with: 'password' });
    await world.browser().post('/desk/signin', { email: 'mirko.hodelbach@example.org', with: 'link' });
    const link = (await world.linksTo('mirko.hodelbach@example.org')).at(-1)!;
    const id = (await mirko.who())!.id;
    expect((await ask('PATCH', `/staff/${id}`, { suspended: true })).json.standing).toBe('suspended');
    expect([await mirko.who(), await telephone.who()]).toEqual([null, null]);
    expect((await mirko.ask('GET', '/me')).status).toBe(401);
    expect((await world.browser().get(link)).status).toBe(410);
    expect((await world.browser().post('/desk/signin', { email: 'mirko.hodelbach@example.org', password: 'Leserbriefe ab acht', with: 'password' })).status).toBe(422);
    await ask('PATCH', `/staff/${id}`, { suspended: false });
    expect(await mirko.who()).toBeNull();
    expect((await world.browser().post('/desk/signin', { email: 'mirko.hodelbach@example.org', password: 'Leserbriefe ab acht', with: 'password' })).status).toBe(303);
  });

  it('stays outside even with a session that was opened in the same moment', async () => {
    const nadja = await world.join({ email: 'nadja.kellermatt@example.org', name: 'Nadja Kellermatt', role: 'editor' });
    const { id } = (await nadja.who())!;
    await world.act((tools) => updatePerson(tools.db, id, { suspendedAt: tools.now }));
    expect(await nadja.who()).toBeNull();
  });

  it('loses a role at once too', async () => {
    const leonie = await world.join({ email: 'leonie.imsandner@example.org', name: 'Leonie Imsandner', role: 'administrator' });
    expect((await leonie.ask('GET', '/tokens')).status).toBe(200);
    await ask('PATCH', `/staff/${(await leonie.who())!.id}`, { role: 'picture-editor' });
    expect((await leonie.ask('GET', '/tokens')).status).toBe(403);
  });
});

describe('People of the sample', () => {
  it('are names that nobody can become, by password, link or invitation', async () => {
    const person = await world.act((tools) => addNameOnly(tools, { name: 'Verena Aschlimatt', email: 'verena.aschlimatt@example.org', role: 'administrator', language: 'de' }));
    await world.browser().post('/desk/signin', { email: person.email, with: 'link' });
    expect(await world.linksTo(person.email)).toEqual([]);
    expect((await ask('PATCH', `/staff/${person.id}`, { role: 'editor' })).json.type).toBe('urn:broadsheet:problem:name-only');
    expect((await ask('POST', `/staff/${person.id}/invitation`)).status).toBe(409);
    expect((await ask('GET', '/staff')).json.items).toContainEqual(expect.objectContaining({ id: person.id, standing: 'name-only' }));
    expect(await world.act((tools) => removeNameOnly(tools, person.id))).toBe(true);
  });

  it('are removed, and nobody else', async () => {
    const id = await idOf('mirko.hodelbach@example.org');
    expect(await world.act((tools) => removeNameOnly(tools, id))).toBe(false);
    expect(await readPersonByEmail(world.house.db, 'mirko.hodelbach@example.org')).not.toBeNull();
  });
});

describe('A token', () => {
  const as = (token: string) => whoIs(world.house, new Request('http://127.0.0.1:3000/api/v1/me', { headers: { authorization: `Bearer ${token}` } }));

  it('acts with its own role, is shown once, and is kept as a hash', async () => {
    const { status, json } = await ask('POST', '/tokens', { name: 'Übernahme aus «Alt-CMS»', role: 'editor' });
    expect(status).toBe(201);
    expect(json.token).toMatch(/^bs_[\w-]{43}$/u);
    expect(await as(json.token)).toEqual({ kind: 'token', id: json.id, name: 'Übernahme aus «Alt-CMS»', role: 'editor' });
    const listed = await ask('GET', '/tokens');
    expect(listed.json.items[0]).toMatchObject({ id: json.id, lastUsedAt: world.clock.now().toISOString() });
    expect(JSON.stringify([listed.json, await world.house.db.selectFrom('tokens').selectAll().execute()])).not.toContain(json.token.slice(3));
  });

  it('ends at its instant, or when somebody ends it', async () => {
    const endsAt = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const [timed, ended] = await Promise.all([ask('POST', '/tokens', { name: 'Befristet', role: 'reporter', endsAt }), ask('POST', '/tokens', { name: 'Widerrufen', role: 'reporter' })]);
    expect(await as(timed.json.token)).not.toBeNull();
    world.clock.pass(60_000);
    expect(await as(timed.json.token)).toBeNull();
    expect((await ask('DELETE', `/tokens/${ended.json.id}`)).status).toBe(200);
    expect(await as(ended.json.token)).toBeNull();
    expect((await ask('POST', '/tokens', { name: 'Gestern', role: 'reporter', endsAt })).json.type).toBe('urn:broadsheet:problem:end-past');
  });

  it('and a person are asked again later whether they still may, and in which role', async () => {
    const person = await readPersonByEmail(world.house.db, 'grace.adlerfeld@example.org');
    const made = await ask('POST', '/tokens', { name: 'Später', role: 'reporter' });
    const [before, token] = [{ kind: 'staff', id: person!.id, name: 'Wer auch immer', role: 'editor' }, { kind: 'token', id: made.json.id, name: 'Später', role: 'reporter' }] as const;
    const now = () => Promise.all([whoIsNow(world.house, before), whoIsNow(world.house, token)]);
    expect(await now()).toMatchObject([{ kind: 'staff', name: 'Grace Adlerfeld', role: 'administrator' }, token]);
    await world.house.db.updateTable('staff').set({ suspended_at: world.clock.now() }).where('id', '=', person!.id).execute();
    expect(await now()).toMatchObject([null, token]);
    await world.house.db.updateTable('staff').set({ suspended_at: null }).where('id', '=', person!.id).execute();
    await ask('DELETE', `/tokens/${made.json.id}`);
    expect(await now()).toMatchObject([{ role: 'administrator' }, null]);
    const [program, reader] = [{ kind: 'program', id: 'uploads', name: 'Broadsheet', role: null }, { kind: 'reader', id: person!.id, name: '', role: null }] as const;
    expect([await whoIsNow(world.house, program), await whoIsNow(world.house, reader)]).toEqual([program, null]);
  });

  it.each(['', 'bs_', 'bs_x', 'Bearer', 'bs_' + 'a'.repeat(43)])('that is none (%j) is nobody, whatever cookie comes with it', async (token) => {
    const request = new Request('http://127.0.0.1:3000/', { headers: { authorization: `Bearer ${token}`, cookie: grace.cookie } });
    expect(await whoIs(world.house, request)).toBeNull();
  });
});

describe('The log and the mails', () => {
  it('are read page by page', async () => {
    const first = (await ask('GET', '/acts?limit=3')).json;
    const second = (await ask('GET', `/acts?limit=3&cursor=${first.next}`)).json;
    expect([...first.items, ...second.items].map((one: { id: string }) => Number(one.id))).toEqual([...first.items, ...second.items].map((one: { id: string }) => Number(one.id)).sort((a, b) => b - a));
    expect(new Set([...first.items, ...second.items].map((one: { id: string }) => one.id)).size).toBe(6);
    const subject = first.items[0].subject;
    expect((await ask('GET', `/acts?subject=${subject}`)).json.items.every((one: { subject: string }) => one.subject === subject)).toBe(true);
  });

  it('show a mail that waits, with its text', async () => {
    const [line] = (await ask('GET', '/mails?limit=1')).json.items;
    expect(line).toMatchObject({ state: 'waiting', attempts: 0 });
    expect((await ask('GET', `/mails/${line.id}`)).json.text).toContain('http://127.0.0.1:3000/desk/');
    expect((await ask('GET', '/mails/999999')).status).toBe(404);
  });
});

describe('An actor', () => {
  it('is the person with role and language', () => {
    expect(actorOf({ id: 'k3f9x2mm', name: 'Zoë', email: 'z@example.org', role: 'editor', language: 'fr', maySignIn: true, invitedAt: new Date(0), joinedAt: new Date(0), suspendedAt: null }))
      .toEqual({ kind: 'staff', id: 'k3f9x2mm', name: 'Zoë', role: 'editor', language: 'fr' });
  });
});
