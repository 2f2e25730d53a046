/** What the moderation API takes and answers. */
import { z } from '@hono/zod-openapi';
import { listQuery, textField } from '../../../platform/http/fields.ts';
import { refusalReasons, states, trusts } from '../comment.ts';
import { longestReason } from '../rules.ts';
import { checks } from '../screening.ts';
import { longestSuspension, longestWord } from './rules.ts';

const state = z.enum(states);
const id = z.string().regex(/^[0-9a-z]{1,32}$/u);
export const idParam = z.object({ id });

export const findings = checks.map(([name]) => name) as [string, ...string[]];

export const queueQuery = listQuery.extend({
  state: state.default('pending'),
  story: id.optional(),
  section: z.string().max(200).optional().openapi({ description: 'A section’s path: what stands in it or below' }),
  reader: id.optional(),
  finding: z.enum(findings).optional().openapi({ description: 'What screening found' }),
  language: z.enum(['de', 'fr', 'it', 'en']).optional(),
  q: z.string().trim().min(1).max(100).optional().openapi({ description: 'A part of the text or of the writer’s name' }),
  order: z.enum(['oldest', 'newest']).optional().openapi({ description: 'Without it: what waits longest first, of everything else the newest' }),
});

export const queueItemSchema = z.object({
  id: z.string(), state, text: z.string(), language: z.string(),
  writer: z.object({ name: z.string(), reader: z.string().nullable(), staff: z.boolean() }),
  createdAt: z.string(), stateAt: z.string(), editedAt: z.string().nullable(),
  findings: z.array(z.string()), chosen: z.boolean(), pinned: z.boolean(), recommendations: z.number(), replies: z.number(),
  answers: z.string().nullable().openapi({ description: 'The name of whom it answers; empty: an account that is no more' }),
  parent: z.string().nullable(),
  story: z.object({ id: z.string(), headline: z.string(), public: z.boolean(), section: z.string() }),
  heldBy: z.object({ id: z.string(), name: z.string() }).nullable(),
}).openapi('QueuedComment');

export const numbersSchema = z.object({
  waiting: z.number(), oldest: z.string().nullable(), arrivedInHour: z.number(), decidedInHour: z.number(), byMeInHour: z.number(),
  medianWait: z.number().nullable().openapi({ description: 'Seconds from writing to decision, over the last hour' }),
  affected: z.number().openapi({ description: 'Reports and objections that wait for an answer' }), affectedDue: z.string().nullable().openapi({ description: 'When the first of them is due' }),
}).openapi('QueueNumbers');

const decisionSchema = z.object({
  id: z.number(), at: z.string(), by: z.string(), decision: z.string(), from: z.string(), to: z.string(), reason: z.string(), words: z.string(), after: z.string(), undone: z.boolean(),
});

const markSchema = z.object({
  at: z.string(), by: z.string(), kind: z.enum(['note', 'warning', 'suspension', 'ban', 'lift', 'trust']), words: z.string(), until: z.string().nullable(), trust: z.enum(trusts).nullable(), comment: z.string().nullable(),
});

export const commenterSchema = z.object({
  id: z.string(), name: z.string(), since: z.string().nullable(), trust: z.enum(trusts), suspendedUntil: z.string().nullable(), bannedAt: z.string().nullable(),
  counts: z.object({ pending: z.number(), approved: z.number(), refused: z.number(), deleted: z.number() }),
  marks: z.array(markSchema),
  written: z.array(z.object({ id: z.string(), at: z.string(), state, text: z.string(), headline: z.string(), reason: z.string().nullable() })),
}).openapi('Commenter');

export const wholeSchema = z.object({
  comment: queueItemSchema, above: z.array(queueItemSchema), decisions: z.array(decisionSchema), writer: commenterSchema.nullable(),
  story: z.object({ url: z.string().nullable(), lead: z.string(), publishedAt: z.string().nullable(), open: z.boolean(), closesAt: z.string().nullable() }),
}).openapi('ReadComment');

const seen = state.openapi({ description: 'The state that the moderator saw' });
const edited = z.iso.datetime().nullable().optional().openapi({ description: '`editedAt` as the moderator saw it: words that were changed since are not decided on' });
export const approveBody = z.strictObject({ seen, edited }).openapi('Approval');
export const refuseBody = z.strictObject({
  seen, edited, reason: z.enum(refusalReasons), words: textField(longestReason).default('').openapi({ description: 'In own words, for the writer' }),
}).openapi('CommentRefusal');
export const undoBody = z.strictObject({ decision: z.number().int() }).openapi('DecisionUndone');
export const decidedSchema = z.object({ comment: z.string(), story: z.string(), state, decision: z.number() }).openapi('CommentDecided');

/** So many are looked at together; more is not looking. */
const mostAtOnce = 200;
export const manyBody = z.strictObject({
  comments: z.array(z.strictObject({ id, seen, edited })).min(1).max(mostAtOnce),
  decision: z.enum(['approve', 'refuse']), reason: z.enum(refusalReasons).optional(), words: textField(longestReason).default(''),
}).refine(({ decision, reason }) => decision === 'approve' || reason !== undefined, { path: ['reason'], message: 'A refusal has a reason.', params: { name: 'missing' } }).openapi('ManyDecisions');
export const manySchema = z.object({ decided: z.array(decidedSchema), refused: z.array(z.object({ id: z.string(), name: z.string() })) }).openapi('ManyDecided');

const about = { words: textField(longestReason).default(''), comment: id.nullable().default(null) };
export const aboutBody = z.strictObject(about).openapi('AboutCommenter');
export const suspensionBody = z.strictObject({ ...about, days: z.number().int().min(1).max(longestSuspension) }).openapi('Suspension');
export const trustBody = z.strictObject({ ...about, trust: z.enum(trusts) }).openapi('TrustInCommenter');

export const wordsQuery = z.object({ language: z.enum(['de', 'fr', 'it', 'en']).optional() });
export const newWordBody = z.strictObject({ language: z.enum(['de', 'fr', 'it', 'en']), word: z.string().trim().min(1).max(longestWord) }).openapi('NewListedWord');
export const wordSchema = z.object({ id: z.string(), language: z.string(), word: z.string(), stems: z.string() }).openapi('ListedWord');
