/** What is said of a picture: saved when a field is left. What readers need and is not there yet is named. */
import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useWords } from '../../../design/desk/words.tsx';
import './pictures.css';
import type { Picture } from './types.ts';
import { renditionNear } from './types.ts';
import { useChangePicture, usePicture } from './use-pictures.ts';

const fields = ['caption', 'credit', 'alt'] as const;
type Field = (typeof fields)[number];

export function PictureForm({ id }: { readonly id: string }): ReactElement | null {
  const picture = usePicture(id);
  return picture === undefined ? null : <Fields key={picture.id} picture={picture} />;
}

function Fields({ picture }: { readonly picture: Picture }): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState({ caption: picture.caption, credit: picture.credit, alt: picture.alt });
  const save = useSaveOnLeaving(picture, text);
  const lacks = (field: Field) => picture.missing.some((one) => one.name === field) && text[field].trim() === '';
  const props = (field: Field) => ({
    label: t(`pictures.field.${field}`),
    value: text[field],
    onChange: (event: { currentTarget: { value: string } }) => setText({ ...text, [field]: event.currentTarget.value }),
    onBlur: save,
    error: lacks(field) ? t(`pictures.missing.${field}`) : undefined,
  });
  const url = renditionNear(picture, 700);
  return (
    <div className="picture-form">
      {url !== null && <img className="picture-form-image" src={url} alt={picture.alt} width={picture.width} height={picture.height} />}
      <TextInput {...props('credit')} description={t('pictures.hint.credit')} />
      <Textarea autosize minRows={2} {...props('alt')} description={t('pictures.hint.alt')} />
      <Textarea autosize minRows={2} {...props('caption')} description={t('pictures.hint.caption')} />
      <p className="picture-form-facts">
        {picture.name} · {picture.width} × {picture.height}
      </p>
    </div>
  );
}

/** One save after the other, each with whatever stands in the fields by then; closing the form leaves the field too. */
function useSaveOnLeaving(picture: Picture, text: Pick<Picture, Field>): () => void {
  const { t } = useWords();
  const change = useChangePicture();
  const written = useRef(text);
  const running = useRef(Promise.resolve());
  const known = useRef(picture);
  written.current = text;
  const save = () => {
    running.current = running.current.then(async () => {
      const changed = fields.filter((field) => written.current[field] !== known.current[field]);
      if (changed.length === 0) return;
      known.current = await change(known.current, Object.fromEntries(changed.map((field) => [field, written.current[field]])));
    }).catch((error: unknown) => tellProblem(error, t));
  };
  useEffect(() => save, []);
  return save;
}
