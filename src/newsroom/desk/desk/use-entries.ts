import type { DeskEntry } from '../../../design/desk/part.ts';
import { useMe } from '../../staff/desk/lent.ts';
import { entries } from './parts.ts';

/** What this person can use; the rest is not shown at all. */
export function useEntries(): readonly DeskEntry[] {
  const { acts } = useMe();
  return entries.filter((entry) => entry.acts === undefined || entry.acts.some((act) => acts.includes(act)));
}
