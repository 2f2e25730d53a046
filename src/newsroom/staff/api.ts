/** Who works here, who I am, what acts for us: the JSON API. */
import { OpenAPIHono, z } from '@hono/zod-openapi';
import { mayAct } from '../../platform/acts.ts';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer, jsonBody, signedIn } from '../../platform/http/api.ts';
import { refusal } from '../../platform/http/problem.ts';
import { isRefused } from '../../platform/result.ts';
import { staffActs } from './acts.ts';
import { invitePerson } from './joining.ts';
import { addToken, changePerson, endToken, inviteAgain, takeSecondFactor } from './keeping.ts';
import { logApi } from './log-api.ts';
import { meApi } from './me-api.ts';
import { roles } from './roles.ts';
import { rolesTable } from './roles-table.ts';
import { invitationSchema, madeTokenSchema, newTokenSchema, peopleSchema, personChangeSchema, personJson, personSchema, rolesSchema, tokenJson, tokenSchema, tokensSchema } from './schemas.ts';
import { listPeople, listTokens } from './store.ts';

const statuses = {
  'not-found': 404, 'email-taken': 409, 'has-joined': 409, 'last-administrator': 409, 'name-only': 409,
  'name-missing': 422, 'name-long': 422, 'email-wrong': 422, 'role-unknown': 422, 'end-past': 422,
} as const;

const byId = { params: z.object({ id: z.string() }) };

export function staffApi(house: House): OpenAPIHono {
  const app = new OpenAPIHono();
  for (const part of [meApi(house), peopleApi(house), tokensApi(house), logApi(house)]) app.route('/', part);
  return app;
}

function peopleApi(house: House) {
  const { app, operation } = createApi(house, staffActs);
  const { publicUrl } = house.settings;
  return app.openapi(operation({
    method: 'get', path: '/staff', act: signedIn, summary: 'Everybody who works here, by name',
    responses: { 200: jsonAnswer(peopleSchema, 'Everybody') },
  }), async (c) => {
    const { who } = c.var;
    const all = mayAct(staffActs, who, 'staff.invite');
    const people = await listPeople(house.db);
    return c.json({ items: people.map((person) => personJson(person, all || person.id === who.id)), next: null }, 200);
  }).openapi(operation({
    method: 'get', path: '/staff/roles', act: signedIn, summary: 'Who may do what, from the doors of the features',
    responses: { 200: jsonAnswer(rolesSchema, 'One line per act') },
  }), async (c) => c.json({ roles: [...roles], items: rolesTable(house.features).map((line) => ({ ...line, roles: [...line.roles] })) }, 200)).openapi(operation({
    method: 'post', path: '/staff/invitations', act: 'staff.invite', summary: 'Invite somebody by mail; the link works for a day',
    request: { body: jsonBody(invitationSchema) }, responses: { 201: jsonAnswer(personSchema, 'The person, invited') },
  }), async (c) => {
    const invited = await house.act(c.var.who, (tools) => invitePerson(tools, { ...c.req.valid('json'), publicUrl }));
    return isRefused(invited) ? refusal(c, invited, statuses) : c.json(personJson(invited, true), 201);
  }).openapi(operation({
    method: 'post', path: '/staff/{id}/invitation', act: 'staff.invite', summary: 'Send the invitation again; the former link ends', request: byId,
    responses: { 200: jsonAnswer(personSchema, 'The person, invited') },
  }), async (c) => {
    const invited = await house.act(c.var.who, (tools) => inviteAgain(tools, { id: c.req.valid('param').id, publicUrl }));
    return isRefused(invited) ? refusal(c, invited, statuses) : c.json(personJson(invited, true), 200);
  }).openapi(operation({
    method: 'patch', path: '/staff/{id}', act: 'staff.edit', summary: 'Change name or role, suspend or take back',
    description: 'A suspension ends all sessions at once. The last administrator can neither be suspended nor lose the role.',
    request: { ...byId, body: jsonBody(personChangeSchema) }, responses: { 200: jsonAnswer(personSchema, 'The person') },
  }), async (c) => {
    const changed = await house.act(c.var.who, (tools) => changePerson(tools, { id: c.req.valid('param').id, change: c.req.valid('json') }));
    return isRefused(changed) ? refusal(c, changed, statuses) : c.json(personJson(changed, true), 200);
  }).openapi(operation({
    method: 'delete', path: '/staff/{id}/second-factor', act: 'staff.edit', summary: 'Take the app from somebody who lost it, and end their sessions', request: byId,
    responses: { 200: jsonAnswer(personSchema, 'The person') },
  }), async (c) => {
    const person = await house.act(c.var.who, (tools) => takeSecondFactor(tools, c.req.valid('param').id));
    return isRefused(person) ? refusal(c, person, statuses) : c.json(personJson(person, true), 200);
  });
}

function tokensApi(house: House) {
  const { app, operation } = createApi(house, staffActs);
  return app.openapi(operation({
    method: 'get', path: '/tokens', act: 'token.edit', summary: 'The programs that act for us',
    responses: { 200: jsonAnswer(tokensSchema, 'Every token, without its secret') },
  }), async (c) => c.json({ items: (await listTokens(house.db)).map(tokenJson), next: null }, 200)).openapi(operation({
    method: 'post', path: '/tokens', act: 'token.edit', summary: 'Make a token; it is shown this once', request: { body: jsonBody(newTokenSchema) },
    responses: { 201: jsonAnswer(madeTokenSchema, 'The token') },
  }), async (c) => {
    const { endsAt = null, ...facts } = c.req.valid('json');
    const made = await house.act(c.var.who, (tools) => addToken(tools, { ...facts, endsAt: endsAt === null ? null : new Date(endsAt) }));
    return isRefused(made) ? refusal(c, made, statuses) : c.json({ ...tokenJson(made.token), token: made.secret }, 201, { 'Cache-Control': 'no-store' });
  }).openapi(operation({
    method: 'delete', path: '/tokens/{id}', act: 'token.edit', summary: 'End a token', request: byId,
    responses: { 200: jsonAnswer(tokenSchema, 'The token, which opens nothing any more') },
  }), async (c) => {
    const ended = await house.act(c.var.who, (tools) => endToken(tools, c.req.valid('param').id));
    return isRefused(ended) ? refusal(c, ended, statuses) : c.json(tokenJson(ended), 200);
  });
}
