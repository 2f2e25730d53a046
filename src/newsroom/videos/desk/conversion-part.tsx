/** The qualities of a film: how far they are, stop, begin again. */
import { Button, Progress } from '@mantine/core';
import type { ReactElement } from 'react';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import type { Video } from './types.ts';

export function ConversionPart({ video }: { readonly video: Video }): ReactElement {
  const { t } = useWords();
  const { busy, send } = useSending();
  const { state, progress } = video.conversion;
  const going = state === 'waiting' || state === 'running';
  const path = `/videos/${video.id}/conversion`;
  return (
    <section className="videos-part" aria-labelledby="videos-qualities">
      <h2 id="videos-qualities">{t('videos.qualities')}</h2>
      <p role="status">{t(`videos.conversion.${state}`, { progress })}</p>
      {going && <Progress className="videos-progress" value={progress} aria-label={t('videos.qualities')} />}
      {video.qualities.length > 0 && <p className="videos-facts">{video.qualities.map((one) => `${Math.min(one.width, one.height)}p (${(one.bytes / 1_000_000).toFixed(1)} MB)`).join(' · ')}</p>}
      <p className="videos-acts">
        {going ? (
          <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('DELETE', path), { refresh: ['video'] })}>{t('videos.conversion-stop')}</Button>
        ) : (
          <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('POST', path), { refresh: ['video'] })}>{t(state === 'done' ? 'videos.conversion-again' : 'videos.conversion-start')}</Button>
        )}
      </p>
    </section>
  );
}
