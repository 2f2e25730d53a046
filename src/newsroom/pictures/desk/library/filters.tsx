/** Narrows the library down. Everything chosen stands in the address. */
import { Button, Chip, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useMe } from '../../../staff/desk/lent.ts';
import { origins } from '../../picture.ts';
import { rightsNames } from '../../rules.ts';
import type { Filter, PictureWish } from './picture-query.ts';
import { useCollections } from './picture-query.ts';

interface FiltersProps {
  readonly wish: PictureWish;
  readonly onWish: (wish: PictureWish) => void;
}

type Change = Readonly<Partial<Record<Filter, string | null>>>;

const further: readonly Filter[] = ['credit', 'from', 'to', 'missing', 'origin', 'used'];

export function Filters({ wish, onWish }: FiltersProps): ReactElement {
  const { t } = useWords();
  const me = useMe();
  const collections = useCollections();
  const [open, setOpen] = useState(further.some((name) => wish[name] !== undefined));
  const change = (part: Change) => onWish(Object.fromEntries(Object.entries({ ...wish, ...part }).filter(([, value]) => value !== null && value !== '')) as PictureWish);
  const choice = (name: Filter, values: readonly string[]) => ({
    'aria-label': t(`pictures.filter.${name}`), placeholder: t(`pictures.filter.${name}`), clearable: true, value: wish[name] ?? null,
    data: values.map((value) => ({ value, label: t(`pictures.${name}.${value}`) })), onChange: (value: string | null) => change({ [name]: value }),
  });
  return (
    <search className="library-filters">
      <Typed name="q" wish={wish} onChange={change} icon className="library-words" />
      <Select className="library-choice" {...choice('rights', rightsNames)} />
      <Select className="library-choice" aria-label={t('pictures.filter.collection')} placeholder={t('pictures.filter.collection')} clearable searchable data={collections.map(({ id, name }) => ({ value: id, label: name }))} value={wish.collection ?? null} onChange={(collection) => change({ collection })} />
      <Chip checked={wish.by === me.id} variant="outline" radius="sm" onChange={(mine) => change({ by: mine ? me.id : null })}>
        {t('pictures.filter.by')}
      </Chip>
      <Button variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)} rightSection={<Icon name={open ? 'up' : 'down'} size={14} />}>
        {t('pictures.filter.more')}
      </Button>
      {open && (
        <div className="library-further">
          <Typed name="credit" wish={wish} onChange={change} className="library-choice" />
          <label className="library-day">
            <span>{t('pictures.filter.from')}</span>
            <TextInput type="date" value={wish.from ?? ''} onChange={(event) => change({ from: event.currentTarget.value })} />
          </label>
          <label className="library-day">
            <span>{t('pictures.filter.to')}</span>
            <TextInput type="date" value={wish.to ?? ''} onChange={(event) => change({ to: event.currentTarget.value })} />
          </label>
          <Select className="library-choice" {...choice('missing', ['credit', 'alt'])} />
          <Select className="library-choice" {...choice('origin', origins)} />
          <Select className="library-choice" {...choice('used', ['true', 'false'])} />
        </div>
      )}
    </search>
  );
}

interface TypedProps {
  readonly name: 'q' | 'credit';
  readonly wish: PictureWish;
  readonly onChange: (change: Change) => void;
  readonly className: string;
  readonly icon?: true;
}

/** Looks once somebody has stopped typing. */
function Typed({ name, wish, onChange, className, icon }: TypedProps): ReactElement {
  const { t } = useWords();
  const [text, setText] = useState(wish[name] ?? '');
  const look = useDebouncedCallback((value: string) => onChange({ [name]: value.trim() }), 250);
  const label = t(name === 'q' ? 'pictures.search' : 'pictures.filter.credit');
  return (
    <TextInput
      className={className}
      value={text}
      aria-label={label}
      placeholder={label}
      {...(icon === true && { leftSection: <Icon name="search" size={16} />, 'data-search': true })}
      onChange={(event) => (setText(event.currentTarget.value), look(event.currentTarget.value))}
    />
  );
}
