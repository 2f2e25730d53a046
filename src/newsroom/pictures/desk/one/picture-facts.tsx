/** A picture whole: beside the list, and in its own view. */
import { Accordion } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useMe, usePeople } from '../../../staff/desk/lent.ts';
import { mayEdit } from '../../rules.ts';
import { Marks } from '../library/marks.tsx';
import type { Picture } from '../types.ts';
import { usePicture } from '../use-pictures.ts';
import { Alike } from './alike.tsx';
import { Collections } from './collections.tsx';
import { Details } from './details.tsx';
import { FocalPoint } from './focal-point.tsx';
import { Replace } from './replace.tsx';
import { Rights } from './rights.tsx';
import { useSaying } from './use-saying.ts';
import { Uses } from './uses.tsx';
import { PictureWords } from './words.tsx';

export function PictureFacts({ id }: { readonly id: string }): ReactElement | null {
  const picture = usePicture(id);
  return picture === undefined ? null : <Facts key={id} picture={picture} />;
}

function Facts({ picture }: { readonly picture: Picture }): ReactElement {
  const me = useMe();
  const say = useSaying(picture);
  const editable = picture.rights !== 'sealed' && mayEdit({ kind: 'staff', id: me.id, name: me.name, role: me.role }, { createdBy: picture.createdBy });
  const part = { picture, editable, say };
  return (
    <div className="picture-facts">
      <FocalPoint {...part} />
      <Marks picture={{ ...picture, missing: [] }} />
      <PictureWords {...part} />
      <Accordion multiple chevronPosition="left" variant="default" defaultValue={['uses']}>
        <Part name="details"><Details {...part} /></Part>
        <Part name="rights"><Rights {...part} /></Part>
        <Part name="uses"><Uses id={picture.id} /></Part>
      </Accordion>
      <Collections id={picture.id} />
      <Alike id={picture.id} />
      <File picture={picture} />
      {editable && <div><Replace picture={picture} /></div>}
    </div>
  );
}

function Part({ name, children }: { readonly name: 'details' | 'rights' | 'uses'; readonly children: ReactNode }): ReactElement {
  const { t } = useWords();
  return (
    <Accordion.Item value={name}>
      <Accordion.Control>{t(`pictures.part.${name}`)}</Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

function File({ picture }: { readonly picture: Picture }): ReactElement {
  const { t, locale } = useWords();
  const place = usePlace();
  const who = usePeople().find(({ id }) => id === picture.createdBy)?.name;
  const large = picture.bytes >= 1_000_000;
  const size = new Intl.NumberFormat(locale, { style: 'unit', maximumFractionDigits: 1, ...(large ? { unit: 'megabyte' } : { unit: 'kilobyte' }) }).format(picture.bytes / (large ? 1_000_000 : 1_000));
  const at = shortWhen(new Date(picture.createdAt), new Date(), place);
  return (
    <p className="picture-form-facts">
      {picture.name} · {picture.width} × {picture.height} · {size}
      <br />
      {who === undefined ? t('pictures.came', { at }) : t('pictures.came.from', { at, name: who })}
    </p>
  );
}
