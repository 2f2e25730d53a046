/** What belongs to a story beside its words. */
import { MultiSelect, Select, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useAgencies } from '../../../agencies/desk/lent.ts';
import { usePublication } from '../../../publication/desk/lent.ts';
import { useSectionOptions } from '../../../sections/desk/lent.ts';
import { usePeople } from '../../../staff/desk/lent.ts';
import { slugOf } from '../../address.ts';
import { labels } from '../../story.ts';
import { FieldConflicts } from '../editor/field-conflicts.tsx';
import { useDirectChange } from '../editor/use-direct-change.ts';
import { useCopy, useOpen } from '../editor/use-working-copy.ts';
import './facts.css';
import { EmbargoField } from './embargo-field.tsx';
import { BylineField, TopicsField } from './name-fields.tsx';
import { ContinuesField, TranslationsField } from './story-links.tsx';
import { SearchFields } from './search-fields.tsx';

export function FactsPanel(): ReactElement {
  const { t } = useWords();
  const editable = useOpen((open) => open.story.may.includes('story.edit'));
  return (
    <fieldset className="facts" disabled={!editable} aria-label={t('stories.side.facts')}>
      <SectionFields />
      <BylineField />
      <CreditsField />
      <TopicsField />
      <LabelField />
      <LanguageField />
      <ContinuesField />
      <TranslationsField />
      <h2>{t('stories.facts.reading')}</h2>
      <SlugFields />
      <SearchFields />
      <h2>{t('stories.facts.newsroom')}</h2>
      <AssignedField />
      <EmbargoField />
    </fieldset>
  );
}

function SectionFields(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const options = useSectionOptions();
  const section = useOpen((open) => open.content.section);
  const further = useOpen((open) => open.content.furtherSections);
  return (
    <div id="field-section">
      <Select label={t('stories.field.section')} data={options} value={section} searchable allowDeselect={false} onChange={(value) => value !== null && copy.change({ section: value })} />
      <FieldConflicts field="section" />
      <MultiSelect mt="sm" label={t('stories.field.furtherSections')} data={options.filter((one) => one.value !== section)} value={[...further]} searchable onChange={(value) => copy.change({ furtherSections: value })} />
    </div>
  );
}

/** Agencies in the order in which the credit line names them: the order in which they were chosen. */
function CreditsField(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const agencies = useAgencies();
  const credits = useOpen((open) => open.content.credits);
  return (
    <div id="field-credits">
      <MultiSelect label={t('stories.field.credits')} description={t('stories.hint.credits')} data={agencies.map((one) => ({ value: one.id, label: one.shortName || one.name }))} value={[...credits]} searchable onChange={(value) => copy.change({ credits: value })} />
    </div>
  );
}

function LabelField(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const label = useOpen((open) => open.content.label);
  return (
    <div>
      <Select label={t('stories.field.label')} clearable placeholder={t('stories.label.none')} data={labels.map((value) => ({ value, label: t(`stories.label.${value}`) }))} value={label} onChange={(value) => copy.change({ label: value as typeof label })} />
      <FieldConflicts field="label" />
    </div>
  );
}

function LanguageField(): ReactElement {
  const { t, locale } = useWords();
  const copy = useCopy();
  const { languages } = usePublication();
  const language = useOpen((open) => open.content.language);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const tags = [...new Set([...languages, language])];
  return <Select label={t('stories.field.language')} allowDeselect={false} data={tags.map((value) => ({ value, label: names.of(value) ?? value }))} value={language} onChange={(value) => value !== null && copy.change({ language: value })} />;
}

function SlugFields(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const content = useOpen((open) => open.content);
  const slug = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9-]+/gu, '-').replaceAll(/-{2,}/gu, '-').replace(/^-/u, '');
  return (
    <>
      <TextInput label={t('stories.field.teaserTitle')} description={t('stories.hint.teaserTitle')} placeholder={content.headline} value={content.teaserTitle} onChange={(event) => copy.change({ teaserTitle: event.currentTarget.value })} />
      <TextInput label={t('stories.field.slug')} description={t('stories.hint.slug')} placeholder={slugOf({ ...content, slug: '' })} value={content.slug} onChange={(event) => copy.change({ slug: slug(event.currentTarget.value) })} onBlur={() => copy.change({ slug: content.slug.replace(/-$/u, '') })} />
    </>
  );
}

function AssignedField(): ReactElement {
  const { t } = useWords();
  const change = useDirectChange();
  const people = usePeople().filter((one) => one.standing !== 'suspended');
  const assigned = useOpen((open) => open.story.assigned);
  const note = useOpen((open) => open.story.note);
  return (
    <>
      <MultiSelect label={t('stories.field.assigned')} data={people.map((one) => ({ value: one.id, label: one.name }))} value={assigned.map((one) => one.id)} searchable onChange={(value) => void change({ assigned: value })} />
      {note !== '' && <p className="facts-note"><b>{t('stories.note')}</b> {note}</p>}
    </>
  );
}
