/** The pictures of a gallery, in order. By drag, by buttons, by keyboard; each move is said aloud, and what was taken out can come back. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { DragEvent, ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import { PictureForm } from '../../pictures/desk/lent.ts';
import type { GalleryPicture } from '../gallery.ts';
import { captionPicture, movePicture } from './draft.ts';
import { PictureRow } from './picture-row.tsx';
import type { Gallery, PlacedPicture } from './types.ts';
import type { Work } from './use-draft.ts';

interface ListProps {
  readonly gallery: Gallery;
  readonly work: Work;
}

interface TakenOut {
  readonly picture: GalleryPicture;
  readonly at: number;
}

export function PictureList({ gallery, work: { draft, change } }: ListProps): ReactElement {
  const { t } = useWords();
  const [over, setOver] = useState<number | null>(null);
  const [said, setSaid] = useState('');
  const [gone, setGone] = useState<TakenOut | null>(null);
  const [edited, setEdited] = useState<string | null>(null);
  const { pictures } = draft;
  const move = (from: number, to: number) => {
    if (to < 0 || to >= pictures.length || from === to) return;
    change((now) => ({ pictures: movePicture(now.pictures, from, to) }));
    setSaid(t('galleries.moved', { place: to + 1, places: pictures.length }));
    const { id } = pictures[from]!;
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-picture="${id}"]`)?.focus());
  };
  const takeOut = (at: number) => {
    setGone({ picture: pictures[at]!, at });
    change((now) => ({ pictures: now.pictures.toSpliced(at, 1) }));
  };
  const back = ({ picture, at }: TakenOut) => {
    setGone(null);
    change((now) => ({ pictures: now.pictures.some((one) => one.id === picture.id) ? now.pictures : now.pictures.toSpliced(at, 0, picture) }));
  };
  const drop = (event: DragEvent, at: number) => {
    setOver(null);
    const from = event.dataTransfer.getData('text/gallery-place');
    if (from === '') return;
    event.preventDefault();
    move(Number(from), at);
  };
  return (
    <>
      <p className="unseen" role="status">{said}</p>
      {gone !== null && (
        <p className="gallery-gone" role="status">
          {t('galleries.taken-out')} <Button size="compact-sm" variant="subtle" onClick={() => back(gone)}>{t('galleries.undo')}</Button>
        </p>
      )}
      <ol className="gallery-pictures">
        {pictures.map((picture, at) => (
          <li key={picture.id} data-over={over === at || undefined} onDragOver={(event) => isOurs(event) && (event.preventDefault(), setOver(at))} onDragLeave={() => setOver(null)} onDrop={(event) => drop(event, at)}>
            <PictureRow
              picture={{ ...unknown, ...gallery.pictures.find((one) => one.id === picture.id), ...picture }} at={at} count={pictures.length}
              onCaption={(caption) => change((now) => ({ pictures: captionPicture(now.pictures, picture.id, caption) }))}
              onMove={(to) => move(at, to)} onEdit={() => setEdited(picture.id)} onTakeOut={() => takeOut(at)}
            />
          </li>
        ))}
      </ol>
      <Modal opened={edited !== null} onClose={() => setEdited(null)} title={t('pictures.one')} size="36rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
        {edited !== null && <PictureForm id={edited} />}
      </Modal>
    </>
  );
}

const isOurs = (event: DragEvent): boolean => event.dataTransfer.types.includes('text/gallery-place');

/** Until the gallery is saved with it, nothing is known of a picture. */
const unknown: Omit<PlacedPicture, 'id' | 'caption'> = { thumb: null, own: '', alt: '', credit: '', missing: [] };
