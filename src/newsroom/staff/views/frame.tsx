/** What every page of the door has: the mark, the heading, one column; and its form fields. */
import type { ReactElement, ReactNode } from 'react';
import { base } from '../../../design/base.ts';
import { Style } from '../../../design/sheet.tsx';
import { tokens } from '../../../design/tokens.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import type { Language } from '../../../platform/words/words.ts';
import { doorSheet } from './sheet.ts';

/** What is wrong, in words, and at which field; null: at none of them. */
export interface Wrong {
  readonly field: string | null;
  readonly sentence: string;
}

export interface DoorValues {
  readonly t: Translate;
  readonly language: Language;
}

interface Frame extends DoorValues {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wrong?: Wrong | null;
  readonly wide?: true;
  readonly children?: ReactNode;
}

// The publication's own accent is not known here (people come before it in the plan): a red that says 'wrong'.
const accent = '#a4161a';

export function Door({ t, language, title, lead, wrong = null, wide, children }: Frame): ReactElement {
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{wrong === null ? title : `${t('door.error')}: ${title}`}</title>
        <link rel="icon" href="/favicon.ico" />
      </head>
      <body>
        <Style of={{ name: 'tokens', css: tokens(accent) }} />
        <Style of={base} />
        <Style of={doorSheet} />
        <div className={wide === undefined ? 'door' : 'door wide'}>
          <main>
            <img className="mark" src="/icon-180.png" alt="" width="48" height="48" />
            <h1>{title}</h1>
            {lead === undefined ? null : <p className="lead">{lead}</p>}
            {wrong === null || wrong.field !== null ? null : <p className="wrong whole" role="alert">{wrong.sentence}</p>}
            {children}
          </main>
        </div>
      </body>
    </html>
  );
}

interface FieldValues {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly value?: string;
  readonly hint?: string;
  readonly wrong?: Wrong | null | undefined;
  readonly required?: true;
  /** The cursor stands here when nothing is wrong elsewhere. */
  readonly first?: true;
  readonly code?: true;
}

/** A field with its label, its hint, and what is wrong with it, tied together for those who hear the page. */
export function Field({ name, label, type, autoComplete, value, hint, wrong, required, first, code }: FieldValues): ReactElement {
  const mine = wrong?.field === name ? wrong : null;
  const told = [...(mine === null ? [] : [`${name}-wrong`]), ...(hint === undefined ? [] : [`${name}-hint`])].join(' ');
  const focus = mine !== null || (first === true && (wrong === undefined || wrong === null || wrong.field === null));
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {mine === null ? null : <p className="wrong" id={`${name}-wrong`} role="alert">{mine.sentence}</p>}
      <input
        id={name} name={name} type={type} autoComplete={autoComplete} defaultValue={value} required={required} autoFocus={focus} maxLength={300}
        {...(code === undefined ? {} : { className: 'code', inputMode: 'text', spellCheck: false, autoCapitalize: 'none' } as const)}
        {...(mine === null ? {} : { 'aria-invalid': true })} {...(told === '' ? {} : { 'aria-describedby': told })}
      />
      {hint === undefined ? null : <p className="hint" id={`${name}-hint`}>{hint}</p>}
    </div>
  );
}
