/** What holds of all pictures that are being put in: said once, while they are on their way, and written where nothing stands. */
import { Button, TagsInput, TextInput } from '@mantine/core';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { underWay } from '../../uploads/desk/lent.ts';
import type { Item } from '../../uploads/desk/lent.ts';
import './for-all.css';
import { pictureQuery } from './picture-query.ts';
import type { PictureChange } from './types.ts';
import { UsableBy } from './usable-by.tsx';

interface ForAllProps {
  readonly items: readonly Item[];
  readonly onStay: (stays: boolean) => void;
}

export function ForAllPictures({ items, onStay }: ForAllProps): ReactElement | null {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const without = useWithoutCredit(items);
  const { say, saying, said } = useSaying(items);
  const coming = items.filter(underWay).length;
  const stays = open || without > 0;
  useEffect(() => {
    onStay(stays);
    return () => onStay(false);
  }, [stays, onStay]);
  if (coming === 0 && !stays && !said) return null;
  return (
    <>
      <button type="button" className="for-all-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'plus'} size={16} />
        {t('pictures.for-all')}
      </button>
      {without > 0 && !open && <p className="pictures-hint">{t('pictures.for-all.without', { count: without })}</p>}
      {open && <Form saying={saying} onSay={(change) => void say(change).then((done) => done && setOpen(false))} />}
      <p role="status" className="pictures-hint">{said && !open && t('pictures.for-all.done')}</p>
    </>
  );
}

function Form({ saying, onSay }: { readonly saying: boolean; readonly onSay: (change: PictureChange) => void }): ReactElement {
  const { t } = useWords();
  const [credit, setCredit] = useState('');
  const [creators, setCreators] = useState<string[]>([]);
  const [usableBy, setUsableBy] = useState<string[]>([]);
  const change = { ...(credit.trim() !== '' && { credit: credit.trim() }), ...(creators.length > 0 && { creators }), ...(usableBy.length > 0 && { usableBy }) };
  return (
    <form
      className="form for-all"
      onSubmit={(event) => {
        event.preventDefault();
        if (Object.keys(change).length > 0) onSay(change);
      }}
    >
      <p className="pictures-hint">{t('pictures.for-all.hint')}</p>
      <TextInput label={t('pictures.field.credit')} value={credit} onChange={(event) => setCredit(event.currentTarget.value)} />
      <TagsInput label={t('pictures.field.creators')} acceptValueOnBlur value={creators} onChange={setCreators} />
      <UsableBy value={usableBy} onChange={setUsableBy} />
      <Button type="submit" size="xs" loading={saying} disabled={Object.keys(change).length === 0}>
        {t('pictures.for-all.save')}
      </Button>
    </form>
  );
}

/** How many of those that are there cannot go before readers yet. */
function useWithoutCredit(items: readonly Item[]): number {
  const found = useQueries({ queries: idsOf(items).map(pictureQuery) });
  return found.filter(({ data }) => data?.missing.some(({ name }) => name === 'credit')).length;
}

/** Said of those that are there at once, of the others when they are. What is put in afterwards is not meant. */
function useSaying(items: readonly Item[]): { readonly say: (change: PictureChange) => Promise<boolean>; readonly saying: boolean; readonly said: boolean } {
  const { t } = useWords();
  const queries = useQueryClient();
  const { busy, send } = useSending();
  const [meant, setMeant] = useState<{ readonly keys: ReadonlySet<number>; readonly change: PictureChange } | null>(null);
  const told = useRef(new Set<string>());
  const write = async (ids: readonly string[], change: PictureChange) => {
    for (const id of ids) told.current.add(id);
    const { changed } = await ask<{ changed: string[] }>('PATCH', '/pictures', { body: { ids, change, onlyEmpty: true } });
    await Promise.all([...changed.map((id) => queries.invalidateQueries({ queryKey: ['picture', id] })), queries.invalidateQueries({ queryKey: ['pictures'] })]);
  };
  const late = meant === null ? '' : idsOf(items.filter(({ key }) => meant.keys.has(key))).filter((id) => !told.current.has(id)).join(' ');
  useEffect(() => {
    if (meant !== null && late !== '') write(late.split(' '), meant.change).catch((error: unknown) => tellProblem(error, t));
  }, [late, meant]);
  return {
    saying: busy,
    said: meant !== null && items.some(({ key }) => meant.keys.has(key)),
    say: (change) => send(async () => {
      const ids = idsOf(items);
      if (ids.length > 0) await write(ids, change);
      setMeant({ keys: new Set(items.map(({ key }) => key)), change });
    }),
  };
}

function idsOf(items: readonly Item[]): string[] {
  return items.flatMap(({ subject }) => (subject === null ? [] : [subject.slice('picture:'.length)]));
}
