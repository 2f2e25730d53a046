/** What the API of the staff takes and answers. */
import { z } from '@hono/zod-openapi';
import { lineField } from '../../platform/http/fields.ts';
import { languages } from '../../platform/words/words.ts';
import type { Session } from '../../platform/signin/sessions.ts';
import { standing, type Person, type Token } from './person.ts';
import { roles } from './roles.ts';
import { longestEmail, longestName } from './rules.ts';

const instant = z.string().openapi({ format: 'date-time' });
const roleField = z.enum(roles);
const nameField = lineField(longestName);

export const meSchema = z.object({
  id: z.string(), kind: z.enum(['staff', 'token', 'program', 'reader']), name: z.string(), email: z.string().nullable(), role: roleField.nullable(), language: z.enum(languages).nullable(),
  acts: z.array(z.string()).openapi({ description: 'The acts that this role may' }),
}).openapi('Me');

export const meChangeSchema = z.object({ name: nameField.optional(), language: z.enum(languages).optional() }).strict();

export const personSchema = z.object({
  id: z.string(), name: z.string(),
  email: z.string().nullable().openapi({ description: 'Null unless it is one’s own or one may invite people' }),
  role: roleField, language: z.enum(languages), standing: z.enum(['invited', 'active', 'suspended', 'name-only']),
  invitedAt: instant, joinedAt: instant.nullable(), suspendedAt: instant.nullable(),
}).openapi('Person');

export const peopleSchema = z.object({ items: z.array(personSchema), next: z.null() });

export const invitationSchema = z.object({ email: z.string().trim().max(longestEmail), name: nameField, role: roleField, language: z.enum(languages).default('de') }).strict();

export const personChangeSchema = z.object({
  name: nameField.optional(), role: roleField.optional(), suspended: z.boolean().optional(),
}).strict().refine((change) => Object.keys(change).length > 0, { message: 'Nothing to change.', params: { name: 'nothing-to-change' } });

export const rolesSchema = z.object({
  roles: z.array(roleField),
  items: z.array(z.object({ feature: z.string(), act: z.string(), roles: z.array(roleField) })),
}).openapi('Roles');

const sessionSchema = z.object({ id: z.string(), agent: z.string(), createdAt: instant, seenAt: instant, endsAt: instant, current: z.boolean() }).openapi('Session');
export const sessionsSchema = z.object({ items: z.array(sessionSchema), next: z.null() });

export const tokenSchema = z.object({
  id: z.string(), name: z.string(), role: roleField, createdAt: instant, createdByName: z.string(), endsAt: instant.nullable(), lastUsedAt: instant.nullable(),
}).openapi('Token');
export const tokensSchema = z.object({ items: z.array(tokenSchema), next: z.null() });
export const newTokenSchema = z.object({ name: nameField, role: roleField, endsAt: z.iso.datetime({ offset: true }).nullable().optional() }).strict();
export const madeTokenSchema = tokenSchema.extend({ token: z.string().openapi({ description: 'Shown this once' }) }).openapi('MadeToken');

const actSchema = z.object({
  id: z.string(), at: instant, by: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  act: z.string(), subject: z.string(), detail: z.record(z.string(), z.unknown()),
}).openapi('Act');
export const actListSchema = z.object({ items: z.array(actSchema), next: z.string().nullable() });

export const mailSchema = z.object({
  id: z.string(), to: z.string(), subject: z.string(), state: z.enum(['waiting', 'sent', 'kept', 'given-up']),
  orderedAt: instant, sentAt: instant.nullable(), nextTryAt: instant.nullable(), keptAs: z.string().nullable(), attempts: z.number().int(), lastError: z.string().nullable(),
}).openapi('Mail');
export const mailListSchema = z.object({ items: z.array(mailSchema), next: z.string().nullable() });
export const wholeMailSchema = mailSchema.extend({
  text: z.string().nullable().openapi({ description: 'Null once a mail server has taken it: links in mails are secrets' }), html: z.string().nullable(),
}).openapi('WholeMail');

/** The address of somebody is shown to those who invite people, and to themselves. */
export function personJson(person: Person, showEmail: boolean): z.infer<typeof personSchema> {
  return {
    id: person.id, name: person.name, email: showEmail ? person.email : null, role: person.role, language: person.language, standing: standing(person),
    invitedAt: person.invitedAt.toISOString(), joinedAt: person.joinedAt?.toISOString() ?? null, suspendedAt: person.suspendedAt?.toISOString() ?? null,
  };
}

export function tokenJson(token: Token): z.infer<typeof tokenSchema> {
  return { ...token, createdAt: token.createdAt.toISOString(), endsAt: token.endsAt?.toISOString() ?? null, lastUsedAt: token.lastUsedAt?.toISOString() ?? null };
}

export function sessionJson(session: Session, currentId: string): z.infer<typeof sessionSchema> {
  const { id, agent, createdAt, seenAt, endsAt } = session;
  return { id, agent, createdAt: createdAt.toISOString(), seenAt: seenAt.toISOString(), endsAt: endsAt.toISOString(), current: id === currentId };
}
