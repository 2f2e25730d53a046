/** Who I am, and where I am signed in. */
import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { isRefused, refuse } from '../../platform/result.ts';
import { listSessions } from '../../platform/signin/sessions.ts';
import { staffActs } from './acts.ts';
import { changeMe, endMyOtherSessions, endMySession } from './own.ts';
import { roles, type Role } from './roles.ts';
import { actsOf } from './roles-table.ts';
import { meChangeSchema, meSchema, sessionJson, sessionsSchema } from './schemas.ts';
import { readPerson } from './store.ts';
import { actorOf, signedIn as signedInPerson, staffRealm } from './who.ts';
import type { Actor } from '../../platform/feature.ts';
import type { Person } from './person.ts';

const statuses = { 'people-only': 403, 'not-found': 404, 'name-missing': 422, 'name-long': 422, 'email-wrong': 422, 'role-unknown': 422 } as const;

export function meApi(house: House) {
  const { app, operation } = createApi(house, staffActs);
  return app.openapi(operation({
    method: 'get', path: '/me', act: signedIn, summary: 'Who I am, and what my role may',
    responses: { 200: jsonAnswer(meSchema, 'I') },
  }), async (c) => {
    const { who } = c.var;
    return c.json(meJson(house, who, who.kind === 'staff' ? await readPerson(house.db, who.id) : null), 200);
  }).openapi(operation({
    method: 'patch', path: '/me', act: signedIn, summary: 'Change my name or the language of my desk', request: { body: jsonBody(meChangeSchema) },
    responses: { 200: jsonAnswer(meSchema, 'I') },
  }), async (c) => {
    const person = c.var.who.kind === 'staff' ? await readPerson(house.db, c.var.who.id) : null;
    if (person === null) return refusal(c, refuse('people-only'), statuses);
    const changed = await house.act(c.var.who, (tools) => changeMe(tools, { person, change: c.req.valid('json') }));
    return isRefused(changed) ? refusal(c, changed, statuses) : c.json(meJson(house, actorOf(changed), changed), 200);
  }).openapi(operation({
    method: 'get', path: '/me/sessions', act: signedIn, summary: 'Where I am signed in',
    responses: { 200: jsonAnswer(sessionsSchema, 'The sessions, the most recently seen first') },
  }), async (c) => {
    const me = await signedInPerson(house, c.req.raw);
    if (me === null) return refusal(c, refuse('people-only'), statuses);
    const sessions = await listSessions(house.db, staffRealm, { accountId: me.person.id, now: house.clock.now() });
    return c.json({ items: sessions.map((session) => sessionJson(session, me.session.id)), next: null }, 200);
  }).openapi(operation({
    method: 'delete', path: '/me/sessions', act: signedIn, summary: 'Sign me out everywhere else',
    responses: { 204: { description: 'Only this session is left' } },
  }), async (c) => {
    const me = await signedInPerson(house, c.req.raw);
    if (me === null) return refusal(c, refuse('people-only'), statuses);
    await house.act(me.actor, (tools) => endMyOtherSessions(tools, { accountId: me.person.id, except: me.session.id }));
    return c.body(null, 204);
  }).openapi(operation({
    method: 'delete', path: '/me/sessions/{id}', act: signedIn, summary: 'End one of my sessions', request: { params: z.object({ id: z.string() }) },
    responses: { 204: { description: 'It has ended' } },
  }), async (c) => {
    const me = await signedInPerson(house, c.req.raw);
    if (me === null) return refusal(c, refuse('people-only'), statuses);
    const ended = await house.act(me.actor, (tools) => endMySession(tools, { accountId: me.person.id, id: c.req.valid('param').id }));
    return isRefused(ended) ? refusal(c, ended, statuses) : c.body(null, 204);
  });
}

function meJson(house: House, who: Actor, person: Person | null): z.infer<typeof meSchema> {
  const role: Role | null = roles.find((one) => one === who.role) ?? null;
  return { id: who.id, kind: who.kind, name: who.name, email: person?.email ?? null, role, language: person?.language ?? null, acts: actsOf(house.features, who) };
}
