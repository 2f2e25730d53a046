/** What the reporting API takes and answers. */
import { z } from '@hono/zod-openapi';
import { listQuery, textField } from '../../../platform/http/fields.ts';
import { refusalReasons, states } from '../comment.ts';
import { longestReason } from '../rules.ts';
import { grounds } from './report.ts';
import { longestReport } from './rules.ts';

export const reportsQuery = listQuery.extend({ open: z.enum(['1', '0']).default('1') });

const comment = z.object({ id: z.string(), text: z.string(), writer: z.string(), reader: z.string().nullable(), state: z.enum(states), story: z.string(), headline: z.string() });

export const reportSchema = z.object({
  id: z.string(), reference: z.string(), grounds: z.enum(grounds), law: z.string(), words: z.string(), name: z.string(), mailed: z.boolean(), createdAt: z.string(), dueAt: z.string(),
  outcome: z.enum(['removed', 'kept', 'gone']).nullable(), answer: z.string(), decidedAt: z.string().nullable(), decidedBy: z.string().nullable(), together: z.number(), comment,
}).openapi('CommentReport');

export const objectionSchema = z.object({
  id: z.string(), reference: z.string(), words: z.string(), createdAt: z.string(), dueAt: z.string(), outcome: z.enum(['restored', 'upheld']).nullable(), answer: z.string(),
  reason: z.string(), reasonWords: z.string(), refusedBy: z.string(), comment,
}).openapi('CommentObjection');

export const reportVerdictBody = z.strictObject({
  remove: z.boolean(), reason: z.enum(refusalReasons).optional(), words: textField(longestReason).default(''), answer: textField(longestReport).default(''),
}).openapi('ReportVerdict');

export const objectionVerdictBody = z.strictObject({ restore: z.boolean(), answer: textField(longestReport) }).openapi('ObjectionVerdict');
