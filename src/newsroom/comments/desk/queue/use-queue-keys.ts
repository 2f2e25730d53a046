/** The queue by keyboard, one key for each decision. What the keys do stands in `keysOfQueue`, which the help shows. */
import { useHotkeys } from '@mantine/hooks';
import type { HotkeyItem } from '@mantine/hooks';
import { refusalReasons } from '../../comment.ts';
import type { RefusalReason } from '../../comment.ts';

/** Keys as they stand on the keyboard, with the name of what they do. */
export const keysOfQueue = [
  [['A'], 'approve'], [['R'], 'refuse'], [['1', '…', '0'], 'reason'], [['S'], 'later'], [['Z'], 'undo'],
  [['J', '↓'], 'next'], [['K', '↑'], 'previous'], [['X'], 'mark'], [['E'], 'choose'], [['P'], 'pin'], [['N'], 'answer'], [['/'], 'search'], [['Esc'], 'leave'], [['?'], 'help'],
] as const;

export interface QueueKeys {
  onApprove(): void;
  onRefuse(): void;
  /** A digit, which means a reason where the reasons are open. */
  onReason(reason: RefusalReason): void;
  onStep(by: 1 | -1): void;
  onUndo(): void;
  onMark(): void;
  onChoose(): void;
  onPin(): void;
  onAnswer(): void;
  onLeave(): void;
  onHelp(): void;
}

export function useQueueKeys(keys: QueueKeys): void {
  const own = (press: () => void) => () => !isAsked() && press();
  const reasons: HotkeyItem[] = refusalReasons.map((reason, place) => [String((place + 1) % 10), () => !isAsked('[role=dialog]') && keys.onReason(reason)]);
  useHotkeys([
    ['A', own(keys.onApprove)],
    ['R', own(keys.onRefuse)],
    ['J', own(() => keys.onStep(1))],
    ['K', own(() => keys.onStep(-1))],
    ['ArrowDown', own(() => keys.onStep(1))],
    ['ArrowUp', own(() => keys.onStep(-1))],
    ['S', own(() => keys.onStep(1))],
    ['X', own(keys.onMark)],
    ['Z', own(keys.onUndo)],
    ['E', own(keys.onChoose)],
    ['P', own(keys.onPin)],
    ['N', own(keys.onAnswer)],
    ['Escape', own(keys.onLeave)],
    ['/', own(() => document.querySelector<HTMLElement>('[data-search]')?.focus())],
    ['shift+/', own(() => document.querySelector<HTMLElement>('[data-search]')?.focus())],
    ['?', own(keys.onHelp)],
    ['shift+?', own(keys.onHelp)],
    ...reasons,
  ]);
}

/** Something stands before the queue: its keys are its own. */
function isAsked(what = '[role=dialog], [role=menu]'): boolean {
  return document.querySelector(what) !== null;
}
