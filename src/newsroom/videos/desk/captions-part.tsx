/** Captions, one file for each language; what is wrong in a file is told with its line. */
import { Button, FileButton, Select } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import type { Video } from './types.ts';
import { captionsAddress } from './use-videos.ts';

const spoken = ['de', 'fr', 'it', 'rm', 'en', 'es', 'pt', 'sq', 'tr', 'uk', 'ar'];

export function CaptionsPart({ video }: { readonly video: Video }): ReactElement {
  const { t, language: ours } = useWords();
  const [language, setLanguage] = useState(video.language.split('-')[0] ?? 'de');
  const { busy, send } = useSending();
  const names = new Intl.DisplayNames([ours], { type: 'language' });
  const put = (file: File | null) => file !== null && void send(() => ask('PUT', captionsAddress(video.id, language), { body: file }), { said: t('videos.captions-taken'), refresh: ['video'] });
  return (
    <section className="videos-part" aria-labelledby="videos-captions">
      <h2 id="videos-captions">{t('videos.captions')}</h2>
      {video.warnings.includes('captions') && <p className="videos-warning">{t('videos.captions-why')}</p>}
      {video.captions.length > 0 && (
        <Rows label={t('videos.captions')}>
          {video.captions.map((one) => (
            <Row key={one.language} title={names.of(one.language) ?? one.language} about={t('videos.cues', { count: one.cues })}>
              <Button size="xs" variant="subtle" component="a" href={one.url} download={`${video.id}-${one.language}.vtt`}>{t('videos.fetch')}</Button>
              <Button size="xs" variant="subtle" color="red" onClick={() => void send(() => ask('DELETE', captionsAddress(video.id, one.language)), { refresh: ['video'] })}>{t('desk.remove')}</Button>
            </Row>
          ))}
        </Rows>
      )}
      <div className="videos-acts">
        <Select w="11rem" size="xs" aria-label={t('videos.captions-language')} data={spoken.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} value={language} allowDeselect={false} onChange={(value) => value !== null && setLanguage(value)} />
        <FileButton onChange={put} accept=".vtt,.srt,text/vtt">
          {(props) => <Button {...props} size="xs" variant="default" loading={busy}>{t('videos.captions-put')}</Button>}
        </FileButton>
      </div>
    </section>
  );
}
