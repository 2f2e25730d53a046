/** The discussion on a page: below the story, and on its own. */
import type { ReactElement } from 'react';
import { Style } from '../../../design/sheet.tsx';
import type { Sort } from '../comment.ts';
import { sorts } from '../comment.ts';
import type { DiscussionPage, ShownThread } from '../discussion.ts';
import { discussionPath, sortNames } from '../discussion.ts';
import { isOpen } from '../rules.ts';
import { CommentView } from './comment.tsx';
import { rulesPath } from './rules-page.tsx';
import { discussionSheet, formSheet, pagesSheet } from './sheets.ts';
import type { Speaking } from './speaking.ts';
import { standing } from './speaking.ts';

export interface DiscussionPart {
  readonly discussion: DiscussionPage;
  readonly speaking: Speaking;
}

/** Below the story: what it is about, until when, a place to write, the first of what was written. */
export function StoryDiscussion({ discussion, speaking }: DiscussionPart): ReactElement | null {
  const { thread, threads, next } = discussion;
  const open = isOpen(thread.facts, speaking.now);
  if (!open && thread.approved === 0 && thread.policy.openness === 'closed' && thread.facts.openUntil === null) return null;
  const { t } = speaking;
  return (
    <section className="cms screen" id="kommentare" aria-labelledby="cms">
      <Style of={discussionSheet} />
      <h2 id="cms">{t('comments-title')}</h2>
      <p className="cms-until">
        <b>{t('comments-count', { count: thread.approved })}</b> {standing(thread, speaking)}
      </p>
      {open ? <WriteHere story={thread.story} speaking={speaking} /> : null}
      <Threads threads={threads} discussion={discussion} speaking={speaking} />
      {next === null ? null : (
        <p className="cms-all">
          <a className="cms-go" href={next}>{t('all-comments', { count: thread.approved })}</a>
        </p>
      )}
    </section>
  );
}

/** At the head of the story: how many have written, and the way to them. */
export function DiscussionLink({ discussion: { thread }, speaking: { t } }: DiscussionPart): ReactElement | null {
  return thread.approved === 0 ? null : <a className="screen" href="#kommentare">{t('comments-count', { count: thread.approved })}</a>;
}

/** A page of its own: the whole discussion in an order, or one thread of it. */
export function DiscussionView({ discussion, speaking, headline, url }: DiscussionPart & { readonly headline: string; readonly url: string }): ReactElement {
  const { thread, threads, sort, only, next, start } = discussion;
  const { t } = speaking;
  const open = isOpen(thread.facts, speaking.now);
  return (
    <section className="wrap cms cms-page" aria-labelledby="cms">
      <Style of={discussionSheet} />
      <Style of={pagesSheet} />
      <p className="cms-story">
        {t('about-story')} <a href={url}>{headline}</a>
      </p>
      <h1 id="cms">{only === null ? t('comments-count', { count: thread.approved }) : t('thread')}</h1>
      <p className="cms-until">{standing(thread, speaking)}</p>
      {only === null ? <Orders story={thread.story} sort={sort} t={t} /> : (
        <p className="cms-all">
          <a href={discussionPath(thread.story)}>{t('all-comments', { count: thread.approved })}</a>
        </p>
      )}
      {only === null && open && start === null ? <WriteHere story={thread.story} speaking={speaking} /> : null}
      <Threads threads={threads} discussion={discussion} speaking={speaking} />
      {start === null && next === null ? null : (
        <nav className="cms-pages" aria-label={t('more-comments')}>
          {start === null ? null : <a className="cms-go" href={start}>{t('first-page')}</a>}
          {next === null ? null : (
            <a className="cms-go" href={next} rel="next nofollow">
              {t('more-comments')}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function Orders({ story, sort, t }: { readonly story: string; readonly sort: Sort; readonly t: Speaking['t'] }): ReactElement {
  return (
    <nav className="cms-sort" aria-label={t('sort-label')}>
      {sorts.map((one) => (
        <a key={one} href={one === 'newest' ? discussionPath(story) : `${discussionPath(story)}?sortierung=${sortNames[one]}`} aria-current={one === sort ? 'true' : undefined} rel={one === 'newest' ? undefined : 'nofollow'}>
          {t(`sort-${one}`)}
        </a>
      ))}
    </nav>
  );
}

function Threads({ threads, discussion: { thread, only }, speaking }: DiscussionPart & { readonly threads: readonly ShownThread[] }): ReactElement | null {
  if (threads.length === 0) return null;
  const { story } = thread;
  const open = isOpen(thread.facts, speaking.now);
  return (
    <ol className="cms-list">
      {threads.map(({ first, replies }) => (
        <li key={first.id}>
          <CommentView comment={first} story={story} speaking={speaking} open={open} />
          {replies.length === 0 ? null : (
            <ol>
              {replies.map((reply) => (
                <li key={reply.id}>
                  <CommentView comment={reply} story={story} speaking={speaking} open={open} />
                </li>
              ))}
            </ol>
          )}
          {only !== null || first.replies <= replies.length ? null : (
            <p className="cms-more">
              <a href={`${discussionPath(story)}?faden=${first.id}`} rel="nofollow">
                {speaking.t('more-replies', { count: first.replies - replies.length })}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The same for everybody, since the page is: who writes is asked on arrival, and the text is kept. */
function WriteHere({ story, speaking: { t, writing } }: { readonly story: string; readonly speaking: Speaking }): ReactElement {
  return (
    <form className="cms-write" method="post" action={`${discussionPath(story)}/schreiben`}>
      <Style of={formSheet} />
      <label htmlFor="cms-text">{t('your-comment')}</label>
      <textarea id="cms-text" name="text" rows={3} required />
      <HiddenField t={t} />
      <p className="cms-send">
        <button>{t('send')}</button>
        <a href={rulesPath(writing.language)}>{t('rules')}</a>
      </p>
    </form>
  );
}

/** People leave it empty, because they do not see it; programs that fill in forms do not. */
export function HiddenField({ t }: Pick<Speaking, 't'>): ReactElement {
  return (
    <p className="away" aria-hidden="true">
      <label>
        {t('leave-empty')} <input name="adresse" tabIndex={-1} autoComplete="off" />
      </label>
    </p>
  );
}
