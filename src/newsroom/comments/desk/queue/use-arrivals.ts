/** Lists that begin with the newest stand still while they are read: what arrives is counted above them until it is asked for. */
import { useEffect, useMemo, useState } from 'react';
import type { Queued } from '../types.ts';
import { partArrived } from './order.ts';

interface View {
  /** What the list shows, as text: another view is another list. */
  readonly view: string;
  /** Whether what arrives would move what stands there. */
  readonly moves: boolean;
}

const nothing: ReadonlySet<string> = new Set();

export function useArrivals(all: readonly Queued[], { view, moves }: View) {
  const [drawn, setDrawn] = useState({ view, ids: nothing });
  const known = moves && drawn.view === view ? drawn.ids : nothing;
  const { steady, arrived } = useMemo(() => partArrived(all, known), [all, known]);
  useEffect(() => {
    if (steady.every(({ id }) => known.has(id))) return;
    setDrawn({ view, ids: new Set([...known, ...steady.map(({ id }) => id)]) });
  }, [view, steady, known]);
  return { lines: steady, arrived, showArrived: () => setDrawn({ view, ids: new Set(all.map(({ id }) => id)) }) };
}
