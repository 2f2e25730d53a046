/** Builds a gallery: its words, its pictures, their order. On a page of its own, and within a story. */
import { Button, FileButton, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { usePublication } from '../../publication/desk/lent.ts';
import { DropField, useUpload } from '../../pictures/desk/lent.ts';
import { longestLead, longestTitle } from '../rules.ts';
import { addPictures } from './draft.ts';
import './galleries.css';
import { PictureList } from './picture-list.tsx';
import { PicturePicker } from './picture-picker.tsx';
import { SavingLine } from './saving-line.tsx';
import type { Gallery } from './types.ts';
import type { Work } from './use-draft.ts';
import { useDraft } from './use-draft.ts';
import { useGallery } from './use-galleries.ts';

export function GalleryEditor({ id }: { readonly id: string }): ReactElement {
  const { data, error, refetch } = useGallery(id);
  if (error !== null && data === undefined) return <Trouble error={error} again={() => void refetch()} />;
  return data === undefined ? <Waiting /> : <Editing key={data.id} gallery={data} />;
}

function Editing({ gallery }: { readonly gallery: Gallery }): ReactElement {
  const work = useDraft(gallery);
  const [picking, setPicking] = useState(false);
  const [busy, setBusy] = useState(false);
  const upload = useUpload();
  const add = (ids: readonly string[]) => work.change(({ pictures }) => ({ pictures: addPictures(pictures, ids) }), 'now');
  const put = (files: readonly File[]) => {
    setBusy(true);
    void upload(files, { language: work.draft.language }).then((made) => {
      setBusy(false);
      if (made.length > 0) add(made.map((one) => one.id));
    });
  };
  return (
    <DropField onFiles={put}>
      <Words work={work} />
      <Pictures gallery={gallery} work={work} busy={busy} onPick={() => setPicking(true)} onFiles={put} />
      {picking && <PicturePicker taken={work.draft.pictures.map((one) => one.id)} onTake={(ids) => (add(ids), setPicking(false))} onClose={() => setPicking(false)} />}
    </DropField>
  );
}

function Words({ work: { draft, change } }: { readonly work: Work }): ReactElement {
  const { t, language } = useWords();
  const { languages } = usePublication();
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const offered = [...new Set([...languages, draft.language])].map((value) => ({ value, label: names.of(value) ?? value }));
  return (
    <div className="gallery-words">
      <TextInput label={t('galleries.field.title')} size="md" value={draft.title} maxLength={longestTitle} lang={draft.language} spellCheck error={draft.title.trim() === '' ? t('galleries.title-missing') : undefined} onChange={(event) => change(() => ({ title: event.currentTarget.value }))} />
      <Select label={t('galleries.field.language')} data={offered} value={draft.language} allowDeselect={false} onChange={(value) => value !== null && change(() => ({ language: value }))} />
      <Textarea className="gallery-lead" label={t('galleries.field.lead')} description={t('galleries.hint.lead')} autosize minRows={2} value={draft.lead} maxLength={longestLead} lang={draft.language} spellCheck onChange={(event) => change(() => ({ lead: event.currentTarget.value }))} />
    </div>
  );
}

interface PicturesProps {
  readonly gallery: Gallery;
  readonly work: Work;
  readonly busy: boolean;
  readonly onPick: () => void;
  readonly onFiles: (files: readonly File[]) => void;
}

function Pictures({ gallery, work, busy, onPick, onFiles }: PicturesProps): ReactElement {
  const { t } = useWords();
  return (
    <section aria-label={t('galleries.pictures')}>
      <div className="gallery-bar">
        <Button leftSection={<Icon name="pictures" size={16} />} onClick={onPick}>{t('galleries.pick')}</Button>
        <FileButton multiple accept="image/*" onChange={(files) => files.length > 0 && onFiles(files)}>
          {(props) => (
            <Button {...props} variant="default" loading={busy} leftSection={<Icon name="upload" size={16} />}>
              {t('pictures.upload')}
            </Button>
          )}
        </FileButton>
        <span className="gallery-count">{t('galleries.count', { count: work.draft.pictures.length })}</span>
        <SavingLine saving={work.saving} />
      </div>
      {work.draft.pictures.length === 0 ? <p className="gallery-nothing">{t('galleries.empty')}</p> : null}
      <PictureList gallery={gallery} work={work} />
    </section>
  );
}
