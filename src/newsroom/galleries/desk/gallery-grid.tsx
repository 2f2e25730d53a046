/** Galleries to choose from, each by its first picture. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { shortWhen } from '../../../design/desk/times.ts';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';
import { usePlace } from '../../publication/desk/lent.ts';
import './galleries.css';
import type { Gallery } from './types.ts';

interface GridProps {
  readonly words: string;
  readonly onTake: (gallery: Gallery) => void;
}

export function GalleryGrid({ words, onTake }: GridProps): ReactElement {
  const { t } = useWords();
  const [asked] = useDebouncedValue(words.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: ['galleries', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<Gallery>>(address('/galleries', { q: asked, cursor: pageParam, limit: 24 }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (pages.error !== null) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  if (pages.data === undefined) return <Waiting />;
  const galleries = pages.data.pages.flatMap((page) => page.items);
  if (galleries.length === 0) return <Empty title={t(asked === '' ? 'galleries.none' : 'galleries.none-found')} />;
  return (
    <>
      <ul className="gallery-grid">
        {galleries.map((gallery) => (
          <li key={gallery.id}>
            <Tile gallery={gallery} onTake={() => onTake(gallery)} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('desk.more')}
        </Button>
      )}
    </>
  );
}

function Tile({ gallery, onTake }: { readonly gallery: Gallery; readonly onTake: () => void }): ReactElement {
  const { t } = useWords();
  const place = usePlace();
  const [first, ...others] = gallery.pictures.filter((picture) => picture.thumb !== null);
  return (
    <button type="button" className="gallery-tile" onClick={onTake}>
      <span className="gallery-tile-pictures">
        {[first, others[0], others[1]].map((picture, i) => (picture === undefined ? <span key={i} /> : <img key={picture.id} src={picture.thumb!} alt="" loading="lazy" />))}
      </span>
      <b lang={gallery.language}>{gallery.title}</b>
      <small>
        {t('galleries.count', { count: gallery.pictures.length })} · {shortWhen(new Date(gallery.changedAt), new Date(), place)} · {gallery.changedBy.name}
      </small>
      {gallery.missing.length > 0 && <small className="gallery-tile-missing">{gallery.missing.map((one) => t(`galleries.missing.${one.name}`, one.values)).join(' · ')}</small>}
    </button>
  );
}
