/** The pages of those affected: reporting a comment, objecting to a removal. Forms that need no script. */
import type { ReactElement, ReactNode } from 'react';
import { sheet, Style } from '../../../design/sheet.tsx';
import type { Translate } from '../../../platform/words/translate.ts';
import type { Grounds, Report } from './report.ts';
import { referenceOf } from './report.ts';
import { objectionPath, reportPath } from './paths.ts';
import { longestLaw, longestReport } from './rules.ts';

interface Shown {
  readonly t: Translate;
  /** The comment that it is about. */
  readonly comment: { readonly id: string; readonly name: string; readonly text: string };
}

function Frame({ title, lead, comment, children }: { readonly title: string; readonly lead: string; readonly comment: Shown['comment']; readonly children: ReactNode }): ReactElement {
  return (
    <div className="wrap rp">
      <Style of={reportSheet} />
      <h1>{title}</h1>
      <p className="rp-lead">{lead}</p>
      {comment.text === '' ? null : (
        <blockquote className="rp-quoted">
          <p><bdi><b>{comment.name}</b></bdi></p>
          <p dir="auto">{comment.text}</p>
        </blockquote>
      )}
      {children}
    </div>
  );
}

export interface ReportValues extends Shown {
  readonly typed: { readonly grounds: Grounds; readonly law: string; readonly words: string; readonly name: string; readonly email: string; readonly goodFaith: boolean };
  readonly wrong: string | null;
}

export function ReportView({ t, comment, typed, wrong }: ReportValues): ReactElement {
  return (
    <Frame title={t('report.title')} lead={t('report.lead')} comment={comment}>
      {wrong === null ? null : <p className="rp-wrong" role="alert">{wrong}</p>}
      <form method="post" action={reportPath(comment.id)} className="rp-form">
        <fieldset>
          <legend>{t('report.grounds')}</legend>
          <label className="rp-pick"><input type="radio" name="grund" value="rules" defaultChecked={typed.grounds === 'rules'} /> {t('report.rules')}</label>
          <label className="rp-pick"><input type="radio" name="grund" value="law" defaultChecked={typed.grounds === 'law'} /> {t('report.law')}</label>
        </fieldset>
        <label htmlFor="rp-words">{t('report.words')}</label>
        <textarea id="rp-words" name="text" rows={6} required maxLength={longestReport} defaultValue={typed.words} />
        <fieldset className="rp-law">
          <legend>{t('report.law.only')}</legend>
          <label htmlFor="rp-law">{t('report.law.which')}</label>
          <input id="rp-law" name="gesetz" maxLength={longestLaw} defaultValue={typed.law} aria-describedby="rp-law-help" />
          <p className="soft" id="rp-law-help">{t('report.law.help')}</p>
          <label className="rp-pick"><input type="checkbox" name="treue" value="1" defaultChecked={typed.goodFaith} /> {t('report.good-faith')}</label>
        </fieldset>
        <fieldset>
          <legend>{t('report.answer')}</legend>
          <label htmlFor="rp-name">{t('report.name')}</label>
          <input id="rp-name" name="name" autoComplete="name" maxLength={120} defaultValue={typed.name} />
          <label htmlFor="rp-email">{t('report.email')}</label>
          <input id="rp-email" type="email" name="email" autoComplete="email" maxLength={300} defaultValue={typed.email} />
        </fieldset>
        <p hidden aria-hidden="true"><label>{t('report.nothing')} <input name="adresse" tabIndex={-1} autoComplete="off" /></label></p>
        <button>{t('report.send')}</button>
      </form>
    </Frame>
  );
}

export interface ReportedValues {
  readonly t: Translate;
  readonly report: Pick<Report, 'number' | 'words' | 'outcome' | 'answer'>;
  /** The answer comes by mail too. */
  readonly mailed: boolean;
  /** Until when it is decided. */
  readonly due: string;
  /** Where the comment stands; null: readers do not see it any more. */
  readonly comment: string | null;
}

/** What became of a report: its number and until when it is decided, then the decision. */
export function ReportedView({ t, report, mailed, due, comment }: ReportedValues): ReactElement {
  const { outcome, answer, words } = report;
  const told = outcome === null ? [t('reported.due', { due }), t(mailed ? 'reported.mailed' : 'reported.not-mailed')] : [answer, t('mail.decided.by-people'), t('mail.objection.redress')];
  return (
    <div className="wrap rp">
      <Style of={reportSheet} />
      <h1>{t('reported.title', { reference: referenceOf('report', report.number) })}</h1>
      <p className="rp-note" role="status">{t(outcome === null ? 'reported.lead' : `mail.decided.${outcome}`)}</p>
      {told.filter((sentence) => sentence !== '').map((sentence) => <p key={sentence} className="rp-reason">{sentence}</p>)}
      <h2>{t('reported.words')}</h2>
      <blockquote className="rp-quoted"><p dir="auto">{words}</p></blockquote>
      {comment === null ? null : <p><a className="rp-link" href={comment}>{t('mail.comment')}</a></p>}
    </div>
  );
}

export interface ObjectionValues extends Shown {
  /** Why it was removed, sentence by sentence. */
  readonly reasons: readonly string[];
  /** Null: it may be written. */
  readonly made: { readonly number: number; readonly words: string; readonly answer: string | null } | null;
  readonly typed: string;
  readonly wrong: string | null;
}

export function ObjectionView({ t, comment, reasons, made, typed, wrong }: ObjectionValues): ReactElement {
  return (
    <Frame title={t('objection.title')} lead={t('objection.lead')} comment={comment}>
      <h2>{t('objection.reasons')}</h2>
      {reasons.map((reason) => <p key={reason} className="rp-reason">{reason}</p>)}
      {wrong === null ? null : <p className="rp-wrong" role="alert">{wrong}</p>}
      {made === null ? (
        <form method="post" action={objectionPath(comment.id)} className="rp-form">
          <label htmlFor="rp-words">{t('objection.words')}</label>
          <textarea id="rp-words" name="text" rows={6} required maxLength={longestReport} defaultValue={typed} />
          <p className="soft">{t('objection.second')}</p>
          <button>{t('objection.send')}</button>
        </form>
      ) : (
        <>
          <p className="rp-note" role="status">{t('objection.made', { reference: referenceOf('objection', made.number) })}</p>
          <p className="rp-reason">{made.words}</p>
          {made.answer === null ? null : <p className="rp-note">{made.answer}</p>}
        </>
      )}
    </Frame>
  );
}

const reportSheet = sheet(
  'report',
  `
  .rp { max-width: 42rem; padding-block: 1.5rem 3rem }
  .rp h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em }
  .rp h2 { margin-top: 1.5rem; font-size: 1.125rem }
  .rp-lead { margin-top: .5rem; font: 1.0625rem/1.5 var(--text) }
  .rp-quoted { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: 1px solid var(--edge); white-space: pre-line; overflow-wrap: anywhere }
  .rp-quoted [dir] { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical; -webkit-line-clamp: 8 }
  .rp-wrong, .rp-note { margin-top: 1rem; padding: .8rem 1rem; border-left: 3px solid var(--accent); background: var(--tint); font-weight: 600 }
  .rp-reason { margin-top: .5rem; font: 1.0625rem/1.5 var(--text); white-space: pre-line }
  .rp-link { font-weight: 600; text-decoration: underline }
  .rp-form { display: grid; gap: .5rem; margin-top: 1.25rem }
  .rp-form > label, .rp-form legend { font-weight: 600 }
  .rp-form fieldset { display: grid; gap: .4rem; margin: .75rem 0; padding: 0; border: 0 }
  .rp-form legend { padding: 0 0 .3rem }
  .rp-form :is(textarea, input:not([type]), input[type=email]) { width: 100%; padding: .65rem .75rem; border: 1px solid var(--edge); background: var(--paper); font: 1.0625rem/1.5 var(--text) }
  .rp-form .soft { font-size: .875rem }
  .rp-pick { display: flex; gap: .75rem; align-items: start; padding-block: .3rem }
  .rp-pick input { flex: none; width: 1.25rem; height: 1.25rem; margin: .1rem 0 0; accent-color: var(--ink) }
  .rp :focus-visible { outline-color: var(--ink) }
  @supports selector(:has(a)) { .rp-form:not(:has([value=law]:checked)) .rp-law { display: none } }
  .rp-form button { justify-self: start; margin-top: .5rem; padding: .7rem 1.25rem; border: 1px solid var(--ink); background: var(--ink); color: var(--paper); font-weight: 600; cursor: pointer }
  `,
);
