import type { ReactElement } from 'react';
import { Tile } from '../../../design/desk/tiles.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Picture } from './types.ts';
import { nameOf } from './types.ts';

interface TileProps {
  readonly picture: Picture;
  readonly onTake: (picture: Picture) => void;
  /** Where several are chosen: in the order of choosing, from 1; 0: not chosen. */
  readonly place?: number;
  /** Why it cannot be taken. */
  readonly taken?: string | undefined;
}

export function PictureTile({ picture, onTake, place, taken }: TileProps): ReactElement {
  const { t } = useWords();
  const { thumb, colour, credit, missing, state } = picture;
  const frame = (
    <>
      {thumb === null ? t(`pictures.state.${state}`) : <img src={thumb} alt="" loading="lazy" style={{ background: colour }} />}
      {place !== undefined && place > 0 && <b className="picture-place">{place}</b>}
    </>
  );
  return (
    <Tile
      frame={frame} name={nameOf(picture)} lang={picture.language} about={taken ?? credit} lacks={missing.map((one) => t(`pictures.missing.${one.name}`)).join(' ')}
      {...(place !== undefined && { pressed: place > 0 })} disabled={taken !== undefined} onTake={() => onTake(picture)}
    />
  );
}
