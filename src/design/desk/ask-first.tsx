/** Asks before something that cannot be undone, or that needs a reason in words. */
import { Button, Group, Modal } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from './words.tsx';

interface AskFirstProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** What the button says: the act itself, never 'OK'. */
  readonly act: string;
  readonly danger?: true;
  readonly busy?: boolean;
  readonly ready?: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

export function AskFirst({ open, title, children, act, danger, busy = false, ready = true, onAct, onClose }: AskFirstProps): ReactElement {
  const { t } = useWords();
  return (
    <Modal opened={open} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) onAct();
        }}
      >
        {children}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('desk.cancel')}
          </Button>
          <Button type="submit" color={danger === true ? 'red.9' : 'ink'} loading={busy} disabled={!ready}>
            {act}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
