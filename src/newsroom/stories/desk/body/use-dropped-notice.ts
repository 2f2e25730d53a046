import { notifications } from '@mantine/notifications';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Dropped } from '../../html.ts';

/** A quiet line about what of a pasted text had no place. */
export function useDroppedNotice(): (report: readonly Dropped[]) => void {
  const { t } = useWords();
  return (report) => {
    const list = report.map(({ name, count }) => `${name}${count > 1 ? ` (${count})` : ''}`).join(', ');
    notifications.show({ message: t('stories.paste.dropped', { list }), autoClose: 8_000, withBorder: true });
  };
}
