/** The pages before somebody is inside. Values in, HTML out. */
import type { ReactElement } from 'react';
import { Script } from '../../../design/script.tsx';
import type { WaitingText } from '../../../platform/feature.ts';
import { Column, Field, type Spoken, type Wrong } from './frame.tsx';

export interface SignInValues extends Spoken {
  readonly email: string;
  readonly next: string;
  readonly wrong: Wrong | null;
}

/** One field, one button; the other ways stand below, as small as they are rare. */
export function SignInView({ t, language, email, next, wrong }: SignInValues): ReactElement {
  return (
    <Column title={t('door.title')} lead={t('door.lead')} wrong={wrong}>
      <form method="post" action="/konto/anmelden">
        <Kept next={next} language={language} />
        <Field name="email" type="email" label={t('door.email')} autoComplete="username" value={email} wrong={wrong} first />
        <button>{t('door.go')}</button>
      </form>
      <div className="acct-ways">
        <a href={`/konto/anmelden/passwort?${query({ next, sprache: language })}`}>{t('door.password.link')}</a>
        <button className="acct-quiet" type="button" hidden data-passkey="sign-in" data-next={next} data-failed={t('refused.passkey-failed')}>{t('door.passkey')}</button>
      </div>
      <p className="acct-small soft">{t('door.cookie')}</p>
      <Script of="passkey" />
    </Column>
  );
}

export function PasswordView({ t, language, email, next, wrong }: SignInValues): ReactElement {
  return (
    <Column title={t('password.title')} wrong={wrong}>
      <form method="post" action="/konto/anmelden/passwort">
        <Kept next={next} language={language} />
        <Field name="email" type="email" label={t('door.email')} autoComplete="username" value={email} wrong={wrong} {...(email === '' ? { first: true } : {})} />
        <Field name="password" type="password" label={t('password')} autoComplete="current-password" wrong={wrong} {...(email === '' ? {} : { first: true })} />
        <button>{t('password.go')}</button>
      </form>
      <div className="acct-ways"><a href={`/konto/anmelden?${query({ next, sprache: language })}`}>{t('password.forgotten')}</a></div>
    </Column>
  );
}

/** `email`: null where a form elsewhere on the site sent the reader here. */
export function PostView({ t, language, email, next }: Spoken & { readonly email: string | null; readonly next: string }): ReactElement {
  return (
    <Column title={t('post.title')} lead={t('post.lead')}>
      {email === null ? null : <p className="acct-note">{t('post.to', { email })}</p>}
      <p className="soft">{t('post.hint')}</p>
      <div className="acct-ways"><a href={`/konto/anmelden?${query({ next, sprache: language })}`}>{t('post.again')}</a></div>
    </Column>
  );
}

export interface LinkValues extends Spoken {
  readonly token: string;
  /** Null for somebody new, who gives one here. */
  readonly name: string | null;
  /** The name that somebody new wishes for. */
  readonly wish: string;
  readonly email: string;
  /** What was written with this address, by its owner or by somebody else. */
  readonly waiting: WaitingText | null;
  readonly limits: { readonly least: number; readonly most: number };
  readonly wrong: Wrong | null;
}

/** The page behind a link in a mail: looking at it changes nothing, its buttons sign in. Where something waits, the cursor stands on none of them: it is to be read first. */
export function LinkView({ t, token, name, wish, email, waiting, limits, wrong }: LinkValues): ReactElement {
  const kind = name === null ? 'new' : 'back';
  return (
    <Column title={t(`link.${kind}.title`)} lead={name === null ? t('link.new.lead', { email }) : t('link.back.lead', { name })} wrong={wrong}>
      {waiting === null ? null : <Waiting t={t} {...waiting} />}
      <form method="post" action="/konto/link">
        <input type="hidden" name="token" value={token} />
        {name === null ? <Field name="name" type="text" label={t('name')} autoComplete="nickname" value={wish} hint={t('name.hint', limits)} wrong={wrong} {...(waiting === null ? { first: true } : {})} /> : null}
        {waiting === null ? <button autoFocus={name !== null}>{t(`link.${kind}.go`)}</button> : (
          <div className="acct-choice">
            <button>{t(`link.${kind}.send`)}</button>
            <button className="acct-quiet" name="ohne" value="ja">{t(`link.${kind}.without`)}</button>
          </div>
        )}
      </form>
    </Column>
  );
}

function Waiting({ t, text, about }: Pick<Spoken, 't'> & WaitingText): ReactElement {
  return (
    <section className="acct-waiting">
      <p>{t('link.waiting')}</p>
      <blockquote>
        {about === null ? null : <p><a href={about.url}>{about.name}</a></p>}
        <p dir="auto">{text}</p>
      </blockquote>
      <p className="soft">{t('link.not-yours')}</p>
    </section>
  );
}

export function DeadLinkView({ t, why }: Spoken & { readonly why: 'link-unknown' | 'link-used' | 'link-expired' }): ReactElement {
  return (
    <Column title={t('door.dead.title')} lead={t(`door.dead.${why}`)}>
      <a className="acct-go" href="/konto/anmelden">{t('door.dead.again')}</a>
    </Column>
  );
}

export function AddressView({ t, token, name, email }: Spoken & { readonly token: string; readonly name: string; readonly email: string }): ReactElement {
  return (
    <Column title={t('address.title')} lead={t('address.lead', { name, email })}>
      <form method="post" action="/konto/adresse">
        <input type="hidden" name="token" value={token} />
        <button autoFocus>{t('address.go')}</button>
      </form>
    </Column>
  );
}

/** Sign-in over plain http that leaves the machine: refused, with what to do. */
export function ElsewhereView({ t }: Spoken): ReactElement {
  return <Column title={t('elsewhere.title')} lead={t('elsewhere.lead')} />;
}

export interface OffValues extends Spoken {
  readonly kind: string;
  /** The link's own query, to be posted again; null once it is done. */
  readonly action: string | null;
}

export function OffView({ t, kind, action }: OffValues): ReactElement {
  if (action !== null) {
    return (
      <Column title={t('off.title')} lead={t('off.lead', { kind })}>
        <form method="post" action={action}><button autoFocus>{t('off.go')}</button></form>
      </Column>
    );
  }
  return (
    <Column title={t('off.done.title')} lead={t('off.done.lead', { kind })}>
      <a className="acct-plain" href="/konto">{t('off.account')}</a>
    </Column>
  );
}

export function LeftView({ t }: Spoken): ReactElement {
  return (
    <Column title={t('account.left.title')} lead={t('account.left.lead')}>
      <a className="acct-go" href="/">{t('account.left.home')}</a>
    </Column>
  );
}

function Kept({ next, language }: { readonly next: string; readonly language: string }): ReactElement {
  return (
    <>
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="sprache" value={language} />
    </>
  );
}

function query(values: Readonly<Record<string, string>>): string {
  return new URLSearchParams(values).toString();
}
