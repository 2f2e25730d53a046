/** The picture over the text, with the story's own caption; the credit belongs to the picture. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { DropField, renditionNear, usePicture, useUpload } from '../../../pictures/desk/lent.ts';
import { FieldConflicts } from './field-conflicts.tsx';
import { useCopy, useOpen } from './use-working-copy.ts';

interface LeadPictureProps {
  readonly editable: boolean;
  readonly onChoose: (use: (id: string) => void) => void;
  readonly onEdit: (id: string) => void;
}

export function LeadPicture({ editable, onChoose, onEdit }: LeadPictureProps): ReactElement | null {
  const { t } = useWords();
  const copy = useCopy();
  const chosen = useOpen((open) => open.content.picture);
  const upload = useUpload();
  const set = (id: string) => copy.change({ picture: { id, caption: '' } });
  const put = (files: readonly File[]) => void upload(files.slice(0, 1), { language: copy.snapshot().content.language }).then(([made]) => made !== undefined && set(made.id));
  if (!editable && chosen === null) return null;
  return (
    <div id="field-picture" className="lead-picture">
      <DropField onFiles={put}>
        {chosen === null ? (
          <button type="button" className="lead-picture-empty" onClick={() => onChoose(set)}>
            <Icon name="pictures" />
            {t('stories.picture.add')}
          </button>
        ) : (
          <Chosen id={chosen.id} caption={chosen.caption} editable={editable} onChange={() => onChoose(set)} onEdit={() => onEdit(chosen.id)} />
        )}
      </DropField>
      <FieldConflicts field="picture" />
    </div>
  );
}

interface ChosenProps {
  readonly id: string;
  readonly caption: string;
  readonly editable: boolean;
  readonly onChange: () => void;
  readonly onEdit: () => void;
}

function Chosen({ id, caption, editable, onChange, onEdit }: ChosenProps): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const picture = usePicture(id);
  const url = picture === undefined ? null : renditionNear(picture, 900);
  const missing = picture?.missing ?? [];
  return (
    <figure>
      {url !== null && picture !== undefined && <img src={url} alt={picture.alt} width={picture.width} height={picture.height} style={{ background: picture.colour }} />}
      <figcaption>
        <textarea rows={1} value={caption} readOnly={!editable} aria-label={t('stories.body.caption')} placeholder={picture?.caption || t('stories.body.caption')} onChange={(event) => copy.change({ picture: { id, caption: event.currentTarget.value.replaceAll('\n', ' ') } })} />
        <span data-missing={missing.length > 0 || undefined}>
          {missing.length > 0 ? missing.map((one) => t(`pictures.missing.${one.name}`)).join(' ') : picture?.credit}
        </span>
        {editable && (
          <span className="lead-picture-acts">
            <Button size="compact-xs" variant="subtle" onClick={onEdit}>{t('stories.body.picture-edit')}</Button>
            <Button size="compact-xs" variant="subtle" onClick={onChange}>{t('stories.picture.change')}</Button>
            <Button size="compact-xs" variant="subtle" onClick={() => copy.change({ picture: null })}>{t('stories.picture.remove')}</Button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}
