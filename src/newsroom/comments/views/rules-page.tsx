/** The rules of the discussion, as they hold: what is read first, why a comment does not appear, what whoever is affected may do. Values in, HTML out. */
import type { ReactElement } from 'react';
import { Style } from '../../../design/sheet.tsx';
import type { Language } from '../../../platform/words/words.ts';
import type { Policy } from '../comment.ts';
import { refusalReasons } from '../comment.ts';
import { transparencyPath } from '../reporting/paths.ts';
import { answeredWithin, objectionAnsweredWithin, objectionWithin } from '../reporting/rules.ts';
import { editableFor, longestComment } from '../rules.ts';
import { discussionSheet, rulesSheet } from './sheets.ts';
import type { Speaking } from './speaking.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export function rulesPath(language: Language): string {
  return `/kommentare/regeln?sprache=${language}`;
}

/** How the page is called, and what it says of itself. */
export function nameOfRules({ t }: Pick<Speaking, 't'>): { readonly title: string; readonly description: string } {
  return { title: t('rules'), description: t('rules.people') };
}

export function RulesView({ policy, speaking: { t } }: { readonly policy: Pick<Policy, 'openness' | 'hours' | 'mode'>; readonly speaking: Speaking }): ReactElement {
  const { openness, hours, mode } = policy;
  const rights = [
    t('rules.own', { minutes: editableFor / minute, longest: longestComment }),
    t('rules.report', { hours: answeredWithin.law / hour, days: answeredWithin.rules / day }),
    t('rules.object', { days: objectionAnsweredWithin / day, months: Math.floor(objectionWithin / (30 * day)) }),
    t('rules.misuse'),
  ];
  return (
    <section className="wrap cms cms-rules" aria-labelledby="cms">
      <Style of={discussionSheet} />
      <Style of={rulesSheet} />
      <h1 id="cms">{t('rules')}</h1>
      <p>{t(`rules.mode.${mode}`)} {openness === 'closed' ? null : t(`rules.open.${openness}`, { hours })}</p>
      <h2>{t('rules.why')}</h2>
      <ul>{refusalReasons.filter((reason) => reason !== 'other').map((reason) => <li key={reason}>{t(`reason.${reason}`)}</li>)}</ul>
      <p>{t('rules.people')}</p>
      <h2>{t('rules.rights')}</h2>
      <ul>{rights.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>
      <p><a href={transparencyPath}>{t('rules.numbers')}</a></p>
    </section>
  );
}
