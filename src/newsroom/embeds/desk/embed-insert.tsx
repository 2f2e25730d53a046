/** An embed for a story: its address, and which houses the newsroom lets in. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { sayProblem } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { makeEmbed, useProviders } from './use-embeds.ts';

interface InsertProps {
  readonly language: string;
  readonly onInsert: (id: string) => void;
  readonly onClose: () => void;
}

export function EmbedInsert({ language, onInsert, onClose }: InsertProps): ReactElement {
  const { t } = useWords();
  const [url, setUrl] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const names = useProviders().filter(({ enabled }) => enabled).map(({ name }) => name).join(', ');
  const make = () => {
    setBusy(true);
    void makeEmbed(url.trim(), language).then(onInsert, (error: unknown) => setProblem(sayProblem(error, t))).finally(() => setBusy(false));
  };
  return (
    <Modal opened onClose={onClose} title={t('embeds.insert')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (url.trim() !== '' && !busy) make();
        }}
      >
        <TextInput
          label={t('embeds.address')} description={names} value={url} placeholder="https://" inputMode="url" data-autofocus error={problem || undefined}
          onChange={(event) => {
            setUrl(event.currentTarget.value);
            setProblem('');
          }}
        />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={busy} disabled={url.trim() === ''}>{t('embeds.insert')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
