/** A page of the newsroom's own: written in the same editor as stories, saved when its writer says so. */
import { Button, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useBlocker, useNavigate, useParams } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask, read } from '../../../platform/browser/api.ts';
import { PictureChooser } from '../../pictures/desk/lent.ts';
import { usePublication } from '../../publication/desk/lent.ts';
import { Body, PictureDialog } from '../../stories/desk/lent.ts';
import { pagePlaces } from '../page.ts';
import type { PageFacts } from './types.ts';

export function View(): ReactElement {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const { data, error, refetch } = useQuery({ queryKey: ['page', id], queryFn: () => read<PageFacts>(`/pages/${id}`), refetchOnWindowFocus: false, gcTime: 0 });
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  return data === undefined ? <Waiting /> : <Edit key={data.id} saved={data} />;
}

function Edit({ saved }: { readonly saved: PageFacts }): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const go = useNavigate();
  const [page, setPage] = useState(saved);
  const [kept, setKept] = useState(saved);
  const { busy, send } = useSending();
  const unsaved = page !== kept;
  useBlocker({ shouldBlockFn: () => unsaved && !window.confirm(t('pages.leave')), enableBeforeUnload: unsaved });
  const { id, version: _, changedAt: __, ...body } = page;
  const save = () =>
    void send(async () => {
      const now = await ask<PageFacts>('PATCH', `/pages/${id}`, { body, version: kept.version });
      queries.setQueryData(['page', id], now);
      setKept(now);
      setPage(now);
    }, { said: t('desk.saved'), refresh: ['pages'] });
  const remove = () => {
    if (!window.confirm(t('pages.remove.sure'))) return;
    setKept(page);
    void send(() => ask('DELETE', `/pages/${id}`), { said: t('pages.removed'), refresh: ['pages'] }).then((done) => (done ? go({ to: '/pages' }) : undefined));
  };
  const actions = (
    <>
      <Button variant="subtle" color="red" onClick={remove}>{t('desk.remove')}</Button>
      <Button disabled={!unsaved || page.title.trim() === ''} loading={busy} onClick={save}>{t('desk.save')}</Button>
    </>
  );
  return (
    <Frame title={page.title || t('pages.untitled')} width="text" actions={actions}>
      <PageFields page={page} onChange={(part) => setPage((now) => ({ ...now, ...part }))} />
      <PageText saved={saved} onBody={(text) => setPage((now) => ({ ...now, body: text }))} />
    </Frame>
  );
}

function PageText({ saved, onBody }: { readonly saved: PageFacts; readonly onBody: (body: PageFacts['body']) => void }): ReactElement {
  const [edited, setEdited] = useState<string | null>(null);
  const [use, setUse] = useState<((id: string) => void) | null>(null);
  const choose = useCallback((next: (id: string) => void) => setUse(() => next), []);
  const handle = useRef(null);
  const source = useMemo(() => ({ body: () => saved.body, language: () => saved.language, change: onBody, onBody: () => () => undefined }), [saved.id]);
  return (
    <>
      <Body source={source} editable handle={handle} onEditPicture={setEdited} onChoosePicture={choose} />
      <PictureDialog id={edited} onClose={() => setEdited(null)} />
      <PictureChooser open={use !== null} language={saved.language} onClose={() => setUse(null)} onChoose={(id) => (use?.(id), setUse(null))} />
    </>
  );
}

interface PageFieldsProps {
  readonly page: PageFacts;
  readonly onChange: (part: Partial<PageFacts>) => void;
}

function PageFields({ page, onChange }: PageFieldsProps): ReactElement {
  const { t, locale } = useWords();
  const { languages } = usePublication();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  return (
    <div className="form">
      <TextInput label={t('pages.field.title')} value={page.title} onChange={(event) => onChange({ title: event.currentTarget.value })} />
      <div className="form-row">
        <TextInput label={t('pages.field.slug')} value={page.slug} onChange={(event) => onChange({ slug: event.currentTarget.value.toLowerCase().replaceAll(/[^a-z0-9-]+/gu, '-') })} />
        <Select label={t('pages.field.language')} allowDeselect={false} data={languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} value={page.language} onChange={(language) => language !== null && onChange({ language })} />
        <Select label={t('pages.field.place')} allowDeselect={false} data={pagePlaces.map((place) => ({ value: place, label: t(`pages.place.${place}`) }))} value={page.place} onChange={(place) => place !== null && onChange({ place })} />
        <NumberInput label={t('pages.field.position')} min={0} value={page.position} onChange={(position) => onChange({ position: Number(position) })} />
      </div>
      <Switch label={t('pages.field.public')} checked={page.public} onChange={(event) => onChange({ public: event.currentTarget.checked })} />
    </div>
  );
}
