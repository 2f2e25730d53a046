/** What is done with several pictures at once. */
import { Autocomplete, Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../../design/desk/ask-first.tsx';
import { tellDone, tellProblem } from '../../../../design/desk/tell.ts';
import { useSending } from '../../../../design/desk/use-sending.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { usePlace } from '../../../publication/desk/lent.ts';
import { useMay } from '../../../staff/desk/lent.ts';
import { endOfDay } from '../../days.ts';
import { wholeDays } from '../one/rights.tsx';
import type { Collection, PictureChange } from '../types.ts';
import { useCollections } from './picture-query.ts';

interface SeveralProps {
  readonly ids: readonly string[];
  /** The collection that the list shows. */
  readonly collection: string | undefined;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

export function Several({ ids, collection, onAll, onNone }: SeveralProps): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const { send, busy } = useSending();
  const [asking, setAsking] = useState<'words' | 'collection' | null>(null);
  const leave = () => void send(() => ask('POST', `/collections/${collection}/pictures`, { body: { remove: ids } }), { refresh: ['pictures'] });
  return (
    <div className="library-several" role="region" aria-label={t('pictures.several')}>
      <strong aria-live="polite">{t('pictures.chosen', { count: ids.length })}</strong>
      {may('picture.edit') && <Button variant="default" size="xs" onClick={() => setAsking('words')}>{t('pictures.several.words')}</Button>}
      {may('picture.collect') && <Button variant="default" size="xs" onClick={() => setAsking('collection')}>{t('pictures.several.collect')}</Button>}
      {collection !== undefined && may('picture.collect') && <Button variant="default" size="xs" loading={busy} onClick={leave}>{t('pictures.several.leave')}</Button>}
      <Button variant="subtle" size="xs" onClick={onAll}>{t('pictures.several.all')}</Button>
      <Button variant="subtle" size="xs" onClick={onNone}>{t('pictures.several.none')}</Button>
      <Words ids={ids} open={asking === 'words'} onClose={() => setAsking(null)} />
      <Collect ids={ids} open={asking === 'collection'} onClose={() => setAsking(null)} />
    </div>
  );
}

interface AskingProps {
  readonly ids: readonly string[];
  readonly open: boolean;
  readonly onClose: () => void;
}

const shared = ['credit', 'headline', 'source', 'copyright', 'usageTerms', 'city', 'country'] as const;
type Said = Partial<Record<(typeof shared)[number] | 'usableUntil' | 'days', string>>;

/** What is filled in is said of all of them; what is left empty stays as it is. */
function Words({ ids, open, onClose }: AskingProps): ReactElement {
  const { t } = useWords();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const { zone } = usePlace();
  const [text, setText] = useState<Said>({});
  const change = changeFrom(text, zone);
  const field = (name: keyof Said) => ({ label: t(`pictures.field.${name}`), value: text[name] ?? '', onChange: (event: { currentTarget: { value: string } }) => setText({ ...text, [name]: event.currentTarget.value }) });
  const act = () => {
    setBusy(true);
    ask<{ changed: string[]; refused: unknown[] }>('PATCH', '/pictures', { body: { ids, change } }).then(
      ({ changed, refused }) => {
        tellDone(t('pictures.several.done', { count: changed.length, refused: refused.length }));
        setText({});
        onClose();
      },
      (error: unknown) => tellProblem(error, t),
    ).finally(() => {
      setBusy(false);
      for (const id of ids) void queries.invalidateQueries({ queryKey: ['picture', id] });
      void queries.invalidateQueries({ queryKey: ['pictures'] });
    });
  };
  return (
    <AskFirst open={open} title={t('pictures.several.words-of', { count: ids.length })} act={t('pictures.several.save')} busy={busy} ready={Object.keys(change).length > 0} onAct={act} onClose={onClose}>
      <p className="pictures-hint">{t('pictures.several.hint')}</p>
      <div className="form">
        {shared.map((name, i) => <TextInput key={name} {...field(name)} {...(i === 0 && { 'data-autofocus': true })} />)}
        <TextInput type="date" {...field('usableUntil')} description={t('pictures.hint.usableUntil')} />
        <TextInput type="number" min={1} {...field('days')} description={t('pictures.hint.days')} />
      </div>
    </AskFirst>
  );
}

function changeFrom({ usableUntil = '', days = '', ...texts }: Said, zone: string): PictureChange {
  const [end, count] = [endOfDay(usableUntil, zone), wholeDays(days)];
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value.trim() !== '')),
    ...(end !== null && { usableUntil: end.toISOString() }), ...(count !== null && { days: count }),
  };
}

/** Into a collection that there is, or into a new one. */
function Collect({ ids, open, onClose }: AskingProps): ReactElement {
  const { t } = useWords();
  const collections = useCollections();
  const { send, busy } = useSending();
  const [name, setName] = useState('');
  const act = async () => {
    const done = await send(() => collect(collections, name.trim(), ids), { said: t('pictures.several.collected', { count: ids.length, name: name.trim() }), refresh: ['pictures'] });
    if (!done) return;
    setName('');
    onClose();
  };
  return (
    <AskFirst open={open} title={t('pictures.several.collect')} act={t('pictures.several.add')} busy={busy} ready={name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <Autocomplete label={t('pictures.collection.name')} description={t('pictures.collection.hint')} data={collections.map((one) => one.name)} value={name} onChange={setName} data-autofocus />
    </AskFirst>
  );
}

/** Puts pictures into the collection of that name; begins it where there is none. */
export async function collect(collections: readonly Collection[], name: string, ids: readonly string[]): Promise<void> {
  const known = collections.find((one) => one.name.toLowerCase() === name.toLowerCase());
  const { id } = known ?? (await ask<Collection>('POST', '/collections', { body: { name } }));
  await ask('POST', `/collections/${id}/pictures`, { body: { add: ids } });
}
