/** The site around the pages of an account, and the fields of their forms. Values in, HTML out. */
import type { ReactElement, ReactNode } from 'react';
import type { NavigationItem } from '../../../design/masthead.tsx';
import { Page } from '../../../design/page.tsx';
import { Style } from '../../../design/sheet.tsx';
import type { Writing } from '../../../design/type.ts';
import type { Translate } from '../../../platform/words/translate.ts';
import type { Language } from '../../../platform/words/words.ts';
import { accountSheet } from './sheet.ts';

/** The publication as these pages show it. */
export interface Paper {
  readonly name: string;
  readonly tagline: string;
  /** The publication's own: of its tagline, where the page speaks another. */
  readonly language: string;
  readonly accent: string;
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly navigation: readonly NavigationItem[];
  readonly footer: readonly { readonly name: string; readonly url: string }[];
  readonly publisher: readonly string[];
  readonly contact: string | null;
}

/** What every view is given: words, language, hours. */
export interface Spoken {
  readonly t: Translate;
  readonly language: Language;
  readonly writing: Writing;
}

/** What is wrong, in words, and at which field; null: at none of them. */
export interface Wrong {
  readonly field: string | null;
  readonly sentence: string;
}

interface FrameValues extends Spoken {
  readonly paper: Paper;
  readonly title: string;
  readonly children: ReactNode;
}

export function AccountFrame({ t, language, paper, title, children }: FrameValues): ReactElement {
  const { name, tagline, accent, logo, navigation, footer, publisher, contact } = paper;
  return (
    <Page
      language={language}
      accent={accent}
      head={{ title: `${title} – ${name}`, description: '', canonical: null, robots: 'noindex', alternates: [], social: [], feeds: [], facts: [] }}
      masthead={{ name, tagline, logo, navigation, day: null, words: { menu: t('menu'), sections: t('sections'), search: t('search'), home: t('home') } }}
      footer={{ name, tagline, language: paper.language === language ? undefined : paper.language, links: footer, publisher, contact, words: { footer: t('footer'), top: t('top') } }}
      banners={[]}
      words={{ skip: t('skip') }}
    >
      {children}
    </Page>
  );
}

/** One column: what it is about, what is wrong, one thing to do. */
export function Column({ title, lead, wrong = null, note = null, children }: { readonly title: string; readonly lead?: ReactNode; readonly wrong?: Wrong | null; readonly note?: string | null; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="wrap acct">
      <Style of={accountSheet} />
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="acct-lead">{lead}</p>}
      {note === null ? null : <p className="acct-note" role="status">{note}</p>}
      {wrong === null || wrong.field !== null ? null : <p className="acct-note acct-wrong" role="alert">{wrong.sentence}</p>}
      {children}
    </div>
  );
}

interface FieldValues {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'email' | 'password';
  readonly autoComplete: string;
  readonly value?: string;
  readonly hint?: string | undefined;
  readonly wrong: Wrong | null;
  /** The cursor stands here when nothing is wrong elsewhere. */
  readonly first?: true;
}

/** A field with its label, its hint, and what is wrong with it, tied together for those who hear the page. */
export function Field({ name, label, type, autoComplete, value, hint, wrong, first }: FieldValues): ReactElement {
  const mine = wrong?.field === name ? wrong : null;
  const told = [...(mine === null ? [] : [`${name}-wrong`]), ...(hint === undefined ? [] : [`${name}-hint`])].join(' ');
  const focus = mine !== null || (first === true && (wrong === null || wrong.field === null));
  return (
    <div className="acct-field">
      <label htmlFor={name}>{label}</label>
      {mine === null ? null : <p className="acct-wrong" id={`${name}-wrong`} role="alert">{mine.sentence}</p>}
      <input
        id={name} name={name} type={type} autoComplete={autoComplete} defaultValue={value} required autoFocus={focus} maxLength={300}
        {...(mine === null ? {} : { 'aria-invalid': true })} {...(told === '' ? {} : { 'aria-describedby': told })}
      />
      {hint === undefined ? null : <p className="soft" id={`${name}-hint`}>{hint}</p>}
    </div>
  );
}
