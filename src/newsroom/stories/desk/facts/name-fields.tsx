/** Authors and topics by their names: a name that is known is found, a new one is made. */
import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { Listed } from '../../../../platform/browser/api.ts';
import { address, read } from '../../../../platform/browser/api.ts';
import type { DirectChange } from '../editor/use-direct-change.ts';
import { useDirectChange } from '../editor/use-direct-change.ts';
import { useOpen } from '../editor/use-working-copy.ts';
import type { Named } from '../../told.ts';

export function BylineField(): ReactElement {
  const authors = useOpen((open) => open.story.authors);
  return <NamesField id="authors" path="/authors" chosen={authors} change={(byline) => ({ byline })} />;
}

export function TopicsField(): ReactElement {
  const topics = useOpen((open) => open.story.topics);
  return <NamesField id="topics" path="/topics" chosen={topics} change={(names) => ({ topics: names })} />;
}

interface NamesFieldProps {
  readonly id: 'authors' | 'topics';
  readonly path: string;
  readonly chosen: readonly Named[];
  readonly change: (names: readonly string[]) => DirectChange;
}

function NamesField({ id, path, chosen, change }: NamesFieldProps): ReactElement {
  const { t } = useWords();
  const send = useDirectChange();
  const [typed, setTyped] = useState('');
  const [sending, setSending] = useState<readonly string[] | null>(null);
  const found = useNames(path, typed);
  const set = (names: readonly string[]) => {
    setSending(names);
    void send(change(names)).finally(() => setSending(null));
  };
  return (
    <div id={`field-${id}`}>
      <TagsInput label={t(`stories.field.${id}`)} description={t(`stories.hint.${id}`)} data={found} value={[...(sending ?? chosen.map((one) => one.name))]} searchValue={typed} onSearchChange={setTyped} onChange={set} splitChars={[';']} acceptValueOnBlur />
    </div>
  );
}

function useNames(path: string, typed: string): string[] {
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const { data } = useQuery({
    queryKey: ['names', path, asked],
    queryFn: async ({ signal }) => (await read<Listed<Named>>(address(path, { q: asked, limit: 12 }), signal)).items,
    placeholderData: (before) => before,
  });
  return [...new Set((data ?? []).map((one) => one.name))];
}
