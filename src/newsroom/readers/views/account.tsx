/** A reader's own page: one line for each thing, which opens to be changed. Values in, HTML out. */
import type { ReactElement, ReactNode } from 'react';
import { Script } from '../../../design/script.tsx';
import { writeDay } from '../../../design/type.ts';
import type { Language } from '../../../platform/words/words.ts';
import type { Passkey } from '../reader.ts';
import { Column, Field, type Spoken, type Wrong } from './frame.tsx';

export interface SessionLine {
  readonly id: string;
  /** Browser and system, or empty. */
  readonly agent: string;
  readonly seenAt: Date;
  readonly isThis: boolean;
}

export interface AccountValues extends Spoken {
  readonly reader: { readonly name: string; readonly email: string; readonly language: Language; readonly createdAt: Date };
  /** Whether the sign-in is recent enough to change how one signs in. */
  readonly fresh: boolean;
  /** From when the name may be changed; null: now. */
  readonly nameFreeAt: Date | null;
  readonly nameLimits: { readonly least: number; readonly most: number };
  readonly hasPassword: boolean;
  readonly leastPassword: number;
  readonly passkeys: readonly Passkey[];
  readonly notices: readonly { readonly kind: string; readonly name: string; readonly on: boolean }[];
  /** Pages on which the reader finds what they made elsewhere. */
  readonly made: readonly { readonly name: string; readonly url: string }[];
  readonly sessions: readonly SessionLine[];
  /** Of the publication. */
  readonly languages: readonly Language[];
  /** What was typed and refused, by field. */
  readonly typed: Readonly<Record<string, string>>;
  /** What was just done, in words. */
  readonly note: string | null;
  readonly wrong: Wrong | null;
}

export function AccountView(values: AccountValues): ReactElement {
  const { t, writing, reader, made, note, wrong } = values;
  return (
    <Column title={t('account.title')} note={note} wrong={wrong}>
      <div className="acct-head">
        <p className="soft">{t('account.since', { day: writeDay(reader.createdAt, writing) })}</p>
        <form method="post" action="/konto/abmelden"><button className="acct-quiet">{t('account.signout')}</button></form>
      </div>
      {made.map(({ name, url }) => <p key={url} className="acct-made"><a className="acct-plain" href={url}>{name}</a></p>)}
      <div className="acct-rows">
        <NameRow {...values} />
        <EmailRow {...values} />
        <PasswordRow {...values} />
        <PasskeysRow {...values} />
        {values.languages.length < 2 ? null : <LanguageRow {...values} />}
        {values.notices.length === 0 ? null : <NoticesRow {...values} />}
        <SessionsRow {...values} />
        <DataRow {...values} />
      </div>
      <Script of="passkey" />
    </Column>
  );
}

export function LeaveView({ t, fresh, email }: Spoken & { readonly fresh: boolean; readonly email: string }): ReactElement {
  return (
    <Column title={t('account.leave')} lead={t('account.leave.lead')}>
      {fresh ? <form method="post" action="/konto/loeschen"><button>{t('account.leave.go')}</button></form> : <Again t={t} email={email} next="/konto" />}
      <div className="acct-ways"><a href="/konto">{t('account.leave.stay')}</a></div>
    </Column>
  );
}

function NameRow({ t, writing, reader, nameFreeAt, nameLimits, typed, wrong }: AccountValues): ReactElement {
  return (
    <Row id="name" what={t('name')} value={reader.name} act={t('account.change')} open={wrong?.field === 'name'}>
      {nameFreeAt === null || wrong?.field === 'name' ? (
        <Do what="name">
          <Field name="name" type="text" label={t('name')} autoComplete="nickname" value={typed['name'] ?? reader.name} hint={t('name.hint', nameLimits)} wrong={wrong} />
          <button>{t('account.save')}</button>
        </Do>
      ) : <p>{t('account.name.from', { day: writeDay(nameFreeAt, writing) })}</p>}
    </Row>
  );
}

function EmailRow({ t, reader, fresh, typed, wrong }: AccountValues): ReactElement {
  return (
    <Row id="email" what={t('door.email')} value={reader.email} act={t('account.change')} open={wrong?.field === 'email'}>
      {fresh ? (
        <Do what="email">
          <Field name="email" type="email" label={t('account.email.new')} autoComplete="email" value={typed['email'] ?? ''} hint={t('account.email.hint')} wrong={wrong} />
          <button>{t('account.email.go')}</button>
        </Do>
      ) : <Again t={t} email={reader.email} next="/konto" />}
    </Row>
  );
}

function PasswordRow({ t, reader, fresh, hasPassword, leastPassword, wrong }: AccountValues): ReactElement {
  return (
    <Row id="password" what={t('password')} value={t(hasPassword ? 'account.password.set' : 'account.password.none')} act={t('account.change')} open={wrong?.field === 'password'}>
      {fresh ? (
        <>
          <Do what="password">
            <input type="text" name="username" autoComplete="username" value={reader.email} readOnly hidden />
            <Field name="password" type="password" label={t('account.password.new')} autoComplete="new-password" hint={t('account.password.hint', { least: leastPassword })} wrong={wrong} />
            <button>{t('account.password.go')}</button>
          </Do>
          {hasPassword ? <Do what="drop-password"><button className="acct-quiet">{t('account.password.drop')}</button></Do> : null}
        </>
      ) : <Again t={t} email={reader.email} next="/konto" />}
    </Row>
  );
}

function PasskeysRow({ t, writing, reader, fresh, passkeys }: AccountValues): ReactElement {
  const value = passkeys.length === 0 ? t('account.passkeys.none') : t('account.passkeys.count', { count: passkeys.length });
  return (
    <Row id="passkeys" what={t('account.passkeys')} value={value} act={t('account.change')} open={false}>
      {passkeys.length === 0 ? null : (
        <ul className="acct-list">
          {passkeys.map(({ id, madeOn, createdAt }) => (
            <li key={id}>
              <span>{madeOn === '' ? t('account.sessions.unknown') : madeOn} <span className="soft">{t('account.passkeys.made', { day: writeDay(createdAt, writing) })}</span></span>
              {fresh ? <Do what="drop-passkey"><input type="hidden" name="id" value={id} /><button className="acct-quiet" aria-label={t('account.passkeys.remove.of', { what: madeOn })}>{t('account.passkeys.remove')}</button></Do> : null}
            </li>
          ))}
        </ul>
      )}
      {fresh ? (
        <>
          <div><button type="button" hidden data-passkey="add" data-failed={t('refused.passkey-failed')}>{t('account.passkeys.add')}</button></div>
          <noscript><p className="soft">{t('account.passkeys.script')}</p></noscript>
        </>
      ) : <Again t={t} email={reader.email} next="/konto" />}
    </Row>
  );
}

/** Each language under its own name. */
function LanguageRow({ t, reader, languages }: AccountValues): ReactElement {
  return (
    <Row id="language" what={t('account.language')} value={t(`language.${reader.language}`)} act={t('account.change')} open={false}>
      <Do what="language">
        <fieldset>
          <legend>{t('account.language.which')}</legend>
          {languages.map((one) => (
            <label key={one} className="acct-check" lang={one}><input type="radio" name="language" value={one} defaultChecked={one === reader.language} /> {t(`language.${one}`)}</label>
          ))}
        </fieldset>
        <button>{t('account.save')}</button>
      </Do>
    </Row>
  );
}

function NoticesRow({ t, notices }: AccountValues): ReactElement {
  const on = notices.filter((one) => one.on).length;
  return (
    <Row id="notices" what={t('account.notices')} value={t('account.notices.some', { on, all: notices.length })} act={t('account.change')} open={false}>
      <Do what="notices">
        <fieldset>
          <legend>{t('account.notices.which')}</legend>
          {notices.map(({ kind, name, on: isOn }) => (
            <label key={kind} className="acct-check"><input type="checkbox" name="notice" value={kind} defaultChecked={isOn} /> {name}</label>
          ))}
        </fieldset>
        <button>{t('account.save')}</button>
      </Do>
    </Row>
  );
}

function SessionsRow({ t, writing, sessions }: AccountValues): ReactElement {
  return (
    <Row id="sessions" what={t('account.sessions')} value={t('account.sessions.count', { count: sessions.length })} act={t('account.sessions.show')} open={false}>
      <ul className="acct-list">
        {sessions.map(({ id, agent, seenAt, isThis }) => {
          const device = agent === '' ? t('account.sessions.unknown') : agent;
          return (
            <li key={id}>
              <span>{device} <span className="soft">{isThis ? t('account.sessions.this') : t('account.sessions.seen', { day: writeDay(seenAt, writing) })}</span></span>
              {isThis ? null : <Do what="end-session"><input type="hidden" name="id" value={id} /><button className="acct-quiet" aria-label={t('account.sessions.end.of', { agent: device })}>{t('account.sessions.end')}</button></Do>}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? <Do what="end-others"><button className="acct-quiet">{t('account.sessions.others')}</button></Do> : null}
    </Row>
  );
}

function DataRow({ t }: AccountValues): ReactElement {
  return (
    <Row id="data" what={t('account.data')} value={t('account.data.lead')} act={t('account.sessions.show')} open={false}>
      <div className="acct-ways">
        <a href="/konto/daten.json" download>{t('account.data.get')}</a>
        <a href="/konto/loeschen">{t('account.leave')}</a>
      </div>
    </Row>
  );
}

function Row({ id, what, value, act, open, children }: { readonly id: string; readonly what: string; readonly value: string; readonly act: string; readonly open: boolean; readonly children: ReactNode }): ReactElement {
  return (
    <details className="acct-row" id={`row-${id}`} open={open}>
      <summary>
        <h2>{what}</h2>
        <span className="acct-value">{value}</span>
        <span className="acct-act">{act}</span>
      </summary>
      <div className="acct-body">{children}</div>
    </details>
  );
}

function Do({ what, children }: { readonly what: string; readonly children: ReactNode }): ReactElement {
  return <form method="post" action="/konto/aendern"><input type="hidden" name="do" value={what} />{children}</form>;
}

/** One press sends the link: the address is known. */
function Again({ t, email, next }: Pick<Spoken, 't'> & { readonly email: string; readonly next: string }): ReactElement {
  return (
    <form method="post" action="/konto/anmelden">
      <p>{t('account.again')}</p>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <button className="acct-quiet">{t('account.again.go')}</button>
    </form>
  );
}
