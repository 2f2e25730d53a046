/** The files on their way, in a corner of every view: how far each is, why one was not taken, and what to do. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Item } from './queue.ts';
import { again, cancel, forgetEnded, items, underWay, watch } from './queue.ts';
import './tray.css';

/** How long it stays when all is there, in milliseconds. */
const staysFor = 6_000;

export function UploadTray(): ReactElement | null {
  const all = useSyncExternalStore(watch, items);
  const [open, setOpen] = useState(true);
  const [stays, setStays] = useState(false);
  const busy = all.some(underWay);
  useAskBeforeLeaving(busy);
  useGoesByItself(all, stays);
  if (all.length === 0) return null;
  return (
    <section className="uploads" aria-labelledby="uploads-title">
      <Head all={all} open={open} onToggle={() => setOpen(!open)} />
      {[...new Set(all.map(({ forAll }) => forAll))].map((Part, nth) => Part !== null && (
        <div key={nth} className="uploads-all" hidden={!open}>
          <Part items={all.filter(({ forAll }) => forAll === Part)} onStay={setStays} />
        </div>
      ))}
      {open && (
        <ul id="uploads-list" className="uploads-list">
          {all.map((item) => (
            <Line key={item.key} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Head({ all, open, onToggle }: { readonly all: readonly Item[]; readonly open: boolean; readonly onToggle: () => void }): ReactElement {
  const { t } = useWords();
  const sum = (part: (item: Item) => number) => all.reduce((total, item) => total + part(item), 0);
  const refused = all.filter(({ state }) => state === 'refused').length;
  const busy = all.some(underWay);
  const cut = all.some(({ state }) => state === 'cut');
  const done = all.filter(({ state }) => state === 'done').length;
  const ended = [done > 0 && t('uploads.finished', { count: done }), refused > 0 && t('uploads.not-taken', { refused })].filter((text) => text !== false).join(' ');
  return (
    <div className="uploads-head">
      <h2 id="uploads-title" className="uploads-title">
        {busy ? t('uploads.going', { count: done, number: all.length }) : t('uploads.title')}
      </h2>
      <button type="button" className="uploads-button" aria-expanded={open} aria-controls="uploads-list" onClick={onToggle} aria-label={t(open ? 'uploads.hide' : 'uploads.show')}>
        <Icon name={open ? 'down' : 'up'} size={16} />
      </button>
      {!busy && (
        <button type="button" className="uploads-button" onClick={forgetEnded} aria-label={t('uploads.close')}>
          <Icon name="close" size={16} />
        </button>
      )}
      {busy && <progress className="uploads-bar" max={Math.max(1, sum(({ file }) => file.size))} value={sum(({ sent }) => sent)} aria-label={t('uploads.title')} />}
      {/* Said aloud when it matters, not with every file. */}
      <p role="status" className="uploads-status">
        {cut ? t('uploads.cut') : busy ? '' : ended}
      </p>
    </div>
  );
}

function Line({ item }: { readonly item: Item }): ReactElement {
  const { t } = useWords();
  const { file, state, problem } = item;
  const running = state === 'sending' || state === 'cut';
  return (
    <li className="uploads-line" data-state={state}>
      <span className="uploads-name">{item.subject === null ? file.name : <Made name={file.name} subject={item.subject} />}</span>
      {state === 'refused' && (
        <button type="button" className="uploads-button" onClick={() => again(item.key)} aria-label={t('uploads.again-one', { name: file.name })}>
          <Icon name="redo" size={16} />
        </button>
      )}
      {state !== 'done' && (
        <button type="button" className="uploads-button" onClick={() => cancel(item.key)} aria-label={t(state === 'refused' ? 'uploads.remove-one' : 'uploads.cancel-one', { name: file.name })}>
          <Icon name="close" size={16} />
        </button>
      )}
      {running ? <progress className="uploads-bar" max={Math.max(1, file.size)} value={item.sent} aria-label={file.name} /> : <span className="uploads-state">{state === 'refused' ? reason(problem, t) : t(`uploads.state.${state}`)}</span>}
    </li>
  );
}

function reason(problem: Item['problem'], t: ReturnType<typeof useWords>['t']): string {
  if (problem?.name === 'unreadable') return t('uploads.unreadable');
  return problem === null || problem.words === '' ? t('uploads.state.refused') : problem.words;
}

/** What came of a file, where it is looked at: `picture:x` at /pictures/x. */
function Made({ name, subject }: { readonly name: string; readonly subject: string }): ReactElement {
  const go = useNavigate();
  const [thing, id] = subject.split(':');
  const path = `/${thing}s/${id}`;
  return (
    <a
      href={`/desk${path}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        void go({ to: path });
      }}
    >
      {name}
    </a>
  );
}

function useAskBeforeLeaving(busy: boolean): void {
  useEffect(() => {
    if (!busy) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [busy]);
}

function useGoesByItself(all: readonly Item[], stays: boolean): void {
  const done = !stays && all.length > 0 && all.every(({ state }) => state === 'done');
  useEffect(() => {
    if (!done) return undefined;
    const timer = setTimeout(forgetEnded, staysFor);
    return () => clearTimeout(timer);
  }, [done]);
}
