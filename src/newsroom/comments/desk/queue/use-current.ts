/** The comment that is read. It stays before the moderator's eyes when somebody else decides about it meanwhile. */
import { useCallback, useEffect, useState } from 'react';
import { useMe } from '../../../staff/desk/lent.ts';
import type { Queued } from '../types.ts';
import { nextAfter, stepFrom } from './order.ts';

interface Chosen {
  readonly view: string;
  /** As it was last in the list. */
  readonly line: Queued;
  /** Where it stood there. */
  readonly at: number;
  /** Nobody chose it: it came next, and gives way where a colleague was sooner. */
  readonly came: boolean;
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
  const [kept, setKept] = useState<Chosen | null>(null);
  const chosen = kept?.view === view ? kept : null;
  const there = lines.find(({ id }) => id === chosen?.line.id);
  const isTaken = chosen?.came === true && there?.heldBy != null && there.heldBy.id !== me.id;
  const coming = chosen === null || isTaken ? lines.find(({ id }) => id === nextAfter(lines, null, me.id)) ?? there ?? null : null;
  const line = coming ?? there ?? chosen?.line ?? null;
  useEffect(() => {
    if (line === null || (line === chosen?.line && !isTaken)) return;
    const at = lines.findIndex(({ id }) => id === line.id);
    setKept({ view, line, at: at === -1 ? (chosen?.at ?? 0) : at, came: coming === null ? (chosen?.came ?? true) : true });
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
  const step = (by: 1 | -1) => go(there === undefined ? (lines[Math.min(lines.length - 1, Math.max(0, (chosen?.at ?? 0) + (by === 1 ? 0 : -1)))]?.id ?? null) : stepFrom(lines, there.id, by), false);
  const leave = useCallback((ids: readonly string[]) => {
    const before = kept;
    if (line !== null && ids.includes(line.id)) go(nextAfter(lines.filter(({ id }) => id === line.id || !ids.includes(id)), line.id, me.id), true);
    return () => setKept(before);
  }, [kept, lines, line, me.id, go]);
  return { line, gone: line !== null && coming === null && there === undefined, choose, want, step, leave };
}
