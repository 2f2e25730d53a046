/** Takes several pictures at once, in the order in which they are chosen. */
import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { address, read } from '../../../platform/browser/api.ts';
import './galleries.css';

/** What the picker shows of a picture. */
interface Offered {
  readonly id: string;
  readonly name: string;
  readonly caption: string;
  readonly alt: string;
  readonly credit: string;
  readonly thumb: string | null;
}

interface PickerProps {
  /** Those that are in the gallery already. */
  readonly taken: readonly string[];
  readonly onTake: (ids: readonly string[]) => void;
  readonly onClose: () => void;
}

export function PicturePicker({ taken, onTake, onClose }: PickerProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const turn = (id: string) => setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  return (
    <Modal opened onClose={onClose} title={t('galleries.pick')} size="64rem" closeButtonProps={{ 'aria-label': t('desk.close') }}>
      <TextInput mb="md" value={words} onChange={(event) => setWords(event.currentTarget.value)} placeholder={t('pictures.search')} aria-label={t('pictures.search')} leftSection={<Icon name="search" size={16} />} data-autofocus />
      <Offers words={words} taken={taken} chosen={chosen} onTurn={turn} />
      <div className="gallery-picked">
        <span role="status">{t('galleries.picked', { count: chosen.length })}</span>
        <Button disabled={chosen.length === 0} onClick={() => onTake(chosen)}>{t('galleries.take', { count: chosen.length })}</Button>
      </div>
    </Modal>
  );
}

interface OffersProps {
  readonly words: string;
  readonly taken: readonly string[];
  readonly chosen: readonly string[];
  readonly onTurn: (id: string) => void;
}

function Offers({ words, taken, chosen, onTurn }: OffersProps): ReactElement {
  const { t } = useWords();
  const [asked] = useDebouncedValue(words.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: ['pictures', 'offered', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<Offered>>(address('/pictures', { q: asked, cursor: pageParam, limit: 48 }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  if (pages.error !== null) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  if (pages.data === undefined) return <Waiting />;
  const offered = pages.data.pages.flatMap((page) => page.items);
  if (offered.length === 0) return <Empty title={t(asked === '' ? 'pictures.none' : 'pictures.none-found')} />;
  return (
    <>
      <ul className="gallery-offers">
        {offered.map((picture) => (
          <li key={picture.id}>
            <Offer picture={picture} place={chosen.indexOf(picture.id) + 1} taken={taken.includes(picture.id)} onTurn={() => onTurn(picture.id)} />
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

interface OfferProps {
  readonly picture: Offered;
  /** In the order of choosing, from 1; 0: not chosen. */
  readonly place: number;
  readonly taken: boolean;
  readonly onTurn: () => void;
}

function Offer({ picture, place, taken, onTurn }: OfferProps): ReactElement {
  const { t } = useWords();
  return (
    <button type="button" className="gallery-offer" aria-pressed={place > 0} disabled={taken} onClick={onTurn}>
      <span className="gallery-offer-picture">
        {picture.thumb !== null && <img src={picture.thumb} alt={picture.alt} loading="lazy" />}
        {place > 0 && <b>{place}</b>}
      </span>
      <span>{picture.caption || picture.alt || picture.name}</span>
      <small>{taken ? t('galleries.in-already') : picture.credit}</small>
    </button>
  );
}
