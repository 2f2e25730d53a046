/** Deciding: drawn at once, sent behind it, and for ten seconds taken back with one key. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { tellDone, tellProblem } from '../../../../design/desk/tell.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { undoFor } from '../../rules.ts';
import type { Decided, Queued, Verdict } from '../types.ts';

export interface Reversible {
  readonly verdict: Verdict['decision'];
  /** Of whoever wrote the first. */
  readonly name: string;
  readonly ids: readonly string[];
  /** What was decided, as soon as the program has answered; empty where it refused. */
  readonly sent: Promise<readonly Decided[]>;
}

type Line = Pick<Queued, 'id' | 'state' | 'editedAt' | 'writer'>;

interface Deciding {
  /** Takes comments out of the list; answers how to put them back. */
  readonly takeOut: (ids: readonly string[]) => () => void;
  /** What was taken back is wanted before the eyes again. */
  readonly onBack: (id: string) => void;
}

export function useVerdicts({ takeOut, onBack }: Deciding) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [last, setLast] = useState<Reversible | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Draws it, sends it, and keeps the way back for as long as there is one. */
  const decide = useCallback((lines: readonly Line[], verdict: Verdict) => {
    const putBack = takeOut(lines.map(({ id }) => id));
    const sent = send(lines, verdict).then(({ decided, refused }) => {
      if (refused > 0) tellDone(t('comments.many.done', { count: decided.length, left: refused }));
      return decided;
    }, (error: unknown) => {
      putBack();
      setLast(null);
      tellProblem(error, t);
      // It stands there again as it was drawn: what it says by now is asked for.
      void queries.invalidateQueries({ queryKey: ['comments', 'queue'] });
      return [];
    });
    setLast({ verdict: verdict.decision, name: lines[0]!.writer.name, ids: lines.map(({ id }) => id), sent });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLast(null), undoFor);
    void sent.then(() => queries.invalidateQueries({ queryKey: ['comments', lines.length === 1 ? 'numbers' : 'queue'] }));
  }, [queries, takeOut, t]);

  const undo = useCallback(async () => {
    if (last === null) return;
    setLast(null);
    // Before it is back: a colleague who waits for anything at all would be sooner.
    onBack(last.ids[0]!);
    const decided = await last.sent;
    const undone = await Promise.allSettled(decided.map(({ comment, decision }) => ask('POST', `/comments/${comment}/undo`, { body: { decision } })));
    const failed = undone.find((one) => one.status === 'rejected');
    if (failed !== undefined) tellProblem(failed.reason, t);
    else if (decided.length > 0) tellDone(t('comments.undone'));
    await queries.invalidateQueries({ queryKey: ['comments'] });
  }, [last, onBack, queries, t]);

  return { last, decide, undo, forget: () => setLast(null) };
}

/** One by its own address; several at once, each for itself: what was decided meanwhile is left. */
async function send(lines: readonly Line[], { decision, ...body }: Verdict): Promise<{ decided: readonly Decided[]; refused: number }> {
  const [first] = lines;
  if (first !== undefined && lines.length === 1) return { decided: [await ask<Decided>('POST', `/comments/${first.id}/${decision}`, { body: { ...body, seen: first.state, edited: first.editedAt } })], refused: 0 };
  const { decided, refused } = await ask<{ decided: Decided[]; refused: unknown[] }>('POST', '/comments/decide', { body: { ...body, decision, comments: lines.map(({ id, state, editedAt }) => ({ id, seen: state, edited: editedAt })) } });
  return { decided, refused: refused.length };
}
