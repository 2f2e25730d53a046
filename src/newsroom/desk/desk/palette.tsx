/** Ctrl+K or Cmd+K: go anywhere, find a story, begin one, and whatever the open view offers. */
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { useCommands } from '../../../design/desk/commands.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { findStories } from '../../stories/desk/lent.ts';
import { useMay } from '../../staff/desk/lent.ts';
import { useEntries } from './use-entries.ts';

const [store, palette] = createSpotlight();
export const openPalette = (): void => palette.open();

export function Palette(): ReactElement {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  return (
    <Spotlight.Root store={store} query={query} onQueryChange={setQuery} shortcut={['mod + K']} tagsToIgnore={[]} triggerOnContentEditable scrollable maxHeight="60vh" title={t('desk.palette.open')} classNames={{ header: 'unseen' }} overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}>
      <Spotlight.Search placeholder={t('desk.palette.placeholder')} aria-label={t('desk.palette.placeholder')} leftSection={<Icon name="search" />} onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && takeFirst()} />
      <Spotlight.ActionsList>
        <Commands query={query} />
        <Places query={query} />
        <Stories query={query} />
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

/** What was found after the last key is chosen too, so that Enter opens it. */
function chooseFirst(): void {
  const list = document.getElementById(store.getState().listId);
  const first = list?.querySelector('[data-action]');
  if (list === null || first == null || list.querySelector('[data-selected]') !== null) return;
  first.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

/** Enter means the first that was found, until the arrows chose another. */
function takeFirst(): void {
  const list = document.getElementById(store.getState().listId);
  if (list?.querySelector('[data-selected]') === null) list.querySelector<HTMLElement>('[data-action]')?.click();
}

const fits = (label: string, query: string): boolean => label.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

function Commands({ query }: { readonly query: string }): ReactElement | null {
  const { t } = useWords();
  const found = useCommands().filter((command) => fits(command.label, query));
  if (found.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('desk.palette.here')}>
      {found.map((command) => (
        <Spotlight.Action key={command.label} label={command.label} leftSection={<Icon name={command.icon} />} onClick={command.run} rightSection={command.keys === undefined ? null : <kbd>{command.keys}</kbd>} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Places({ query }: { readonly query: string }): ReactElement | null {
  const { t } = useWords();
  const go = useNavigate();
  const may = useMay();
  const found = useEntries().filter((entry) => fits(t(entry.words), query));
  const begin = may('story.create') && fits(t('stories.new'), query);
  if (found.length === 0 && !begin) return null;
  return (
    <Spotlight.ActionsGroup label={t('desk.palette.go')}>
      {begin && <Spotlight.Action label={t('stories.new')} leftSection={<Icon name="plus" />} onClick={() => void go({ to: '/new' })} />}
      {found.map((entry) => (
        <Spotlight.Action key={entry.path} label={t(entry.words)} leftSection={<Icon name={entry.icon} />} onClick={() => void go({ to: entry.path })} />
      ))}
    </Spotlight.ActionsGroup>
  );
}

function Stories({ query }: { readonly query: string }): ReactElement | null {
  const { t } = useWords();
  const go = useNavigate();
  const [asked] = useDebouncedValue(query.trim(), 150);
  const { data } = useQuery({ queryKey: ['stories', 'find', asked], queryFn: ({ signal }) => findStories(asked, signal), enabled: asked.length > 1 });
  useEffect(chooseFirst, [data]);
  if (data === undefined || data.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={t('desk.palette.stories')}>
      {data.map((story) => (
        <Spotlight.Action key={story.id} label={story.headline || t('stories.untitled')} description={story.section.name} leftSection={<Icon name="pages" />} onClick={() => void go({ to: `/stories/${story.id}` })} />
      ))}
    </Spotlight.ActionsGroup>
  );
}
