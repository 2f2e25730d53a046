/** What the operations of moderation share. */
import type { House } from '../../../platform/feature.ts';
import type { createApi } from '../../../platform/http/api.ts';
import type { commentActs } from '../acts.ts';

export interface Parts extends ReturnType<typeof createApi<typeof commentActs>> {
  readonly house: House;
}

export const moderatingStatuses = {
  'comment-unknown': 404, 'decided-meanwhile': 409, 'edited-meanwhile': 409, 'not-decidable': 409, 'held-by-other': 409, 'reason-missing': 422, 'reason-too-long': 422, 'too-late-to-undo': 409,
  'words-missing': 422, 'suspension-too-long': 422, 'banned-already': 409, 'nothing-to-lift': 409, 'not-allowed': 403, 'word-listed': 409, 'word-empty': 422, 'no-such-word': 404,
} as const;
