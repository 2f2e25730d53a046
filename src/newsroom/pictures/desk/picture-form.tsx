/** What is said of a picture where it is used: saved when a field is left. What readers need and is not there yet is named. */
import type { ReactElement } from 'react';
import { useMe } from '../../staff/desk/lent.ts';
import { mayEdit } from '../rules.ts';
import './library/library.css';
import { FocalPoint } from './one/focal-point.tsx';
import { useSaying } from './one/use-saying.ts';
import { PictureWords } from './one/words.tsx';
import './pictures.css';
import type { Picture } from './types.ts';
import { usePicture } from './use-pictures.ts';

export function PictureForm({ id }: { readonly id: string }): ReactElement | null {
  const picture = usePicture(id);
  return picture === undefined ? null : <Fields key={picture.id} picture={picture} />;
}

function Fields({ picture }: { readonly picture: Picture }): ReactElement {
  const me = useMe();
  const say = useSaying(picture);
  const editable = picture.rights !== 'sealed' && mayEdit({ kind: 'staff', id: me.id, name: me.name, role: me.role }, { createdBy: picture.createdBy });
  return (
    <div className="picture-form">
      <FocalPoint picture={picture} editable={editable} say={say} />
      <PictureWords picture={picture} editable={editable} say={say} />
      <p className="picture-form-facts">
        {picture.name} · {picture.width} × {picture.height}
      </p>
    </div>
  );
}
