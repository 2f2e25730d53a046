import { NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { usePublication } from '../../publication/desk/lent.ts';
import { defaultLabels } from '../section.ts';
import type { SectionFacts } from './use-sections.ts';

interface SectionDialogProps {
  readonly section: SectionFacts | null;
  readonly onClose: () => void;
}

/** A section's address, its name in each language of the publication, its place among its brothers and sisters. */
export function SectionDialog({ section, onClose }: SectionDialogProps): ReactElement {
  const { t, locale } = useWords();
  const { languages } = usePublication();
  const [path, setPath] = useState(section?.path ?? '');
  const [names, setNames] = useState<Readonly<Record<string, string>>>(section?.names ?? {});
  const [language, setLanguage] = useState(section?.language ?? languages[0] ?? 'de');
  const [position, setPosition] = useState<number | null>(section?.position ?? null);
  const [label, setLabel] = useState(section?.defaults.label ?? null);
  const { busy, send } = useSending();
  const tongues = new Intl.DisplayNames([locale], { type: 'language' });
  const given = Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== ''));
  const body = { path, names: given, language, defaults: label === null ? {} : { label }, ...(position !== null && { position }) };
  const save = () => (section === null ? ask('POST', '/sections', { body }) : ask('PATCH', `/sections/${section.id}`, { body, version: section.version }));
  const act = async () => {
    if (await send(save, { said: t('desk.saved'), refresh: ['sections'] })) onClose();
  };
  return (
    <AskFirst open title={t(section === null ? 'sections.new' : 'sections.edit')} act={t('desk.save')} busy={busy} ready={path.trim() !== '' && Object.keys(given).length > 0} onAct={() => void act()} onClose={onClose}>
      <div className="form">
        {languages.map((tag) => (
          <TextInput key={tag} label={t('sections.name-in', { language: tongues.of(tag) ?? tag })} value={names[tag] ?? ''} onChange={(event) => setNames({ ...names, [tag]: event.currentTarget.value })} />
        ))}
        <TextInput label={t('sections.path')} description={t(section === null ? 'sections.path.text' : 'sections.path.move')} value={path} onChange={(event) => setPath(event.currentTarget.value)} />
        {languages.length > 1 && <Select label={t('sections.language')} allowDeselect={false} data={languages.map((tag) => ({ value: tag, label: tongues.of(tag) ?? tag }))} value={language} onChange={(tag) => tag !== null && setLanguage(tag)} />}
        <Select label={t('sections.label')} clearable data={defaultLabels.map((value) => ({ value, label: t(`stories.label.${value}`) }))} value={label} onChange={(value) => setLabel(value)} />
        <NumberInput label={t('sections.position')} description={t('sections.position.text')} min={0} value={position ?? ''} onChange={(value) => setPosition(value === '' ? null : Number(value))} />
      </div>
    </AskFirst>
  );
}
