/** The page on which people look after their own sign-in. Values in, HTML out. */
import type { ReactElement, ReactNode } from 'react';
import { Door, Field, type DoorValues, type Wrong } from './frame.tsx';

export interface SessionLine {
  readonly id: string;
  /** Browser and system, or empty. */
  readonly agent: string;
  /** In words, such as «vor 3 Stunden»; null for just now. */
  readonly seen: string | null;
  readonly isThis: boolean;
}

export interface SecurityValues extends DoorValues {
  readonly name: string;
  readonly email: string;
  /** Whether the sign-in is recent enough to change anything. */
  readonly fresh: boolean;
  readonly hasPassword: boolean;
  /** The shortest password, in letters. */
  readonly leastPassword: number;
  readonly app: AppValues;
  readonly sessions: readonly SessionLine[];
  /** What was just done, in words. */
  readonly note: string | null;
  readonly wrong: Wrong | null;
}

export type AppValues =
  | { readonly state: 'none' }
  | { readonly state: 'proposed'; readonly secret: string; readonly qr: { readonly size: number; readonly path: string } }
  | { readonly state: 'on'; readonly codesLeft: number };

export function SecurityPage(values: SecurityValues): ReactElement {
  const { t, language, name, email, fresh, note, wrong } = values;
  return (
    <Door t={t} language={language} wide title={t('security.title')} lead={t('security.lead', { name, email })} wrong={wrong}>
      {note === null ? null : <p className="note" role="status">{note}</p>}
      {fresh ? null : <Again {...values} />}
      <Password {...values} />
      <App {...values} />
      <Sessions {...values} />
      <section>
        <div className="row">
          <a className="back" href="/desk">{t('security.desk')}</a>
          <form method="post" action="/desk/signout"><button className="second small">{t('security.signout')}</button></form>
        </div>
      </section>
    </Door>
  );
}

/** Shown once, right after they were made. */
export function CodesPage({ t, language, codes }: DoorValues & { readonly codes: readonly string[] }): ReactElement {
  return (
    <Door t={t} language={language} wide title={t('security.codes.title')} lead={t('security.codes.lead')}>
      <ul className="codes">{codes.map((code) => <li key={code}>{code}</li>)}</ul>
      <a className="button" href="/desk/me/security">{t('security.codes.done')}</a>
    </Door>
  );
}

function Again({ t }: DoorValues): ReactElement {
  return (
    <div className="note">
      <p>{t('security.again.lead')}</p>
      <p><a href="/desk/signin?again=1&next=/desk/me/security"><u>{t('security.again')}</u></a></p>
    </div>
  );
}

function Password({ t, fresh, hasPassword, leastPassword, email, wrong }: SecurityValues): ReactElement {
  return (
    <section aria-labelledby="password-title">
      <h2 id="password-title">{t('security.password.title')}</h2>
      <p>{t(hasPassword ? 'security.password.set' : 'security.password.none')}</p>
      {fresh ? (
        <>
          <Do what="password">
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <Field name="password" type="password" label={t('security.password.new')} autoComplete="new-password" hint={t('security.password.hint', { least: leastPassword })} wrong={wrong} required />
            <div><button className="small">{t('security.password.button')}</button></div>
          </Do>
          {hasPassword ? <div className="actions"><Do what="drop-password"><button className="second small">{t('security.password.drop')}</button></Do></div> : null}
        </>
      ) : null}
    </section>
  );
}

function App({ t, fresh, app, wrong }: SecurityValues): ReactElement {
  return (
    <section aria-labelledby="app-title">
      <h2 id="app-title">{t('security.app.title')}</h2>
      <p>{app.state === 'on' ? t('security.app.on', { codes: app.codesLeft }) : t('security.app.none')}</p>
      {!fresh ? null : app.state === 'none' ? <Do what="app"><div><button className="small">{t('security.app.setup')}</button></div></Do>
        : app.state === 'on' ? (
          <div className="actions">
            <Do what="codes"><button className="small">{t('security.app.codes')}</button></Do>
            <Do what="drop-app"><button className="second small">{t('security.app.drop')}</button></Do>
          </div>
        ) : (
          <>
            <p>{t('security.app.scan')}</p>
            <svg className="qr" role="img" aria-label={t('security.app.picture')} viewBox={`0 0 ${app.qr.size} ${app.qr.size}`} shapeRendering="crispEdges">
              <path d={app.qr.path} fill="#000" />
            </svg>
            <p className="key">{t('security.app.secret')} <code>{app.secret}</code></p>
            <Do what="confirm">
              <Field name="code" type="text" label={t('door.second.code')} autoComplete="one-time-code" wrong={wrong} required code />
              <div className="row"><button className="small">{t('security.app.confirm')}</button></div>
            </Do>
          </>
        )}
    </section>
  );
}

function Sessions({ t, sessions }: SecurityValues): ReactElement {
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('security.sessions.title')}</h2>
      <ul className="rows">
        {sessions.map(({ id, agent, seen, isThis }) => {
          const named = agent === '' ? t('security.sessions.unknown') : agent;
          return (
            <li key={id} className="row">
              <span>
                {named} <span className="soft">· {isThis ? t('security.sessions.this') : seen === null ? t('security.sessions.now') : t('security.sessions.seen', { when: seen })}</span>
              </span>
              {isThis ? null : (
                <Do what="end-session">
                  <input type="hidden" name="session" value={id} />
                  <button className="second small" aria-label={t('security.sessions.end.of', { agent: named })}>{t('security.sessions.end')}</button>
                </Do>
              )}
            </li>
          );
        })}
      </ul>
      {sessions.length > 1 ? <Do what="end-others"><div><button className="second small">{t('security.sessions.others')}</button></div></Do> : null}
    </section>
  );
}

function Do({ what, children }: { readonly what: string; readonly children: ReactNode }): ReactElement {
  return (
    <form method="post" action="/desk/me/security">
      <input type="hidden" name="do" value={what} />
      {children}
    </form>
  );
}
