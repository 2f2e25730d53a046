/**
 * The queue by keyboard, one key for each decision: a approves, r asks why and then a digit refuses, j and k walk,
 * s leaves it for later, x marks for a decision about many, z takes the last decision back, / searches.
 */
import { useHotkeys } from '@mantine/hooks';
import type { HotkeyItem } from '@mantine/hooks';
import { refusalReasons } from '../../comment.ts';
import type { Queued, Verdict } from '../types.ts';
import { stepFrom } from './order.ts';

interface Keys {
  readonly lines: readonly Queued[];
  readonly line: Queued | null;
  /** The reasons are open: digits mean reasons. */
  readonly refusing: boolean;
  onGo(id: string | null): void;
  onDecide(line: Queued, verdict: Verdict): void;
  onRefuse(): void;
  onUndo(): void;
  onMark(id: string): void;
  onLeave(): void;
}

export function useQueueKeys({ lines, line, refusing, onGo, onDecide, onRefuse, onUndo, onMark, onLeave }: Keys): void {
  const walk = (step: 1 | -1) => () => onGo(stepFrom(lines, line?.id ?? null, step));
  const reasons: HotkeyItem[] = refusalReasons.map((reason, place) => [String((place + 1) % 10), () => {
    // «Other» needs words of one's own: its field is where the next key goes.
    if (!refusing || line === null) return;
    if (reason === 'other') document.querySelector<HTMLElement>('[data-own-words]')?.focus();
    else onDecide(line, { decision: 'refuse', reason, words: document.querySelector<HTMLTextAreaElement>('[data-own-words]')?.value.trim() ?? '' });
  }]);
  useHotkeys([
    ['A', () => line !== null && !refusing && line.state !== 'approved' && onDecide(line, { decision: 'approve' })],
    ['R', () => line !== null && line.state !== 'refused' && onRefuse()],
    ['J', walk(1)],
    ['K', walk(-1)],
    ['ArrowDown', walk(1)],
    ['ArrowUp', walk(-1)],
    ['S', walk(1)],
    ['X', () => line !== null && onMark(line.id)],
    ['Z', onUndo],
    ['Escape', onLeave],
    ['/', () => document.querySelector<HTMLElement>('[data-search]')?.focus()],
    ...reasons,
  ]);
}
