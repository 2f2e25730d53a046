/** What is known of a picture: the fields of the IPTC standard. What the file said stands beside what was changed. */
import { Button, Select, TagsInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { detailLists } from '../../details.ts';
import type { DetailName } from '../../details.ts';
import { sourceTypes } from '../../rules.ts';
import type { Picture, PictureChange } from '../types.ts';
import { SavedField } from './saved-field.tsx';

interface DetailsProps {
  readonly picture: Picture;
  readonly editable: boolean;
  readonly say: (change: PictureChange) => void;
}

const order: readonly DetailName[] = ['headline', 'creators', 'creditLine', 'source', 'copyright', 'usageTerms', 'instructions', 'keywords', 'date', 'place', 'city', 'region', 'country'];
const long: ReadonlySet<DetailName> = new Set(['usageTerms', 'instructions']);

export function Details({ picture, editable, say }: DetailsProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="form">
      {order.map((name) => <Detail key={name} {...{ name, picture, editable, say }} />)}
      <Select
        label={t('pictures.field.sourceType')} description={t('pictures.hint.sourceType')} clearable searchable disabled={!editable} value={picture.sourceType === '' ? null : picture.sourceType}
        data={sourceTypesWith(picture.sourceType).map((value) => ({ value, label: sourceTypes.includes(value) ? t(`pictures.source.${value}`) : value }))}
        onChange={(value) => say({ sourceType: value ?? '' })}
      />
    </div>
  );
}

function sourceTypesWith(own: string): readonly string[] {
  return own === '' || sourceTypes.includes(own) ? sourceTypes : [...sourceTypes, own];
}

function Detail({ name, picture, editable, say }: DetailsProps & { readonly name: DetailName }): ReactElement {
  const { t } = useWords();
  const [now, stated] = [picture.details[name], picture.metadata[name]];
  const isList = (detailLists as readonly string[]).includes(name);
  const differs = stated !== undefined && String(stated) !== '' && String(stated) !== String(now);
  const label = t(`pictures.field.${name}`);
  return (
    <div>
      {isList
        ? <TagsInput label={label} value={[...(now as readonly string[])]} readOnly={!editable} onChange={(value) => say({ [name]: value })} />
        : <SavedField label={label} value={now as string} readOnly={!editable} {...(long.has(name) && { lines: true as const })} onSave={(value) => say({ [name]: value })} />}
      {differs && (
        <p className="picture-stated">
          {t('pictures.stated', { text: typeof stated === 'string' ? stated : (stated as readonly string[]).join(', ') })}{' '}
          {editable && <Button size="compact-xs" variant="subtle" onClick={() => say({ [name]: stated })}>{t('pictures.stated.back')}</Button>}
        </p>
      )}
    </div>
  );
}
