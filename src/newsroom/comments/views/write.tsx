/** The pages on which one writes: the form, what became of one's own comment, a recommendation. */
import type { ReactElement, ReactNode } from 'react';
import { Script } from '../../../design/script.tsx';
import { Style } from '../../../design/sheet.tsx';
import { writeHour } from '../../../design/type.ts';
import type { ShownComment } from '../comment.ts';
import { discussionPath, ownCommentsPath, permalink } from '../discussion.ts';
import { longestComment } from '../rules.ts';
import { CommentText, withName } from './comment.tsx';
import { HiddenField } from './discussion.tsx';
import { rulesPath } from './rules-page.tsx';
import { discussionSheet, formSheet, ownSheet } from './sheets.ts';
import type { Speaking } from './speaking.ts';

/** The story that it is about. */
export interface About {
  readonly id: string;
  readonly headline: string;
  readonly url: string;
}

interface Frame {
  readonly story: About;
  readonly speaking: Speaking;
  readonly title: string;
  /** What was refused, as a sentence. */
  readonly wrong?: string | null;
  readonly children: ReactNode;
}

function OwnPage({ story, speaking: { t }, title, wrong = null, children }: Frame): ReactElement {
  return (
    <section className="wrap cms cms-own">
      <Style of={discussionSheet} />
      <Style of={ownSheet} />
      <p className="cms-story">
        {t('about-story')} <a href={story.url}>{story.headline}</a>
      </p>
      <h1>{title}</h1>
      {wrong === null ? null : <p className="cms-wrong" role="alert">{wrong}</p>}
      {children}
    </section>
  );
}

export interface WriteValues {
  readonly story: About;
  readonly speaking: Speaking;
  /** The comment that is answered. */
  readonly answers: Pick<ShownComment, 'id' | 'name' | 'text'> | null;
  readonly text: string;
  /** Who is signed in; null: nobody yet. */
  readonly name: string | null;
  /** `stamp` is signed, so that it can be known how long the form was open; empty: nobody knows. */
  readonly typed: { readonly email: string; readonly name: string; readonly stamp: string };
  readonly wrong: string | null;
  /** `sends`: the form goes by itself when the sum is solved. */
  readonly proof: { readonly salt: string; readonly challenge: string; readonly maxnumber: number; readonly sends: boolean } | null;
}

export function WriteView({ story, speaking, answers, text, name, typed, wrong, proof }: WriteValues): ReactElement {
  const { t } = speaking;
  return (
    <OwnPage story={story} speaking={speaking} title={t(answers === null ? 'write-title' : 'reply-title')} wrong={wrong}>
      <Style of={formSheet} />
      {answers === null ? null : <Quoted comment={answers} speaking={speaking} />}
      <form className="cms-write" method="post" action={`${discussionPath(story.id)}/schreiben`}>
        {name === null ? null : <p>{withName(t('writes-as', { name: '\0' }), name)} <a href={ownCommentsPath}>{t('own-page')}</a></p>}
        <label htmlFor="cms-text">{t('your-comment')}</label>
        <textarea id="cms-text" name="text" rows={8} required defaultValue={text} aria-describedby="cms-help" autoFocus={name !== null || text === ''} />
        <p className="soft" id="cms-help">{t('text-help', { longest: longestComment })}</p>
        {answers === null ? null : <input type="hidden" name="antwort" value={answers.id} />}
        <input type="hidden" name="seit" value={typed.stamp} />
        <HiddenField t={t} />
        {name === null ? <WhoWrites story={story} answers={answers} text={text} typed={typed} speaking={speaking} /> : null}
        {proof === null ? null : (
          <>
            <input type="hidden" name="beweis" data-salt={proof.salt} data-challenge={proof.challenge} data-most={proof.maxnumber} data-sends={proof.sends ? '' : undefined} />
            <p className="soft" data-proof-status role="status" hidden>{t('proof-wait')}</p>
            <noscript><p className="soft">{proof.sends ? `${t('refused.proof-asked')} ` : ''}{t('proof-without-script')}</p></noscript>
            <Script of="proof" />
          </>
        )}
        <p className="cms-send">
          <button>{t(name === null ? 'send-and-confirm' : 'send')}</button>
          <a href={rulesPath(speaking.writing.language)}>{t('rules')}</a>
        </p>
      </form>
    </OwnPage>
  );
}

function WhoWrites({ story, answers, text, typed, speaking: { t } }: Pick<WriteValues, 'story' | 'answers' | 'text' | 'typed' | 'speaking'>): ReactElement {
  const back = `${discussionPath(story.id)}/schreiben${answers === null ? '' : `?antwort=${answers.id}`}`;
  return (
    <fieldset className="cms-who">
      <legend>{t('who-writes')}</legend>
      <label htmlFor="cms-email">{t('email')}</label>
      <input id="cms-email" type="email" name="email" required autoFocus={text !== ''} autoComplete="email" defaultValue={typed.email} maxLength={300} />
      <label htmlFor="cms-name">{t('name')}</label>
      <input id="cms-name" name="name" autoComplete="username" defaultValue={typed.name} maxLength={60} aria-describedby="cms-name-help" />
      <p className="soft" id="cms-name-help">{t('name-help')}</p>
      <p className="soft">{t('confirm-by-mail')}</p>
      <p className="soft">
        <a href={`/konto/anmelden?next=${encodeURIComponent(back)}`}>{t('sign-in-instead')}</a>
      </p>
    </fieldset>
  );
}

/** It cannot be sent any more: why, and the text to take along. */
export function TooLateView({ story, speaking, why, text }: { readonly story: About; readonly speaking: Speaking; readonly why: string; readonly text: string }): ReactElement {
  const { t } = speaking;
  return (
    <OwnPage story={story} speaking={speaking} title={t('not-sent')} wrong={why}>
      <Style of={formSheet} />
      <div className="cms-write">
        <label htmlFor="cms-text">{t('your-text')}</label>
        <textarea id="cms-text" rows={8} readOnly defaultValue={text} />
      </div>
      <Back story={story.id} t={t} />
    </OwnPage>
  );
}

export interface OwnValues {
  readonly story: About;
  readonly speaking: Speaking;
  readonly comment: { readonly id: string; readonly text: string; readonly state: 'pending' | 'approved' | 'refused' | 'deleted' };
  /** Why it was refused: a sentence of the house, own words. */
  readonly reasons: readonly string[];
  /** Where its writer may object to the refusal; null: there is nothing to object to. */
  readonly objects: string | null;
  /** Until when it may be changed; null: not any more. */
  readonly editableUntil: Date | null;
  /** What was typed and refused. */
  readonly typed: string | null;
  readonly wrong: string | null;
}

export function OwnView({ story, speaking, comment, reasons, objects, editableUntil, typed, wrong }: OwnValues): ReactElement {
  const { t, writing } = speaking;
  return (
    <OwnPage story={story} speaking={speaking} title={t('own-title')} wrong={wrong}>
      <Style of={formSheet} />
      <p className="cms-note" role="status">{t(`own-${comment.state}`)}</p>
      {reasons.map((reason) => <p key={reason} className="cms-reason" dir="auto">{reason}</p>)}
      {objects === null ? null : <p className="cms-all"><a href={objects}>{t('mail.object')}</a></p>}
      {comment.state === 'deleted' ? null : <div className="cm"><CommentText text={comment.text} /></div>}
      {comment.state === 'approved' ? <p className="cms-all"><a href={permalink(comment.id)}>{t('own-see')}</a></p> : null}
      {editableUntil === null ? null : (
        <details className="cms-change" open={wrong !== null}>
          <summary>{t('own-change')}</summary>
          <form className="cms-write" method="post" action={`${permalink(comment.id)}/aendern`}>
            <label htmlFor="cms-text">{t('your-comment')}</label>
            <textarea id="cms-text" name="text" rows={8} required defaultValue={typed ?? comment.text} aria-describedby="cms-until" />
            <p className="soft" id="cms-until">{t('own-change-until', { instant: writeHour(editableUntil, writing) })}</p>
            <button>{t('own-save')}</button>
          </form>
        </details>
      )}
      {comment.state === 'deleted' ? null : (
        <details className="cms-change">
          <summary>{t('own-delete')}</summary>
          <form className="cms-write" method="post" action={`${permalink(comment.id)}/loeschen`}>
            <p>{t('own-delete-sure')}</p>
            <button>{t('own-delete')}</button>
          </form>
        </details>
      )}
      <Back story={story.id} t={t} />
    </OwnPage>
  );
}

export interface RecommendValues {
  readonly story: About;
  readonly speaking: Speaking;
  readonly comment: Pick<ShownComment, 'id' | 'name' | 'text'>;
  readonly stands: 'recommended' | 'not-recommended' | 'nobody';
  readonly wrong: string | null;
}

export function RecommendView({ story, speaking, comment, stands, wrong }: RecommendValues): ReactElement {
  const { t } = speaking;
  const action = `${permalink(comment.id)}/empfehlen`;
  return (
    <OwnPage story={story} speaking={speaking} title={t('recommend-title')} wrong={wrong}>
      <Style of={formSheet} />
      <Quoted comment={comment} speaking={speaking} />
      {stands === 'nobody' ? (
        <>
          <p className="cms-note">{t('recommend-sign-in')}</p>
          <p><a className="cms-go" href={`/konto/anmelden?next=${encodeURIComponent(action)}`}>{t('sign-in')}</a></p>
        </>
      ) : (
        <form className="cms-write" method="post" action={action}>
          {stands === 'recommended' ? <p className="cms-note" role="status">{t('recommend-yes')}</p> : null}
          {stands === 'recommended' ? <input type="hidden" name="zurueck" value="ja" /> : null}
          <button>{t(stands === 'recommended' ? 'recommend-back' : 'recommend')}</button>
        </form>
      )}
      <p className="cms-all"><a href={permalink(comment.id)}>{t('back-to-discussion')}</a></p>
    </OwnPage>
  );
}

function Quoted({ comment, speaking: { t } }: { readonly comment: Pick<ShownComment, 'name' | 'text'>; readonly speaking: Speaking }): ReactElement {
  return (
    <blockquote className="cms-quoted">
      <p className="cm-by"><bdi className="cm-name">{comment.name === '' ? t('no-account') : comment.name}</bdi></p>
      <CommentText text={comment.text ?? ''} />
    </blockquote>
  );
}

function Back({ story, t }: { readonly story: string; readonly t: Speaking['t'] }): ReactElement {
  return <p className="cms-all"><a href={discussionPath(story)}>{t('back-to-discussion')}</a></p>;
}
