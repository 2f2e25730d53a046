import type { ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import type { Picture } from './types.ts';

export function PictureTile({ picture, onTake }: { readonly picture: Picture; readonly onTake: (picture: Picture) => void }): ReactElement {
  const { t } = useWords();
  const name = picture.caption || picture.alt || picture.name;
  return (
    <button type="button" className="picture-tile" onClick={() => onTake(picture)}>
      {picture.thumb === null ? <span className="picture-tile-making">{t(`pictures.state.${picture.state}`)}</span> : <img src={picture.thumb} alt={picture.alt} loading="lazy" style={{ background: picture.colour }} />}
      <span className="picture-tile-name">{name}</span>
      <span className={picture.missing.length === 0 ? 'picture-tile-credit' : 'picture-tile-missing'}>
        {picture.missing.length === 0 ? picture.credit : picture.missing.map((one) => t(`pictures.missing.${one.name}`)).join(' ')}
      </span>
    </button>
  );
}
