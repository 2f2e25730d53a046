/** Pages that the newsroom writes itself: imprint, privacy, about. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { ask, read } from '../../../platform/browser/api.ts';
import type { PageFacts } from './types.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery({ queryKey: ['pages'], queryFn: async () => (await read<Listed<PageFacts>>('/pages')).items });
  return (
    <Frame title={t('pages.title')} about={t('pages.about')} actions={<Button onClick={() => setOpen(true)}>{t('pages.new')}</Button>}>
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <Empty title={t('pages.none')} />}
      <Rows label={t('pages.title')}>
        {data?.map((page) => (
          <Row key={page.id} title={<Link to={`/pages/${page.id}`}>{page.title}</Link>} about={`/seite/${page.slug} · ${page.language} · ${t(page.public ? 'pages.public' : 'pages.hidden')}`}>
            {page.public && <Button size="xs" variant="subtle" component="a" href={`/seite/${page.slug}`} target="_blank">{t('desk.page')}</Button>}
          </Row>
        ))}
      </Rows>
      <NewPage open={open} onClose={() => setOpen(false)} />
    </Frame>
  );
}

function NewPage({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const go = useNavigate();
  const [title, setTitle] = useState('');
  const { busy, send } = useSending();
  const act = () =>
    void send(async () => {
      const page = await ask<PageFacts>('POST', '/pages', { body: { title } });
      await go({ to: `/pages/${page.id}` });
    }, { refresh: ['pages'] });
  return (
    <AskFirst open={open} title={t('pages.new')} act={t('pages.begin')} busy={busy} ready={title.trim() !== ''} onAct={act} onClose={onClose}>
      <TextInput label={t('pages.field.title')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} data-autofocus />
    </AskFirst>
  );
}
