/** The pictures: one is looked at, several are chosen. Keys: arrows go, Space chooses, Shift extends, Enter opens. */
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Picture } from '../types.ts';
import { nameOf } from '../types.ts';
import { Marks } from './marks.tsx';
import type { Selection } from './selection.ts';
import { extend, toggle } from './selection.ts';

interface GridProps {
  readonly pictures: readonly Picture[];
  readonly selection: Selection;
  readonly onSelect: (selection: Selection) => void;
  /** The one that is looked at beside the list. */
  readonly open: string | null;
  /** False where there is no room beside: then the link leads to the picture's own view. */
  readonly onOpen: (id: string) => boolean;
}

export function Grid({ pictures, selection, onSelect, open, onOpen }: GridProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  const ids = pictures.map(({ id }) => id);
  const choose = (id: string, range: boolean) => onSelect(range ? extend(selection, id, ids) : toggle(selection, id));
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const tiles = tilesIn(list.current);
    const at = tiles.indexOf(document.activeElement as HTMLElement);
    if (at === -1) return;
    const next = stepOf(event.key, { at, columns: columnsOf(tiles), last: tiles.length - 1 });
    if (next !== null) {
      event.preventDefault();
      if (event.shiftKey) onSelect(extend(selection.anchor === null ? toggle(selection, ids[at]!) : selection, ids[next]!, ids));
      tiles[next]?.focus();
    } else if (event.key === ' ') {
      event.preventDefault();
      choose(ids[at]!, event.shiftKey);
    }
  };
  return (
    <ul ref={list} className="library-grid" onKeyDown={onKeyDown} data-choosing={selection.chosen.size > 0 || undefined}>
      {pictures.map((picture) => (
        <Tile key={picture.id} picture={picture} chosen={selection.chosen.has(picture.id)} looked={picture.id === open} onChoose={choose} onOpen={onOpen} />
      ))}
    </ul>
  );
}

interface TileProps {
  readonly picture: Picture;
  readonly chosen: boolean;
  readonly looked: boolean;
  readonly onChoose: (id: string, range: boolean) => void;
  readonly onOpen: (id: string) => boolean;
}

function Tile({ picture, chosen, looked, onChoose, onOpen }: TileProps): ReactElement {
  const { t } = useWords();
  const name = nameOf(picture);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) {
      event.preventDefault();
      onChoose(picture.id, event.shiftKey);
    } else if (onOpen(picture.id)) {
      event.preventDefault();
    }
  };
  return (
    <li className="library-tile" data-chosen={chosen || undefined} data-looked={looked || undefined}>
      <Link to={`/pictures/${picture.id}`} className="library-link" data-tile aria-current={looked || undefined} onClick={onClick}>
        <span className="library-frame">
          {picture.thumb === null ? <span className="picture-tile-making">{t(picture.rights === 'free' || picture.rights === 'ending' ? `pictures.state.${picture.state}` : `pictures.rights.${picture.rights}`)}</span> : <img src={picture.thumb} alt="" loading="lazy" style={{ background: picture.colour }} />}
        </span>
        <span className="library-name">{name}</span>
        <span className="library-credit">{picture.credit}</span>
        <Marks picture={picture} />
      </Link>
      <input type="checkbox" className="library-check" checked={chosen} aria-label={t('pictures.select', { name })} onChange={(event) => onChoose(picture.id, (event.nativeEvent as globalThis.MouseEvent).shiftKey)} />
    </li>
  );
}

function tilesIn(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>('[data-tile]') ?? [])];
}

/** How many stand beside each other: those as high as the first. */
function columnsOf(tiles: readonly HTMLElement[]): number {
  const top = tiles[0]?.getBoundingClientRect().top;
  return Math.max(1, tiles.filter((tile) => tile.getBoundingClientRect().top === top).length);
}

function stepOf(key: string, { at, columns, last }: { at: number; columns: number; last: number }): number | null {
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, ArrowUp: at - columns, ArrowDown: at + columns, Home: 0, End: last }[key];
  return to === undefined || to < 0 || to > last ? null : to;
}
