/** Finds one story by words. */
import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { findStories } from '../find-stories.ts';
import { StateMark } from '../state-mark.tsx';
import type { StoryLine } from '../../told.ts';

interface StoryPickerProps {
  readonly label: string;
  readonly description?: string;
  /** These cannot be taken: the story itself, those that are there already. */
  readonly except: readonly string[];
  readonly onPick: (story: StoryLine) => void;
}

export function StoryPicker({ label, description, except, onPick }: StoryPickerProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { data = [] } = useQuery({ queryKey: ['stories', 'find', asked], queryFn: ({ signal }) => findStories(asked, signal), placeholderData: (before) => before });
  const found = data.filter((one) => !except.includes(one.id));
  const take = (id: string) => {
    const story = found.find((one) => one.id === id);
    if (story !== undefined) onPick(story);
    setWords('');
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={take}>
      <Combobox.Target>
        <TextInput label={label} description={description} placeholder={t('stories.find')} leftSection={<Icon name="search" size={16} />} value={words} onFocus={() => combobox.openDropdown()} onBlur={() => combobox.closeDropdown()} onChange={(event) => (setWords(event.currentTarget.value), combobox.openDropdown(), combobox.updateSelectedOptionIndex())} />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {found.map((story) => (
            <Combobox.Option key={story.id} value={story.id}>
              <span className="picker-headline">{story.headline || t('stories.untitled')}</span>
              <StateMark story={story} />
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
