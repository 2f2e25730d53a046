/** Another file in place of this one, wherever it is shown. */
import { Button, FileButton } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { takes } from '../picture-chooser.tsx';
import type { Picture } from '../types.ts';

export function Replace({ picture }: { readonly picture: Picture }): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const { send, busy } = useSending();
  const [file, setFile] = useState<File | null>(null);
  const replace = async () => {
    const form = new FormData();
    form.set('file', file!, file!.name);
    const done = await send(async () => {
      queries.setQueryData(['picture', picture.id], await ask<Picture>('PUT', `/pictures/${picture.id}/file`, { body: form, version: picture.version }));
    }, { refresh: ['pictures'], said: t('pictures.replaced') });
    if (done) setFile(null);
  };
  return (
    <>
      <FileButton accept={takes} onChange={setFile}>
        {(props) => <Button {...props} variant="default" size="xs" leftSection={<Icon name="upload" size={14} />}>{t('pictures.replace')}</Button>}
      </FileButton>
      <AskFirst open={file !== null} title={t('pictures.replace')} act={t('pictures.replace')} busy={busy} onAct={() => void replace()} onClose={() => setFile(null)}>
        <p>{t('pictures.replace.what', { name: file?.name ?? '' })}</p>
        <p className="pictures-hint">{t('pictures.block.reach')}</p>
      </AskFirst>
    </>
  );
}
