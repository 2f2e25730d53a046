/** The pictures: one is looked at, several are chosen. Keys: arrows go, Space chooses, Shift extends, Enter opens. */
import type { KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { useRef } from 'react';
import { Link } from '@tanstack/react-router';
import { stepIn } from '../../../../design/desk/grid-keys.ts';
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
    const { at, next, tiles } = stepIn(list.current, event.key);
    if (at === -1) return;
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
          {picture.thumb === null ? <span>{t(picture.rights === 'free' || picture.rights === 'ending' ? `pictures.state.${picture.state}` : `pictures.rights.${picture.rights}`)}</span> : <img src={picture.thumb} alt="" loading="lazy" style={{ background: picture.colour }} />}
        </span>
        <span className="library-name">{name}</span>
        <span className="library-credit">{picture.credit}</span>
        <Marks picture={picture} />
      </Link>
      <input type="checkbox" className="library-check" checked={chosen} aria-label={t('pictures.select', { name })} onChange={(event) => onChoose(picture.id, (event.nativeEvent as globalThis.MouseEvent).shiftKey)} />
    </li>
  );
}
