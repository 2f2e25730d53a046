/** What the API of discussions takes and answers. */
import { z } from '@hono/zod-openapi';
import { languages } from '../../platform/words/words.ts';
import type { PolicyLayer } from './comment.ts';
import { challenges, modes, opennesses } from './comment.ts';
import { closesAt, isOpen, longestSentence, mostOpenHours, policyOf } from './rules.ts';
import type { Settings, Thread } from './settings-store.ts';

export const marks = ['choose', 'unchoose', 'pin', 'unpin'] as const;

const fields = {
  openness: z.enum(opennesses).nullable().openapi({ description: 'null: what holds above' }),
  hours: z.number().int().min(1).max(mostOpenHours).nullable(),
  mode: z.enum(modes).nullable().openapi({ description: 'What a moderator reads before it is public' }),
  challenge: z.enum(challenges).nullable().openapi({ description: 'When a proof of work is asked for; the site’s alone' }),
  sentences: z.partialRecord(z.enum(languages), z.string().max(2 * longestSentence)).openapi({ description: 'Why a discussion is closed, by language' }),
};

export const settingsSchema = z.object({
  scope: z.string().openapi({ description: '`site`, or the id of a section' }), ...fields, version: z.number().int(),
  holds: z.object({ openness: z.enum(opennesses), hours: z.number().int(), mode: z.enum(modes), challenge: z.enum(challenges), sentences: z.record(z.string(), z.string()) }).openapi({ description: 'With what holds above' }),
}).openapi('CommentSettings');
export const settingsListSchema = z.object({ items: z.array(settingsSchema), next: z.null() });
export const settingsChangeSchema = z.object(fields).partial().strict();

export function settingsJson({ section, openness, hours, mode, challenge, sentences, version }: Settings, above: readonly PolicyLayer[]): z.infer<typeof settingsSchema> {
  const own = { openness, hours, mode, challenge: challenge ?? null, sentences };
  const holds = policyOf([...above, own]);
  return { scope: section ?? 'site', ...own, sentences: { ...sentences } as never, version, holds: { ...holds, sentences: { ...holds.sentences } } };
}

export const threadSchema = z.object({
  story: z.string(), headline: z.string(), language: z.string(),
  own: z.object({ openness: z.enum(opennesses).nullable(), hours: z.number().int().nullable(), mode: z.enum(modes).nullable() }).openapi({ description: 'Set for this story; null: what holds above' }),
  openness: z.enum(opennesses), hours: z.number().int(), mode: z.enum(modes),
  open: z.boolean(), closesAt: z.string().nullable().openapi({ description: 'When it closes or closed; null: never' }),
  closedAt: z.string().nullable().openapi({ description: 'When an editor closed it' }), openUntil: z.string().nullable().openapi({ description: 'Until when an editor let it go on' }),
  sentence: z.string(), comments: z.number().int(),
}).openapi('Discussion');

export const threadChangeSchema = z.object({
  openness: fields.openness, hours: fields.hours, mode: fields.mode, sentence: z.string().max(2 * longestSentence),
  closed: z.boolean(), until: z.iso.datetime({ offset: true }),
}).partial().strict();

export const answerSchema = z.strictObject({ answers: z.string().nullable().default(null), text: z.string().max(20_000) });

/** `headline`: of the story, as readers see it. */
export function threadJson({ story, language, own, policy, facts, sentence, approved }: Thread, { headline, now }: { readonly headline: string; readonly now: Date }): z.infer<typeof threadSchema> {
  const end = closesAt(facts);
  return {
    story, headline, language, own: { ...own }, openness: policy.openness, hours: policy.hours, mode: policy.mode, open: isOpen(facts, now), closesAt: end === 'never' ? null : end.toISOString(),
    closedAt: facts.closedAt?.toISOString() ?? null, openUntil: facts.openUntil?.toISOString() ?? null, sentence, comments: approved,
  };
}
