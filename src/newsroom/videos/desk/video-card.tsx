/** A film as it stands in the text of a story. */
import { Button, Textarea } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Trouble } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { minutes } from './types.ts';
import { useVideo } from './use-videos.ts';
import './videos.css';

interface CardProps {
  readonly id: string;
  readonly caption: string;
  readonly editable: boolean;
  readonly onCaption: (caption: string) => void;
  readonly onRemove: () => void;
}

export function VideoCard({ id, caption, editable, onCaption, onRemove }: CardProps): ReactElement {
  const { t } = useWords();
  const { data, error, refetch } = useVideo(id);
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  const lacks = [...(data?.missing ?? []).map(({ name }) => t(`videos.missing.${name}`)), ...(data?.warnings ?? []).map((name) => t(`videos.missing.${name}`))].join(' ');
  return (
    <div className="desk-card">
      <p className="videos-card-title">
        <Icon name="video" /> <b>{data === undefined ? '' : data.title || data.name}</b> <span>{minutes(data?.duration ?? null)}</span>
      </p>
      {data?.poster?.url != null && <img className="desk-card-picture" src={data.poster.url} alt="" style={{ objectPosition: `${data.posterAt.x}% ${data.posterAt.y}%` }} />}
      {lacks !== '' && <p className="videos-card-missing">{lacks}</p>}
      <Textarea autosize minRows={1} readOnly={!editable} value={caption} onChange={(event) => onCaption(event.currentTarget.value)} placeholder={data?.description || t('videos.caption')} aria-label={t('videos.caption')} />
      {editable && (
        <p className="videos-card-acts">
          <Button size="xs" variant="default" component="a" href={`/desk/videos/${id}`} target="_blank">{t('videos.edit')}</Button>
          <Button size="xs" variant="subtle" onClick={onRemove}>{t('videos.out-of-story')}</Button>
        </p>
      )}
    </div>
  );
}
