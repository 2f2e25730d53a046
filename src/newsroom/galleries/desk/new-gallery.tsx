/** A new gallery begins with its title. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { longestTitle } from '../rules.ts';
import './galleries.css';
import { useMakeGallery } from './use-galleries.ts';

interface TitleProps {
  readonly language: string;
  readonly onMade: (id: string) => void;
}

export function NewGallery({ onClose, ...title }: TitleProps & { readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <Modal opened onClose={onClose} title={t('galleries.new')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <NewTitle {...title} />
    </Modal>
  );
}

export function NewTitle({ language, onMade }: TitleProps): ReactElement {
  const { t } = useWords();
  const make = useMakeGallery();
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const begin = () => {
    if (title.trim() === '') return;
    setBusy(true);
    void make({ title, language }).then(({ id }) => onMade(id), (error: unknown) => (setBusy(false), tellProblem(error, t)));
  };
  return (
    <form className="gallery-new" onSubmit={(event) => (event.preventDefault(), event.stopPropagation(), begin())}>
      <TextInput label={t('galleries.new-title')} value={title} maxLength={longestTitle} lang={language} spellCheck data-autofocus onChange={(event) => setTitle(event.currentTarget.value)} />
      <Button type="submit" loading={busy} disabled={title.trim() === ''}>{t('galleries.begin')}</Button>
    </form>
  );
}
