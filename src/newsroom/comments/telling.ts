/** What writers hear by mail: that their comment has appeared, that it does not and why, that somebody answered. */
import type { Letter } from '../../design/letter.tsx';
import { writeInstant } from '../../design/type.ts';
import type { House, Tools } from '../../platform/feature.ts';
import type { Translate } from '../../platform/words/translate.ts';
import { notify } from '../readers/readers.ts';
import { readPublication } from '../publication/publication.ts';
import { teasersById } from '../stories/stories.ts';
import type { Decision, KeptComment } from './deciding-store.ts';
import { decisionsAbout, headlineOf, readComment } from './deciding-store.ts';
import { permalink } from './discussion.ts';
import { stateReasons } from './reporting/statements.ts';
import { selectMarks } from './moderating/standing-store.ts';
import { commentsTranslator } from './views/speaking.ts';

/** The kinds of notices, as the account page lists them. */
export const notices = ['comment-approved', 'comment-refused', 'comment-answered', 'comment-standing'] as const;

/** Tells of a decision when nobody can take it back any more; one that was taken back or followed by another tells nobody. */
export async function tellOfDecision(house: House, tools: Tools, { decision, comment: id }: { readonly decision: number; readonly comment: string }): Promise<void> {
  const comment = await readComment(tools.db, id);
  const [last] = (await decisionsAbout(tools.db, id)).filter(({ name }) => ['approve', 'refuse', 'undo', 'delete'].includes(name));
  if (comment === null || last === undefined || last.id !== decision) return;
  // Below a story that was withdrawn meanwhile nothing appears; why a comment was refused is told all the same.
  const teaser = (await teasersById(tools.db, [comment.story])).get(comment.story);
  if (teaser === undefined && last.name !== 'refuse') return;
  const headline = teaser?.headline ?? (await headlineOf(tools.db, comment.story));
  const stated = await stateReasons(tools, { decision });
  if (last.after !== 'rule' && comment.reader !== null) await tellWriter(house, tools, { comment, decision: last, headline, objection: stated === null ? null : house.settings.publicUrl + stated.path });
  if (last.name === 'approve') await tellAnswered(house, tools, { comment, headline });
}

/** A warning, a suspension, a ban: told in the moderator's words. Notes and trust are the newsroom's own. */
export async function tellOfStanding(house: House, tools: Tools, { reader, kind }: { readonly reader: string; readonly kind: string }): Promise<void> {
  if (kind !== 'warning' && kind !== 'suspension' && kind !== 'ban') return;
  const mark = (await selectMarks(tools.db, reader)).find((one) => one.kind === kind);
  if (mark === undefined) return;
  const { timeZone } = await readPublication(tools.db);
  await notify(house, tools, {
    kind: 'comment-standing', to: reader,
    letter: ({ language, form }) => {
      const t = commentsTranslator(language, form);
      const until = mark.until === null ? '' : writeInstant(mark.until, { language, timeZone });
      return { subject: t(`mail.${kind}.subject`), paragraphs: [t(`mail.${kind}.text`, { until }), ...(mark.words === '' ? [] : [mark.words])] };
    },
  });
}

interface Telling {
  readonly comment: KeptComment;
  readonly headline: string;
}

async function tellWriter(house: House, tools: Tools, { comment, decision, headline, objection }: Telling & { readonly decision: Decision; readonly objection: string | null }): Promise<void> {
  const kind = decision.name === 'approve' ? 'comment-approved' : 'comment-refused';
  await notify(house, tools, { kind, to: comment.reader!, letter: ({ language, form }) => letterOf(commentsTranslator(language, form), { decision, headline, quote: comment.text, url: objection ?? house.settings.publicUrl + permalink(comment.id) }) });
}

function letterOf(t: Translate, { decision, headline, quote, url }: { decision: Decision; headline: string; quote: string; url: string }): Letter {
  if (decision.name === 'approve') return { subject: t('mail.approved.subject'), paragraphs: [t('mail.approved.text', { headline })], quote, button: { text: t('mail.see'), url } };
  const reasons = [decision.reason === '' ? '' : t(`reason.${decision.reason}`), decision.words].filter((sentence) => sentence !== '');
  return {
    subject: t('mail.refused.subject'), paragraphs: [t(decision.from === 'approved' ? 'mail.removed.text' : 'mail.refused.text', { headline }), ...reasons, t('mail.refused.object')], quote,
    button: { text: t('mail.object'), url },
  };
}

/** Who is answered hears of it, unless they answer themselves. */
async function tellAnswered(house: House, tools: Tools, { comment, headline }: Telling): Promise<void> {
  const answered = comment.answers ?? comment.parent;
  const to = answered === null ? null : (await readComment(tools.db, answered))?.reader ?? null;
  if (to === null || to === comment.reader) return;
  await notify(house, tools, {
    kind: 'comment-answered', to,
    letter: ({ language, form }) => {
      const t = commentsTranslator(language, form);
      return {
        subject: t('mail.answered.subject', { name: comment.name }), paragraphs: [t('mail.answered.text', { headline })], quote: comment.text,
        button: { text: t('mail.see'), url: house.settings.publicUrl + permalink(comment.id) },
      };
    },
  });
}
