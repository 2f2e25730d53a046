/** Galleries to choose from, each by its first pictures. */
import type { ReactElement } from 'react';
import { Empty } from '../../../design/desk/states.tsx';
import { Tile, Tiles } from '../../../design/desk/tiles.tsx';
import { shortWhen } from '../../../design/desk/times.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { usePlace } from '../../publication/desk/lent.ts';
import './galleries.css';
import type { Gallery } from './types.ts';

interface GridProps {
  readonly words: string;
  readonly onTake: (gallery: Gallery) => void;
}

export function GalleryGrid({ words, onTake }: GridProps): ReactElement {
  const { t } = useWords();
  return (
    <Tiles<Gallery>
      path="/galleries" words={words} large none={<Empty title={t('galleries.none')}><p>{t('galleries.none.begin')}</p></Empty>} noneFound={t('galleries.none-found')}
      tile={(gallery) => <GalleryTile gallery={gallery} onTake={() => onTake(gallery)} />}
    />
  );
}

function GalleryTile({ gallery, onTake }: { readonly gallery: Gallery; readonly onTake: () => void }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const { title, language, pictures, changedAt, changedBy, missing } = gallery;
  const [first, ...others] = pictures.filter((picture) => picture.thumb !== null);
  const frame = (
    <span className="gallery-tile-pictures">
      {[first, others[0], others[1]].map((picture, i) => (picture === undefined ? <span key={i} /> : <img key={picture.id} src={picture.thumb!} alt="" loading="lazy" />))}
    </span>
  );
  return (
    <Tile
      className="gallery-tile" frame={frame} name={title} lang={language} about={`${t('galleries.count', { count: pictures.length })} · ${shortWhen(new Date(changedAt), new Date(), place)} · ${changedBy.name}`}
      lacks={missing.map((one) => t(`galleries.missing.${one.name}`, one.values)).join(' · ')} onTake={onTake}
    />
  );
}
