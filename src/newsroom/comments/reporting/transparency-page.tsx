/** The transparency report as readers see it. Values in, HTML out. */
import type { ReactElement } from 'react';
import { sheet, Style } from '../../../design/sheet.tsx';
import type { Writing } from '../../../design/type.ts';
import { writeNumber } from '../../../design/type.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import { transparencyPath } from './paths.ts';

export interface TransparencyValues {
  readonly year: number;
  /** Others that have something to show, the newest first. */
  readonly years: readonly number[];
  readonly lines: readonly (readonly [name: string, value: number | null])[];
  readonly t: Translate;
  readonly writing: Writing;
}

/** Lines that say of what the line above them consists. */
const parts = /^(?:reason\.|afterReport$|foundByMachine$|reports.|reportHours$|objections.|objectionHours$)/u;

export function TransparencyView({ year, years, lines, t, writing }: TransparencyValues): ReactElement {
  return (
    <div className="wrap tp">
      <Style of={transparencySheet} />
      <h1>{t('transparency.title')} {year}</h1>
      <p className="tp-lead">{t('transparency.lead')}</p>
      <table>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name} className={parts.test(name) ? 'tp-part' : undefined}>
              <th scope="row">{t(`line.${name}`)}</th>
              <td>{value === null ? '–' : writeNumber(value, writing.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('transparency.data')} <a href={`${transparencyPath}.csv?jahr=${year}`}>CSV</a> · <a href={`${transparencyPath}.json?jahr=${year}`}>JSON</a></p>
      {years.length < 2 ? null : (
        <nav aria-label={t('transparency.years')}>
          {years.filter((one) => one !== year).map((one) => <a key={one} href={`${transparencyPath}?jahr=${one}`}>{one}</a>)}
        </nav>
      )}
    </div>
  );
}

const transparencySheet = sheet(
  'transparency',
  `
  .tp { max-width: 42rem; padding-block: 1.5rem 3rem }
  .tp h1 { font-size: clamp(2rem, 1.6rem + 2vw, 2.75rem); letter-spacing: -.02em }
  .tp-lead { margin: .5rem 0 1.25rem; font: 1.0625rem/1.5 var(--text) }
  .tp table { width: 100%; margin-bottom: 1.25rem; border-collapse: collapse }
  .tp :is(th, td) { padding: .5rem 0; border-bottom: 1px solid var(--line); text-align: left; font-weight: 400 }
  .tp td { text-align: right; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap }
  .tp .tp-part > * { padding-block: .3rem; color: var(--soft); font-weight: 400 }
  .tp .tp-part th { padding-left: 1.25rem }
  .tp a { text-decoration: underline }
  .tp nav a { margin-right: 1rem }
  `,
);
