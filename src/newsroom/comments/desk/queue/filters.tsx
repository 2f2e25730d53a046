/** Narrows the queue. Everything chosen stands in the address, so that a colleague can be sent to it. */
import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useSections } from '../../../sections/desk/lent.ts';
import { sectionName } from '../../../sections/section.ts';
import { checks } from '../../screening.ts';
import type { QueueWish } from './use-queue.ts';

export function Filters({ wish, onWish }: { readonly wish: QueueWish; readonly onWish: (wish: QueueWish) => void }): ReactElement {
  const { t, language } = useWords();
  const sections = useSections();
  const [words, setWords] = useState(wish.q ?? '');
  const change = (name: keyof QueueWish, value: string | null) => {
    const { [name]: _, ...rest } = wish;
    onWish(value === null || value === '' ? rest : { ...rest, [name]: value });
  };
  const [opened, { toggle }] = useDisclosure(['finding', 'section', 'story', 'reader', 'q'].some((name) => name in wish));
  const search = useDebouncedCallback((q: string) => change('q', q.trim()), 250);
  return (
    <search className="queue-filters" data-open={opened}>
      <Button className="queue-filters-open" variant="default" aria-expanded={opened} onClick={toggle} leftSection={<Icon name="search" size={16} />}>{t('comments.filter')}</Button>
      <TextInput data-search value={words} aria-label={t('comments.search')} placeholder={t('comments.search')} leftSection={<Icon name="search" size={16} />} onChange={(event) => (setWords(event.currentTarget.value), search(event.currentTarget.value))} onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()} />
      <Select aria-label={t('comments.filter.finding')} placeholder={t('comments.filter.finding')} clearable data={checks.map(([value]) => ({ value, label: t(`comments.finding.${value}`) }))} value={wish.finding ?? null} onChange={(value) => change('finding', value)} />
      <Select aria-label={t('comments.filter.section')} placeholder={t('comments.filter.section')} clearable searchable data={sections.map((one) => ({ value: one.path, label: sectionName(one, language) }))} value={wish.section ?? null} onChange={(value) => change('section', value)} />
      {wish.reader !== undefined && <Button variant="light" rightSection={<Icon name="close" size={14} />} onClick={() => change('reader', null)}>{t('comments.filter.one-writer')}</Button>}
      {wish.story !== undefined && <Button variant="light" rightSection={<Icon name="close" size={14} />} onClick={() => change('story', null)}>{t('comments.filter.one-story')}</Button>}
    </search>
  );
}
