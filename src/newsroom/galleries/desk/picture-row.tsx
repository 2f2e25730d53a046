import { ActionIcon, Button } from '@mantine/core';
import type { KeyboardEvent, ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { longestCaption } from '../rules.ts';
import type { PlacedPicture } from './types.ts';

interface RowProps {
  readonly picture: PlacedPicture;
  readonly at: number;
  readonly count: number;
  readonly onCaption: (caption: string) => void;
  readonly onMove: (to: number) => void;
  readonly onEdit: () => void;
  readonly onTakeOut: () => void;
}

/** One picture of a gallery: its place, its caption here, whose it is, and what readers still need. */
export function PictureRow({ picture, at, count, onCaption, onMove, onEdit, onTakeOut }: RowProps): ReactElement {
  const { t } = useWords();
  const name = { place: at + 1, places: count };
  const keys = (event: KeyboardEvent) => {
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: count - 1 }[event.key];
    if (!event.altKey || to === undefined) return;
    event.preventDefault();
    onMove(to);
  };
  return (
    <div className="gallery-row" onKeyDown={keys}>
      <span className="gallery-place" draggable onDragStart={(event) => event.dataTransfer.setData('text/gallery-place', String(at))} title={t('galleries.drag')}>
        <Icon name="grip" /> {at + 1}
      </span>
      <button type="button" className="gallery-thumb" data-picture={picture.id} onClick={onEdit} aria-label={t('galleries.edit-picture', name)}>
        {picture.thumb !== null && <img src={picture.thumb} alt={picture.alt} loading="lazy" draggable={false} />}
      </button>
      <div className="gallery-said">
        <textarea rows={2} value={picture.caption} maxLength={longestCaption} placeholder={picture.own || t('galleries.caption')} aria-label={t('galleries.caption-of', name)} onChange={(event) => onCaption(event.currentTarget.value.replaceAll('\n', ' '))} />
        <p data-missing={picture.missing.length > 0 || undefined}>
          {picture.missing.length === 0 ? picture.credit : picture.missing.map((one) => t(`pictures.missing.${one}`)).join(' ')}
          {picture.missing.length > 0 && <Button size="compact-xs" variant="subtle" onClick={onEdit}>{t('galleries.complete')}</Button>}
        </p>
      </div>
      <div className="gallery-acts">
        <ActionIcon variant="subtle" color="gray" disabled={at === 0} aria-label={t('galleries.up', name)} onClick={() => onMove(at - 1)}><Icon name="up" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" disabled={at === count - 1} aria-label={t('galleries.down', name)} onClick={() => onMove(at + 1)}><Icon name="down" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('galleries.take-out', name)} onClick={onTakeOut}><Icon name="close" /></ActionIcon>
      </div>
    </div>
  );
}
