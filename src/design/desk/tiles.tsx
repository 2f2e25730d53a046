/** Things to choose from, side by side: found by words, the next ones on demand, gone through by arrow keys. */
import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import type { Listed } from '../../platform/browser/api.ts';
import { address, read } from '../../platform/browser/api.ts';
import { stepIn } from './grid-keys.ts';
import { Empty, Trouble, Waiting } from './states.tsx';
import './tiles.css';
import { useWords } from './words.tsx';

interface TilesProps<Thing> {
  /** Where the API lists them; the first step is the head of their key among the queries. */
  readonly path: `/${string}`;
  readonly words: string;
  /** What is said where there is none at all. */
  readonly none: ReactElement;
  /** What is said where no thing has these words. */
  readonly noneFound: string;
  readonly large?: true;
  readonly tile: (thing: Thing) => ReactNode;
}

/** As many as fill a screen twice. */
const pageSize = 48;

export function Tiles<Thing extends { readonly id: string }>({ path, words, none, noneFound, large, tile }: TilesProps<Thing>): ReactElement {
  const { t } = useWords();
  const [asked] = useDebouncedValue(words.trim(), 250);
  const pages = useInfiniteQuery({
    queryKey: [path.slice(1), 'tiles', asked],
    queryFn: ({ pageParam, signal }) => read<Listed<Thing>>(address(path, { q: asked, cursor: pageParam, limit: pageSize }), signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: (before) => before,
  });
  if (pages.error !== null) return <Trouble error={pages.error} again={() => void pages.refetch()} />;
  if (pages.data === undefined) return <Waiting />;
  const things = pages.data.pages.flatMap((page) => page.items);
  if (things.length === 0) return asked === '' ? none : <Empty title={noneFound} />;
  return (
    <>
      <ul className="tiles" data-large={large} onKeyDown={goOn}>
        {things.map((thing) => (
          <li key={thing.id}>{tile(thing)}</li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button variant="default" fullWidth loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('desk.more')}
        </Button>
      )}
    </>
  );
}

function goOn(event: KeyboardEvent<HTMLUListElement>): void {
  const { next, tiles } = stepIn(event.currentTarget, event.key);
  if (next === null) return;
  event.preventDefault();
  tiles[next]?.focus();
}

interface TileProps {
  /** The picture, or what stands in its place. */
  readonly frame: ReactNode;
  readonly name: string;
  /** Of the name. */
  readonly lang?: string | undefined;
  readonly about: ReactNode;
  /** What keeps it from readers. */
  readonly lacks?: string;
  /** Of a choice of several. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly onTake: () => void;
}

export function Tile({ frame, name, lang, about, lacks = '', pressed, disabled, className = '', onTake }: TileProps): ReactElement {
  return (
    <button type="button" data-tile className={`tile ${className}`.trim()} aria-pressed={pressed} disabled={disabled} onClick={onTake}>
      <span className="tile-frame">{frame}</span>
      <b className="tile-name" lang={lang}>{name}</b>
      {about !== '' && <span className="tile-about">{about}</span>}
      {lacks !== '' && <span className="tile-lacks">{lacks}</span>}
    </button>
  );
}
