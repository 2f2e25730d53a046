/** Short messages in the corner: what was done, and what went wrong. */
import { notifications } from '@mantine/notifications';
import type { Translate } from '../../platform/words/translate.ts';
import { sayProblem } from './states.tsx';

export function tellDone(message: string): void {
  notifications.show({ message, autoClose: 4_000, withBorder: true, withCloseButton: false });
}

/** Stays until somebody has read it. */
export function tellProblem(error: unknown, t: Translate): void {
  notifications.show({ message: sayProblem(error, t), color: 'red', autoClose: false, withBorder: true, closeButtonProps: { 'aria-label': t('desk.close') } });
}
