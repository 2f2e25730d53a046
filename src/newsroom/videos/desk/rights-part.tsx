/** Takes a film from every page at once, with a reason for the newsroom; and lets it be shown again. */
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { useMay } from '../../staff/desk/lent.ts';
import type { Video } from './types.ts';

export function RightsPart({ video }: { readonly video: Video }): ReactElement | null {
  const { t } = useWords();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { busy, send } = useSending();
  const path = `/videos/${video.id}/block`;
  if (!may('video.block')) return null;
  const block = async () => {
    if (await send(() => ask('POST', path, { body: { reason } }), { refresh: ['video', 'videos'] })) setAsking(false);
  };
  return (
    <section className="videos-part" aria-labelledby="videos-rights">
      <h2 id="videos-rights">{t('videos.rights')}</h2>
      {video.blocked === null ? <p>{t('videos.block-about')}</p> : <p className="videos-missing">{t('videos.blocked', { reason: video.blocked.reason })}</p>}
      {video.blocked === null
        ? <Button size="xs" variant="default" onClick={() => setAsking(true)}>{t('videos.block')}</Button>
        : <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('DELETE', path), { refresh: ['video', 'videos'] })}>{t('videos.unblock')}</Button>}
      <AskFirst open={asking} title={t('videos.block')} act={t('videos.block')} danger busy={busy} ready={reason.trim() !== ''} onAct={() => void block()} onClose={() => setAsking(false)}>
        <Textarea label={t('videos.block-reason')} description={t('videos.block-hint')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autosize minRows={2} data-autofocus required />
      </AskFirst>
    </section>
  );
}
