/** How the story stands in a search engine, with a preview of it. */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { useCopy, useOpen } from '../editor/use-working-copy.ts';

/** Search engines cut titles and descriptions at about these lengths. */
const most = { title: 60, description: 155 };

export function SearchFields(): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const content = useOpen((open) => open.content);
  const url = useOpen((open) => open.story.url);
  const title = content.searchTitle || content.headline;
  const description = content.searchDescription || content.lead;
  return (
    <>
      <TextInput label={t('stories.field.searchTitle')} placeholder={content.headline} value={content.searchTitle} onChange={(event) => copy.change({ searchTitle: event.currentTarget.value })} />
      <Textarea label={t('stories.field.searchDescription')} autosize minRows={2} placeholder={content.lead} value={content.searchDescription} onChange={(event) => copy.change({ searchDescription: event.currentTarget.value })} />
      <div className="search-preview" aria-label={t('stories.search.preview')} role="img">
        <span>{`${location.host}${url}`.replaceAll('/', ' › ')}</span>
        <b>{cut(title, most.title)}</b>
        <p>{cut(description, most.description)}</p>
      </div>
    </>
  );
}

function cut(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, length - 1).join('').trimEnd()}…`;
}
