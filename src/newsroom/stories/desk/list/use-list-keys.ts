/** The list by keyboard: j and k go down and up, Enter opens (as on any link), n begins a story, / searches. */
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../../../staff/desk/lent.ts';

export function useListKeys(list: { readonly current: HTMLElement | null }): void {
  const go = useNavigate();
  const may = useMay();
  const move = (step: -1 | 1) => () => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys([
    ['J', move(1)],
    ['K', move(-1)],
    ['N', () => may('story.create') && void go({ to: '/new' })],
    ['/', () => document.querySelector<HTMLElement>('[data-search]')?.focus()],
  ]);
}
