/** The server's own page of the working copy, at the width of a phone or of a screen, and a secret link to it. */
import { ActionIcon, Button, Modal, SegmentedControl, Tooltip } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { Trouble } from '../../../../design/desk/states.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { tellDone } from '../../../../design/desk/tell.ts';
import { useTitle } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import '../top-bar.css';
import './preview.css';

export function View(): ReactElement {
  const { t } = useWords();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const [width, setWidth] = useState<'phone' | 'desktop'>('desktop');
  useTitle(t('stories.preview'));
  return (
    <div className="preview">
      <header className="topbar">
        <Tooltip label={t('stories.preview.back')}>
          <ActionIcon component={Link} to={`/stories/${id}`} variant="subtle" color="gray" className="tool" size={36} aria-label={t('stories.preview.back')}>
            <Icon name="left" />
          </ActionIcon>
        </Tooltip>
        <h1>{t('stories.preview')}</h1>
        <SegmentedControl size="xs" aria-label={t('stories.preview.width')} value={width} onChange={(value) => setWidth(value as typeof width)} data={[{ value: 'phone', label: t('stories.preview.phone') }, { value: 'desktop', label: t('stories.preview.desktop') }]} />
        <span className="topbar-gap" />
        <SecretLink id={id} />
      </header>
      <iframe className="preview-frame" data-width={width} src={`/desk-preview/stories/${id}`} title={t('stories.preview')} />
    </div>
  );
}

function SecretLink({ id }: { readonly id: string }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const share = useMutation({ mutationFn: () => ask<{ url: string; endsAt: string }>('POST', `/stories/${id}/preview`, { body: {} }) });
  const copy = (url: string) => void navigator.clipboard.writeText(url).then(() => tellDone(t('stories.share.copied')));
  return (
    <>
      <Button variant="default" leftSection={<Icon name="link" size={16} />} loading={share.isPending} onClick={() => share.mutate()}>
        {t('stories.share')}
      </Button>
      <Modal opened={share.data !== undefined || share.error !== null} onClose={share.reset} title={t('stories.share')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
        {share.error !== null && <Trouble error={share.error} />}
        {share.data !== undefined && (
          <>
            <p>{t('stories.share.text', { when: shortWhen(new Date(share.data.endsAt), new Date(), place) })}</p>
            <p className="preview-link">{share.data.url}</p>
            <Button onClick={() => copy(share.data.url)}>{t('stories.share.copy')}</Button>
          </>
        )}
      </Modal>
    </>
  );
}
