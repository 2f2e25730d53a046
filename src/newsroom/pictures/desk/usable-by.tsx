/** Who may bring a picture before readers: roles and people, chosen among those of the house. */
import { MultiSelect } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import { usePeople } from '../../staff/desk/lent.ts';
import { deciders, writers } from '../../staff/roles.ts';

interface UsableByProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  readonly readOnly?: boolean;
  readonly description?: string;
}

export function UsableBy({ value, onChange, readOnly = false, description }: UsableByProps): ReactElement {
  const { t } = useWords();
  const people = usePeople();
  const roles = [...new Set([...writers, 'picture-editor' as const, ...deciders])];
  const data = [
    { group: t('pictures.roles'), items: roles.map((role) => ({ value: `role:${role}`, label: t(`staff.role.${role}`) })) },
    { group: t('pictures.people'), items: people.filter(({ standing }) => standing === 'active' || standing === 'invited').map(({ id, name }) => ({ value: `staff:${id}`, label: name })) },
  ];
  return <MultiSelect label={t('pictures.field.usableBy')} description={description} placeholder={value.length === 0 ? t('pictures.anybody') : ''} readOnly={readOnly} searchable data={data} value={[...value]} onChange={onChange} />;
}
