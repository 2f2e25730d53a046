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
  readonly name: string;
  readonly id: string;
  /** Known as soon as the program has answered. */
  readonly sent: Promise<Decided | null>;
}

type Line = Pick<Queued, 'id' | 'state' | 'writer'>;

export function useVerdicts(takeOut: (ids: readonly string[]) => () => void) {
  const { t } = useWords();
  const queries = useQueryClient();
  const [last, setLast] = useState<Reversible | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const decide = useCallback((line: Line, verdict: Verdict) => {
    const putBack = takeOut([line.id]);
    const { decision, ...body } = verdict;
    const sent = ask<Decided>('POST', `/comments/${line.id}/${decision}`, { body: { ...body, seen: line.state } }).catch((error: unknown) => {
      putBack();
      setLast(null);
      tellProblem(error, t);
      return null;
    });
    setLast({ verdict: decision, name: line.writer.name, id: line.id, sent });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLast(null), undoFor);
    void sent.then(() => queries.invalidateQueries({ queryKey: ['comments', 'numbers'] }));
  }, [queries, takeOut, t]);

  const undo = useCallback(async () => {
    if (last === null) return;
    setLast(null);
    const decided = await last.sent;
    if (decided === null) return;
    try {
      await ask('POST', `/comments/${last.id}/undo`, { body: { decision: decided.decision } });
      tellDone(t('comments.undone'));
    } catch (error) {
      tellProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: ['comments'] });
  }, [last, queries, t]);

  const decideMany = useCallback(async (lines: readonly Line[], verdict: Verdict) => {
    const putBack = takeOut(lines.map(({ id }) => id));
    try {
      const { decided, refused } = await ask<{ decided: Decided[]; refused: unknown[] }>('POST', '/comments/decide', { body: { ...verdict, comments: lines.map(({ id, state }) => ({ id, seen: state })) } });
      tellDone(t('comments.many.done', { count: decided.length, left: refused.length }));
    } catch (error) {
      putBack();
      tellProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: ['comments'] });
  }, [queries, takeOut, t]);

  return { last, decide, decideMany, undo };
}
