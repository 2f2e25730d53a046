/** The log of acts and the mails, for those who run the house. */
import { z } from '@hono/zod-openapi';
import type { House } from '../../platform/feature.ts';
import { createApi, jsonAnswer } from '../../platform/http/api.ts';
import { listQuery } from '../../platform/http/fields.ts';
import { refusal } from '../../platform/http/problem.ts';
import { refuse } from '../../platform/result.ts';
import { staffActs } from './acts.ts';
import { listActs, listMails, readMail } from './log-store.ts';
import { actListSchema, mailListSchema, wholeMailSchema, type mailSchema } from './schemas.ts';

export function logApi(house: House) {
  const { app, operation } = createApi(house, staffActs);
  return app.openapi(operation({
    method: 'get', path: '/acts', act: 'acts.read', summary: 'The log of acts, newest first',
    request: { query: listQuery.extend({ subject: z.string().max(200).optional(), by: z.string().max(100).optional(), act: z.string().max(100).optional() }) },
    responses: { 200: jsonAnswer(actListSchema, 'Who did what, when, about what') },
  }), async (c) => {
    const { cursor, limit, ...wish } = c.req.valid('query');
    const rows = await listActs(house.db, { ...wish, before: place(cursor), limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => ({
      id: String(row.id), at: row.at.toISOString(), by: { kind: row.by_kind, id: row.by_id, name: row.by_name }, act: row.act, subject: row.subject, detail: row.detail,
    }));
    return c.json({ items, next: following(rows, limit) }, 200);
  }).openapi(operation({
    method: 'get', path: '/mails', act: 'mail.read', summary: 'The mails, newest first', request: { query: listQuery },
    responses: { 200: jsonAnswer(mailListSchema, 'What was sent, what waits, what nobody took') },
  }), async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const rows = await listMails(house.db, { before: place(cursor), limit: limit + 1 });
    return c.json({ items: rows.slice(0, limit).map(mailJson), next: following(rows, limit) }, 200);
  }).openapi(operation({
    method: 'get', path: '/mails/{id}', act: 'mail.read', summary: 'A mail', request: { params: z.object({ id: z.string().regex(/^\d{1,15}$/u) }) },
    responses: { 200: jsonAnswer(wholeMailSchema, 'The mail') },
  }), async (c) => {
    const row = await readMail(house.db, Number(c.req.valid('param').id));
    if (row === null) return refusal(c, refuse('no-such-mail'), { 'no-such-mail': 404 });
    return c.json({ ...mailJson(row), text: row.body_text === '' ? null : row.body_text, html: row.body_html === '' ? null : row.body_html }, 200);
  });
}

type MailLine = Awaited<ReturnType<typeof listMails>>[number];

function mailJson(row: MailLine): z.infer<typeof mailSchema> {
  const state = row.kept_as !== null ? 'kept' : row.sent_at !== null ? 'sent' : row.given_up_at !== null ? 'given-up' : 'waiting';
  return {
    id: String(row.id), to: row.recipient, subject: row.subject, state, orderedAt: row.ordered_at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null,
    nextTryAt: state === 'waiting' ? (row.due_at?.toISOString() ?? null) : null, keptAs: row.kept_as, attempts: row.attempts, lastError: row.last_error,
  };
}

/** A cursor that is none begins at the beginning. */
function place(cursor: string | undefined): number | null {
  return cursor !== undefined && /^\d{1,15}$/u.test(cursor) ? Number(cursor) : null;
}

function following(rows: readonly { readonly id: number }[], limit: number): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last !== undefined ? String(last.id) : null;
}
