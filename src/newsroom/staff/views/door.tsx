/** The pages before somebody is inside. Values in, HTML out. */
import type { ReactElement } from 'react';
import { languages, type Language } from '../../../platform/words/words.ts';
import { Door, Field, type DoorValues, type Wrong } from './frame.tsx';

export interface SignInValues extends DoorValues {
  readonly host: string;
  readonly email: string;
  /** Where to go afterwards, a path below /desk. */
  readonly next: string;
  readonly wrong: Wrong | null;
}

export function SignInPage({ t, language, host, email, next, wrong }: SignInValues): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.signin.title')} lead={t('door.signin.lead', { host })} wrong={wrong}>
      <form method="post" action="/desk/signin">
        <input type="hidden" name="next" value={next} />
        <Field name="email" type="email" label={t('door.email')} autoComplete="username" value={email} wrong={wrong} required {...(email === '' ? { first: true } : {})} />
        <Field name="password" type="password" label={t('door.password')} autoComplete="current-password" wrong={wrong} {...(email === '' ? {} : { first: true })} />
        <button name="with" value="password">{t('door.signin.button')}</button>
        <p className="or">{t('door.or')}</p>
        <button name="with" value="link" className="second">{t('door.link.button')}</button>
      </form>
    </Door>
  );
}

export function LinkSentPage({ t, language, email }: DoorValues & { readonly email: string }): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.sent.title')} lead={t('door.sent.lead', { email })}>
      <p>{t('door.sent.hint')}</p>
      <a className="back" href="/desk/signin">{t('door.back')}</a>
    </Door>
  );
}

/** The page behind a link in a mail: looking at it changes nothing, its button signs in. */
export function LinkPage({ t, language, name, token, next }: DoorValues & { readonly name: string; readonly token: string; readonly next: string }): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.link.title')} lead={t('door.link.lead', { name })}>
      <form method="post" action="/desk/signin/link">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="next" value={next} />
        <button autoFocus>{t('door.link.confirm')}</button>
      </form>
    </Door>
  );
}

export type DeadLink = 'link-unknown' | 'link-used' | 'link-expired';

export function DeadLinkPage({ t, language, why, kind }: DoorValues & { readonly why: DeadLink; readonly kind: 'sign-in' | 'invitation' | 'welcome' }): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.dead.title')} lead={t(`door.dead.${why}`)}>
      {kind === 'sign-in' ? null : <p>{t(`door.dead.${kind}`)}</p>}
      <a className={kind === 'sign-in' ? 'button' : 'back'} href="/desk/signin">{t(kind === 'sign-in' ? 'door.dead.again' : 'door.back')}</a>
    </Door>
  );
}

export function SecondPage({ t, language, next, wrong }: DoorValues & { readonly next: string; readonly wrong: Wrong | null }): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.second.title')} lead={t('door.second.lead')} wrong={wrong}>
      <form method="post" action="/desk/signin/second">
        <input type="hidden" name="next" value={next} />
        <Field name="code" type="text" label={t('door.second.code')} autoComplete="one-time-code" hint={t('door.second.hint')} wrong={wrong} required first code />
        <button>{t('door.second.button')}</button>
      </form>
      <a className="back" href="/desk/signin">{t('door.back')}</a>
    </Door>
  );
}

export interface JoinValues extends DoorValues {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  /** In which language the desk will speak; the field's value. */
  readonly chosen: Language;
  /** Null for the first administrator, who writes an address of their own. */
  readonly role: string | null;
  /** The shortest password, in letters. */
  readonly leastPassword: number;
  readonly wrong: Wrong | null;
}

export function JoinPage({ t, language, token, name, email, chosen, role, leastPassword, wrong }: JoinValues): ReactElement {
  const kind = role === null ? 'welcome' : 'join';
  const lead = role === null ? t('door.welcome.lead') : t('door.join.lead', { role: t(`role.${role}`) });
  return (
    <Door t={t} language={language} title={t(`door.${kind}.title`)} lead={lead} wrong={wrong}>
      <form method="post" action={role === null ? '/desk/welcome' : '/desk/invitation'}>
        <input type="hidden" name="token" value={token} />
        <Field name="name" type="text" label={t('door.name')} autoComplete="name" hint={t('door.name.hint')} value={name} wrong={wrong} required first />
        {role === null ? <Field name="email" type="email" label={t('door.email')} autoComplete="username" value={email} wrong={wrong} required /> : <input type="hidden" name="username" autoComplete="username" value={email} />}
        <Field name="password" type="password" label={t('door.password.optional')} autoComplete="new-password" hint={t('door.password.hint', { least: leastPassword })} wrong={wrong} />
        <div className="field">
          <label htmlFor="language">{t('door.language')}</label>
          <select id="language" name="language" defaultValue={chosen}>
            {languages.map((one) => <option key={one} value={one} lang={one}>{ownNames[one]}</option>)}
          </select>
        </div>
        <button>{t(`door.${kind}.button`)}</button>
      </form>
    </Door>
  );
}

/** Each language calls itself, so that everybody finds theirs. */
const ownNames: Readonly<Record<Language, string>> = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' };

/** Sign-in over plain http that leaves the machine: refused, with what to do. */
export function ElsewherePage({ t, language, local }: DoorValues & { readonly local: string }): ReactElement {
  return (
    <Door t={t} language={language} title={t('door.elsewhere.title')} lead={t('door.elsewhere.lead')}>
      <p>{t('door.elsewhere.user', { local })}</p>
      <p>{t('door.elsewhere.keeper')}</p>
    </Door>
  );
}
