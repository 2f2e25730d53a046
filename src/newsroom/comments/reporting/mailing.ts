/**
 * Mails to those who report and object. Whoever reports needs no account, so these are no notices that could be switched
 * off; and nobody has proven the address, so nothing that the reporter typed stands in them: it would be a way to write to strangers in our name.
 */
import type { Letter } from '../../../design/letter.tsx';
import { letterMail } from '../../../design/letter.tsx';
import type { House, Tools } from '../../../platform/feature.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import { interfaceLanguage } from '../../../platform/words/translate.ts';
import { readPublication } from '../../publication/publication.ts';
import { notify } from '../../readers/readers.ts';
import { permalink } from '../discussion.ts';
import type { ObjectionOutcome, Report, ReportOutcome } from './report.ts';
import { receiptPath } from './paths.ts';
import { referenceOf } from './report.ts';
import type { StatementWhole } from './statement-store.ts';
import { reportingTranslator } from './words.ts';

type To = Pick<Report, 'email' | 'language' | 'comment' | 'number'>;

export function mailReceipt(house: Pick<House, 'settings'>, tools: Tools, report: To & { readonly receipt: string }): Promise<void> {
  return mailReporter(tools, {
    report,
    letter: (t) => ({
      subject: t('mail.receipt.subject', { reference: referenceOf('report', report.number) }), paragraphs: [t('mail.receipt.text'), t('mail.receipt.next')],
      button: { text: t('mail.receipt.button'), url: house.settings.publicUrl + receiptPath(report.comment, report.receipt) },
    }),
  });
}

/** The decision, and what whoever disagrees may do (article 16, 5). */
export function mailDecision(tools: Tools, report: To & { readonly outcome: ReportOutcome; readonly answer: string }): Promise<void> {
  const reference = referenceOf('report', report.number);
  return mailReporter(tools, {
    report,
    letter: (t) => ({
      subject: t('mail.decided.subject', { reference }), paragraphs: [t(`mail.decided.${report.outcome}`), ...(report.answer === '' ? [] : [report.answer]), t('mail.decided.by-people'), t('mail.decided.redress', { reference })],
    }),
  });
}

interface ToReporter {
  readonly report: To;
  letter(t: Translate): Letter;
}

async function mailReporter(tools: Tools, { report, letter }: ToReporter): Promise<void> {
  const publication = await readPublication(tools.db);
  const language = interfaceLanguage(report.language);
  const t = reportingTranslator(language, publication.addressForm);
  await tools.mail(letterMail({
    to: report.email, language, sender: publication.name, accent: publication.accent, letter: letter(t),
    foot: [t('mail.foot', { publication: publication.name, reference: referenceOf('report', report.number) })],
  }));
}

/** What became of an objection. */
export async function mailObjectionAnswer(house: House, tools: Tools, { reader, comment, objection, text, outcome, answer }: StatementWhole & { readonly outcome: ObjectionOutcome; readonly answer: string }): Promise<void> {
  if (reader === null) return;
  await notify(house, tools, {
    kind: 'comment-refused', to: reader,
    letter: ({ language, form }) => {
      const t = reportingTranslator(language, form);
      const paragraphs = [t(`mail.objection.${outcome}`), answer, ...(outcome === 'upheld' ? [t('mail.objection.redress')] : [])];
      const letter = { subject: t('mail.objection.subject', { reference: referenceOf('objection', objection?.number ?? 0) }), paragraphs, quote: text };
      return outcome === 'restored' ? { ...letter, button: { text: t('mail.comment'), url: house.settings.publicUrl + permalink(comment) } } : letter;
    },
  });
}
