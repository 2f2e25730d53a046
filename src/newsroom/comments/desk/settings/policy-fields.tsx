/** How long discussions are open and what is read first: the same fields for the site, a section and a story. */
import { NumberInput, Select } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Mode, Openness } from '../../comment.ts';
import { modes, opennesses } from '../../comment.ts';
import { mostOpenHours } from '../../rules.ts';

export interface PolicyFields {
  readonly openness: Openness | null;
  readonly hours: number | null;
  readonly mode: Mode | null;
}

interface PolicyFieldsProps {
  readonly value: PolicyFields;
  /** What holds where nothing is set here. */
  readonly above: { readonly openness: Openness; readonly hours: number; readonly mode: Mode };
  readonly onChange: (value: PolicyFields) => void;
}

export function PolicyFieldset({ value, above, onChange }: PolicyFieldsProps): ReactElement {
  const { t } = useWords();
  const inherited = (what: string) => t('threads.inherited', { what });
  return (
    <>
      <Select
        label={t('threads.openness')} placeholder={inherited(t(`threads.openness.${above.openness}`, { hours: above.hours }))} clearable value={value.openness}
        data={opennesses.map((one) => ({ value: one, label: t(`threads.openness.${one}`, { hours: value.hours ?? above.hours }) }))} onChange={(openness) => onChange({ ...value, openness: openness as Openness | null })}
      />
      {(value.openness ?? above.openness) === 'hours' && (
        <NumberInput label={t('threads.hours')} description={t('threads.hours.text')} placeholder={String(above.hours)} value={value.hours ?? ''} min={1} max={mostOpenHours} onChange={(hours) => onChange({ ...value, hours: hours === '' ? null : Number(hours) })} />
      )}
      <Select
        label={t('threads.mode')} placeholder={inherited(t(`threads.mode.${above.mode}`))} clearable value={value.mode}
        data={modes.map((one) => ({ value: one, label: t(`threads.mode.${one}`) }))} onChange={(mode) => onChange({ ...value, mode: mode as Mode | null })}
      />
    </>
  );
}
