/** Pages of words: what the desk writes about the paper, and the list of corrections. */
import type { ReactElement } from 'react';
import { sheet, Style } from '../../design/sheet.tsx';
import { writeDay } from '../../design/type.ts';
import type { DocumentJson } from '../stories/grammar.ts';
import { Body } from '../stories/views/body.tsx';
import type { Reading } from '../stories/views/context.ts';
import { otherLanguage } from '../stories/views/context.ts';

export function WrittenView({ title, body, reading }: { readonly title: string; readonly body: DocumentJson; readonly reading: Reading }): ReactElement {
  return (
    <article className="wrap written">
      <Style of={writtenSheet} />
      <h1>{title}</h1>
      <Body body={body} pictures={new Map()} reading={reading} />
    </article>
  );
}

export interface CorrectionLine {
  readonly id: string;
  readonly at: Date;
  readonly text: string;
  readonly story: { readonly headline: string; readonly url: string; readonly language: string };
}

export interface CorrectionsPage {
  readonly corrections: readonly CorrectionLine[];
  readonly reading: Reading;
}

export function CorrectionsView({ corrections, reading }: CorrectionsPage): ReactElement {
  return (
    <div className="wrap written">
      <Style of={writtenSheet} />
      <h1>{reading.t('corrections-title')}</h1>
      <p className="written-about">{reading.t(corrections.length === 0 ? 'corrections-none' : 'corrections-about')}</p>
      {corrections.map(({ id, at, text, story }) => (
        <section key={id} className="correction" lang={otherLanguage(story.language, reading)}>
          <p className="soft" lang={reading.language}>
            <time dateTime={at.toISOString()}>{writeDay(at, reading.writing)}</time>
          </p>
          <h2>
            <a href={`${story.url}#korrektur`}>{story.headline}</a>
          </h2>
          <p>{text}</p>
        </section>
      ))}
    </div>
  );
}

const writtenSheet = sheet(
  'written',
  `
  .written { max-width: 42rem; padding-top: clamp(1.5rem, 5vh, 3rem) }
  .written h1 { margin-bottom: 1.5rem; font-size: clamp(2.1rem, 1.6rem + 2.6vw, 3.25rem); letter-spacing: -.02em }
  .written-about { font: 1.25rem/1.45 var(--text) }
  .correction { margin-top: 1.5rem; padding-top: 1.1rem; border-top: 1px solid var(--line); font: 1.125rem/1.5 var(--text) }
  .correction .soft { font: .875rem/1.4 var(--sans) }
  .correction h2 { margin: .15rem 0 .4rem; font-size: 1.35rem }
  `,
);
