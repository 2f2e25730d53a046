/** Narrows the list. Everything chosen stands in the address. */
import { Chip, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePublication } from '../../../publication/desk/lent.ts';
import { useSections } from '../../../sections/desk/lent.ts';
import { sectionName } from '../../../sections/section.ts';
import { states } from '../../story.ts';
import type { ListWish } from './story-query.ts';

interface FiltersProps {
  readonly wish: ListWish;
  readonly onWish: (wish: ListWish) => void;
}

export function Filters({ wish, onWish }: FiltersProps): ReactElement {
  const { t, locale, language } = useWords();
  const { languages } = usePublication();
  const sections = useSections();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const [words, setWords] = useState(wish.q ?? '');
  const change = (part: { readonly [Key in keyof ListWish]: ListWish[Key] | undefined }) => onWish(without({ ...wish, ...part }));
  const search = useDebouncedCallback((q: string) => change({ q: q.trim() }), 250);
  return (
    <search className="filters">
      <TextInput className="filters-words" data-search value={words} aria-label={t('stories.search')} placeholder={t('stories.search')} leftSection={<Icon name="search" size={16} />} onChange={(event) => (setWords(event.currentTarget.value), search(event.currentTarget.value))} />
      <Select className="filters-choice" aria-label={t('stories.filter.state')} placeholder={t('stories.filter.state')} clearable data={states.map((value) => ({ value, label: t(`stories.state.${value}`) }))} value={wish.state ?? null} onChange={(state) => change({ state: state ?? undefined })} />
      <Select className="filters-choice" aria-label={t('stories.filter.section')} placeholder={t('stories.filter.section')} clearable searchable data={sections.map((one) => ({ value: one.path, label: sectionName(one, language) }))} value={wish.section ?? null} onChange={(section) => change({ section: section ?? undefined })} />
      {languages.length > 1 && <Select className="filters-choice" aria-label={t('stories.filter.language')} placeholder={t('stories.filter.language')} clearable data={languages.map((value) => ({ value, label: names.of(value) ?? value }))} value={wish.language ?? null} onChange={(one) => change({ language: one ?? undefined })} />}
      <Chip checked={String(wish.mine) === '1'} variant="outline" radius="sm" onChange={(mine) => change({ mine: mine ? '1' : undefined })}>
        {t('stories.filter.mine')}
      </Chip>
    </search>
  );
}

function without(wish: { readonly [Key in keyof ListWish]: ListWish[Key] | undefined }): ListWish {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined && value !== '')) as ListWish;
}
