/** On which terms a picture may be shown: until when, how long, with what, by whom; and taking it from every page. */
import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { shortWhen } from '../../../../design/desk/times.ts';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import { endOfDay, lastDay } from '../../days.ts';
import type { Picture, PictureChange } from '../types.ts';
import { UsableBy } from '../usable-by.tsx';
import { SavedField } from './saved-field.tsx';
import { usesQuery } from './uses.tsx';

interface RightsProps {
  readonly picture: Picture;
  readonly editable: boolean;
  readonly say: (change: PictureChange) => void;
}

export function Rights({ picture, editable, say }: RightsProps): ReactElement {
  const { t } = useWords();
  const { zone } = usePlace();
  const days = picture.days === null ? '' : String(picture.days);
  return (
    <div className="form">
      <p className="picture-right" data-right={picture.rights}>{t(`pictures.rights.${picture.rights}`)}</p>
      <SavedField type="date" label={t('pictures.field.usableUntil')} description={t('pictures.hint.usableUntil')} readOnly={!editable} value={picture.usableUntil === null ? '' : lastDay(new Date(picture.usableUntil), zone)} onSave={(day) => say({ usableUntil: endOfDay(day, zone)?.toISOString() ?? null })} />
      <SavedField type="number" label={t('pictures.field.days')} description={t('pictures.hint.days')} readOnly={!editable} value={days} onSave={(text) => say({ days: wholeDays(text) })} />
      <OnlyWith {...{ picture, editable, say }} />
      <UsableBy description={t('pictures.hint.usableBy')} readOnly={!editable} value={picture.usableBy} onChange={(usableBy) => say({ usableBy })} />
      <Block picture={picture} />
    </div>
  );
}

/** Null where the text is no number of days. */
export function wholeDays(text: string): number | null {
  const days = Math.round(Number(text));
  return text.trim() === '' || !(days > 0) ? null : Math.min(days, 36_500);
}

/** Chosen among what shows it: a right for one story is bought when the picture is in it. */
function OnlyWith({ picture, editable, say }: RightsProps): ReactElement {
  const { t } = useWords();
  const uses = useQuery(usesQuery(picture.id)).data ?? [];
  const known = uses.map(({ usedBy, title }) => ({ value: usedBy, label: title === '' ? usedBy : title }));
  const chosen = picture.onlyWith;
  const data = chosen === null || known.some(({ value }) => value === chosen) ? known : [...known, { value: chosen, label: chosen }];
  return (
    <NativeSelect label={t('pictures.field.onlyWith')} description={t(data.length === 0 ? 'pictures.hint.onlyWith.none' : 'pictures.hint.onlyWith')} disabled={!editable || data.length === 0} value={chosen ?? ''} data={[{ value: '', label: t('pictures.anything') }, ...data]} onChange={(event) => say({ onlyWith: event.currentTarget.value === '' ? null : event.currentTarget.value })} />
  );
}

function Block({ picture }: { readonly picture: Picture }): ReactElement | null {
  const { t } = useWords();
  const may = useMay();
  const place = usePlace();
  const { send, busy } = useSending();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  if (!may('picture.block') || picture.rights === 'sealed') return null;
  const path = `/pictures/${picture.id}/block`;
  const refresh = ['picture', 'pictures'];
  const block = async () => (await send(() => ask('POST', path, { body: { reason: reason.trim() } }), { refresh, said: t('pictures.blocked') })) && setAsking(false);
  if (picture.blocked !== null) {
    return (
      <div className="picture-blocked">
        <p>{t('pictures.blocked.since', { at: shortWhen(new Date(picture.blocked.at), new Date(), place), reason: picture.blocked.reason })}</p>
        <p className="pictures-hint">{t('pictures.block.reach')}</p>
        <Button variant="default" size="xs" loading={busy} onClick={() => void send(() => ask('DELETE', path), { refresh })}>{t('pictures.unblock')}</Button>
      </div>
    );
  }
  return (
    <div>
      <Button variant="default" size="xs" className="picture-block" onClick={() => setAsking(true)}>{t('pictures.block')}</Button>
      <AskFirst open={asking} title={t('pictures.block')} act={t('pictures.block')} danger busy={busy} ready={reason.trim() !== ''} onAct={() => void block()} onClose={() => setAsking(false)}>
        <p>{t('pictures.block.what')}</p>
        <p className="pictures-hint">{t('pictures.block.reach')}</p>
        <Textarea label={t('pictures.block.reason')} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} data-autofocus />
      </AskFirst>
    </div>
  );
}
