/** Which key does what. */
import { Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { keysOfQueue } from './use-queue-keys.ts';

export function KeysHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <Modal opened={open} onClose={onClose} title={t('comments.keys')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <dl className="keys">
        {keysOfQueue.map(([keys, name]) => (
          <div key={name}>
            <dt>{keys.map((key) => (key === '…' ? <span key={key}>…</span> : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{t(`comments.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <p className="step-text">{t('comments.keys.many')}</p>
    </Modal>
  );
}
