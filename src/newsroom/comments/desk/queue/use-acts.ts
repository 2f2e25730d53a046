/** What a moderator does in the queue, by key and by button alike: to the comment that is read, or to all that are marked. */
import { useMemo, useState } from 'react';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import type { RefusalReason } from '../../comment.ts';
import type { Queued, Verdict } from '../types.ts';
import type { useQueue } from './use-queue.ts';
import type { QueueKeys } from './use-queue-keys.ts';
import { useVerdicts } from './use-verdicts.ts';

/** What stands open beside the comment. */
export type Mode = 'reading' | 'refusing' | 'refusing-many' | 'answering';
export type MarkName = 'choose' | 'unchoose' | 'pin' | 'unpin';

interface Marks {
  readonly marked: ReadonlySet<string>;
  readonly onMarked: (marked: ReadonlySet<string>) => void;
}

export function useActs(queue: ReturnType<typeof useQueue>, { marked, onMarked }: Marks) {
  const { t } = useWords();
  const { send } = useSending();
  const may = useMay();
  const { lines, current } = queue;
  const { last, decide, undo, forget } = useVerdicts({ takeOut: queue.takeOut, onBack: current.want });
  const [mode, setMode] = useState<Mode>('reading');
  const chosen = useMemo(() => lines.filter(({ id }) => marked.has(id)), [lines, marked]);
  const toggle = (id: string) => onMarked(new Set(marked.has(id) ? [...marked].filter((one) => one !== id) : [...marked, id]));
  const decideOn = (line: Queued, verdict: Verdict) => (setMode('reading'), decide([line], verdict));
  const decideMany = (verdict: Verdict) => (setMode('reading'), onMarked(new Set()), decide(chosen, verdict));
  const mark = (id: string, name: MarkName) => void send(() => ask('POST', `/comments/${id}/${name}`), { said: t(`comments.decision.${name}`), refresh: ['comments'] });
  /** What was just approved is set apart once the program knows of it; then nobody takes the approval back by accident. */
  const chooseLast = last?.verdict !== 'approve' || last.ids.length !== 1 ? null : () => {
    forget();
    void last.sent.then(([decided]) => decided !== undefined && mark(decided.comment, 'choose'));
  };
  const { line, gone } = current;
  const own = gone ? null : line;
  const keys: Omit<QueueKeys, 'onHelp'> = {
    onApprove: () => (chosen.length > 0 ? decideMany({ decision: 'approve' }) : own !== null && own.state !== 'approved' && mode !== 'refusing' && decideOn(own, { decision: 'approve' })),
    onRefuse: () => (chosen.length > 0 ? setMode('refusing-many') : own !== null && own.state !== 'refused' && setMode('refusing')),
    onReason: (reason) => refuseWith(reason, { mode, refuse: (verdict) => (mode === 'refusing-many' ? decideMany(verdict) : own !== null && decideOn(own, verdict)) }),
    onStep: (by) => (setMode('reading'), current.step(by)),
    onUndo: () => void undo(),
    onMark: () => own !== null && toggle(own.id),
    onChoose: () => (own?.state === 'approved' ? mark(own.id, own.chosen ? 'unchoose' : 'choose') : chooseLast?.()),
    onPin: () => own?.state === 'approved' && own.parent === null && mark(own.id, own.pinned ? 'unpin' : 'pin'),
    onAnswer: () => own?.state === 'approved' && may('comment.answer') && setMode('answering'),
    onLeave: () => (mode === 'reading' ? onMarked(new Set()) : setMode('reading')),
  };
  return { keys, mode, setMode, chosen, toggle, decideOn, decideMany, mark, last, chooseLast };
}

/** «Other» needs words of one's own: its field is where the next key goes. Several are refused for one reason of the house list. */
function refuseWith(reason: RefusalReason, { mode, refuse }: { readonly mode: Mode; readonly refuse: (verdict: Verdict) => void }): void {
  const words = document.querySelector<HTMLTextAreaElement>('[data-own-words]');
  if (mode === 'refusing' && reason === 'other') words?.focus();
  else if (mode === 'refusing' || (mode === 'refusing-many' && reason !== 'other')) refuse({ decision: 'refuse', reason, words: words?.value.trim() ?? '' });
}
