/** The comment that is read. It stays before the moderator's eyes when somebody else decides about it meanwhile. */
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../../../staff/desk/lent.ts';
import type { Queued } from '../types.ts';
import type { Kept } from './order.ts';
import { lineToRead, nextAfter, stepOn } from './order.ts';

interface Read extends Kept<Queued> {
  /** The list in which it is read, as text: another one begins anew. */
  readonly view: string;
}

export interface Current {
  readonly line: Queued | null;
  /** It is no longer in the list: somebody else has decided, or its writer took it back. */
  readonly gone: boolean;
  choose(id: string | null): void;
  /** Chooses it as soon as it stands in the list. */
  want(id: string): void;
  step(by: 1 | -1): void;
  /** Goes on to the next where it is among these, which leave the list; answers the way back. */
  leave(ids: readonly string[]): () => void;
}

export function useCurrent(lines: readonly Queued[], view: string): Current {
  const me = useMe();
  const [kept, setKept] = useState<Read | null>(null);
  const read = kept?.view === view ? kept : null;
  const { line, comes, gone } = lineToRead(lines, read, me.id);
  useEffect(() => {
    if (line === null || line === read?.line) return;
    const at = lines.findIndex(({ id }) => id === line.id);
    setKept({ view, line, at: at === -1 ? (read?.at ?? 0) : at, came: comes || (read?.came ?? true) });
  }, [lines, line]);
  const go = useCallback((id: string | null, came: boolean) => {
    const at = lines.findIndex((one) => one.id === id);
    setKept(at === -1 ? null : { view, line: lines[at]!, at, came });
  }, [lines, view]);
  const [wanted, want] = useState<string | null>(null);
  const choose = useCallback((id: string | null) => {
    want(null);
    go(id, false);
  }, [go]);
  useEffect(() => {
    if (wanted !== null && lines.some(({ id }) => id === wanted)) choose(wanted);
  }, [lines, wanted, choose]);
  const step = (by: 1 | -1) => go(stepOn(lines, read, by), false);
  const leave = useCallback((ids: readonly string[]) => {
    const before = kept;
    if (line !== null && ids.includes(line.id)) go(nextAfter(lines.filter(({ id }) => id === line.id || !ids.includes(id)), line.id, me.id), true);
    return () => setKept(before);
  }, [kept, lines, line, me.id, go]);
  return { line, gone, choose, want, step, leave };
}
