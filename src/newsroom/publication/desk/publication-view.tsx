/** What the publication says of itself: name, logo, colour, languages, where and who it is. */
import { Button, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask, read } from '../../../platform/browser/api.ts';
import { languages } from '../../../platform/words/words.ts';
import { AccentField } from './accent-field.tsx';
import { LogoField } from './logo-field.tsx';
import type { PublicationWhole } from './types.ts';
import { contactFields, imprintFields } from './types.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({ queryKey: ['publication', 'whole'], queryFn: () => read<PublicationWhole>('/publication'), refetchOnWindowFocus: false });
  if (error !== null) return <Trouble error={error} again={() => void refetch()} />;
  return (
    <Frame title={t('publication.title')} width="text">
      {data === undefined ? <Waiting /> : <Form key={data.version} saved={data} />}
    </Frame>
  );
}

function Form({ saved }: { readonly saved: PublicationWhole }): ReactElement {
  const { t, locale } = useWords();
  const queries = useQueryClient();
  const [now, setNow] = useState(saved);
  const { busy, send } = useSending();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const set = (part: Partial<PublicationWhole>) => setNow({ ...now, ...part });
  const { version, accentShown: _, logo: __, ...body } = now;
  const save = () => void send(async () => queries.setQueryData(['publication', 'whole'], await ask<PublicationWhole>('PATCH', '/publication', { body, version })), { said: t('desk.saved'), refresh: ['publication'] });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="form-row">
        <TextInput required label={t('publication.field.name')} value={now.name} onChange={(event) => set({ name: event.currentTarget.value })} />
        <TextInput label={t('publication.field.shortName')} value={now.shortName} onChange={(event) => set({ shortName: event.currentTarget.value })} />
      </div>
      <TextInput label={t('publication.field.tagline')} value={now.tagline} onChange={(event) => set({ tagline: event.currentTarget.value })} />
      <LogoField publication={saved} />
      <AccentField value={now.accent} onChange={(accent) => set({ accent })} />
      <MultiSelect label={t('publication.field.languages')} description={t('publication.hint.languages')} data={languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} value={[...now.languages]} onChange={(tags) => tags.length > 0 && set({ languages: tags })} />
      <Select label={t('publication.field.timeZone')} data={zones} searchable limit={60} allowDeselect={false} value={now.timeZone} onChange={(timeZone) => timeZone !== null && set({ timeZone })} />
      <div>
        <p className="form-label">{t('publication.field.addressForm')}</p>
        <SegmentedControl aria-label={t('publication.field.addressForm')} value={now.addressForm} onChange={(value) => set({ addressForm: value as 'du' | 'sie' })} data={[{ value: 'sie', label: 'Sie' }, { value: 'du', label: 'du' }]} />
      </div>
      <h2>{t('publication.contact')}</h2>
      <div className="form-row">
        {contactFields.map((name) => <TextInput key={name} label={t(`publication.field.${name}`)} value={now.contact[name]} onChange={(event) => set({ contact: { ...now.contact, [name]: event.currentTarget.value } })} />)}
      </div>
      <h2>{t('publication.imprint')}</h2>
      <div className="form-row">
        {imprintFields.map((name) => <TextInput key={name} label={t(`publication.field.${name}`)} value={now.imprint[name]} onChange={(event) => set({ imprint: { ...now.imprint, [name]: event.currentTarget.value } })} />)}
      </div>
      <div><Button type="submit" loading={busy} disabled={now === saved}>{t('desk.save')}</Button></div>
    </form>
  );
}
