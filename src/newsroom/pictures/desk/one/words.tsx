/** What readers see and hear: credit, alternative text, caption; with what the agency wrote, to take over. */
import { Button, Checkbox } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Picture, PictureChange } from '../types.ts';
import { SavedField } from './saved-field.tsx';

interface PartProps {
  readonly picture: Picture;
  readonly editable: boolean;
  readonly say: (change: PictureChange) => void;
}

export function PictureWords({ picture, editable, say }: PartProps): ReactElement {
  const { t } = useWords();
  const lacks = (name: string) => (picture.missing.some((one) => one.name === name) ? t(`pictures.missing.${name}`) : undefined);
  const field = (name: 'credit' | 'alt' | 'caption') => ({
    label: t(`pictures.field.${name}`), description: t(`pictures.hint.${name}`), value: picture[name], readOnly: !editable,
    error: lacks(name), onSave: (value: string) => say({ [name]: value }),
  });
  return (
    <>
      <SavedField {...field('credit')} />
      <SavedField lines {...field('alt')} />
      {editable && <Proposals picture={picture} say={say} />}
      <Checkbox label={t('pictures.decorative')} checked={picture.decorative} disabled={!editable} onChange={(event) => say({ decorative: event.currentTarget.checked })} />
      <SavedField lines {...field('caption')} />
    </>
  );
}

/** The agency's own descriptions, where they say something else than what stands there. */
function Proposals({ picture, say }: Pick<PartProps, 'picture' | 'say'>): ReactElement | null {
  const { t } = useWords();
  const { altText = '', caption = '', extendedDescription = '' } = picture.metadata;
  const proposals = [...new Set([altText, caption, extendedDescription].map((text) => text.replaceAll(/\s+/gu, ' ').trim()))].filter((text) => text !== '' && text !== picture.alt);
  if (proposals.length === 0 || picture.decorative) return null;
  return (
    <details className="picture-proposals">
      <summary>{t('pictures.proposals')}</summary>
      {proposals.map((text) => (
        <p key={text}>
          {text}{' '}
          <Button size="compact-xs" variant="default" onClick={() => say({ alt: text.slice(0, 2_000) })}>{t('pictures.proposals.take')}</Button>
        </p>
      ))}
    </details>
  );
}
