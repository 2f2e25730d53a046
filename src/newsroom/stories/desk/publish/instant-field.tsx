/** A day and a time in the publication's zone. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { usePublication } from '../../../publication/desk/lent.ts';
import { readLocal, writeLocal } from './instants.ts';

interface InstantFieldProps {
  readonly label: string;
  readonly first?: Date;
  /** Null while what stands there is no instant. */
  readonly onInstant: (at: Date | null) => void;
}

export function InstantField({ label, first, onInstant }: InstantFieldProps): ReactElement {
  const { t } = useWords();
  const { timeZone } = usePublication();
  const [text, setText] = useState(() => (first === undefined ? '' : writeLocal(first, timeZone)));
  const [second, setSecond] = useState('0');
  const read = readLocal(text, timeZone);
  const instants = 'instants' in read ? read.instants : [];
  const at = instants[Number(second)] ?? instants[0] ?? null;
  const time = at?.getTime() ?? null;
  useEffect(() => onInstant(time === null ? null : new Date(time)), [time]);
  return (
    <div>
      <TextInput type="datetime-local" label={label} description={t('stories.zone', { zone: timeZone })} value={text} onChange={(event) => setText(event.currentTarget.value)} error={'wrong' in read && read.wrong === 'gap' ? t('stories.at.gap') : undefined} />
      {instants.length === 2 && <SegmentedControl mt="xs" fullWidth size="xs" value={second} onChange={setSecond} data={[{ value: '0', label: t('stories.at.first') }, { value: '1', label: t('stories.at.second') }]} />}
    </div>
  );
}
