/** Sends a change: says when it is done, tells what was refused, and has the lists look again. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tellDone, tellProblem } from './tell.ts';
import { useWords } from './words.tsx';

export interface Sending {
  readonly busy: boolean;
  /** Answers whether it was done. `refresh` names the queries that are no longer true. */
  send(work: () => Promise<unknown>, after?: { readonly said?: string; readonly refresh?: readonly string[] }): Promise<boolean>;
}

export function useSending(): Sending {
  const { t } = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const send: Sending['send'] = async (work, { said, refresh = [] } = {}) => {
    setBusy(true);
    try {
      await work();
      if (said !== undefined) tellDone(said);
      return true;
    } catch (error) {
      tellProblem(error, t);
      return false;
    } finally {
      setBusy(false);
      await Promise.all(refresh.map((key) => queries.invalidateQueries({ queryKey: [key] })));
    }
  };
  return { busy, send };
}
