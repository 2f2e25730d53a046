/** Says something of a picture, one change after the other; a refusal is told and what was typed stays. */
import { useRef } from 'react';
import { tellProblem } from '../../../../design/desk/tell.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Picture, PictureChange } from '../types.ts';
import { useChangePicture } from '../use-pictures.ts';

export function useSaying(picture: Picture): (change: PictureChange) => void {
  const { t } = useWords();
  const change = useChangePicture();
  const known = useRef(picture);
  const running = useRef(Promise.resolve());
  if (picture.version > known.current.version || picture.id !== known.current.id) known.current = picture;
  return (said) => {
    running.current = running.current.then(async () => {
      known.current = await change(known.current, said);
    }).catch((error: unknown) => tellProblem(error, t));
  };
}
