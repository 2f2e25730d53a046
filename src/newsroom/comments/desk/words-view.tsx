/** Words that deserve a look, a list for each language. */
import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { address, ask, read } from '../../../platform/browser/api.ts';
import { usePublication } from '../../publication/desk/lent.ts';
import { longestWord } from '../moderating/rules.ts';
import './queue/queue.css';

interface Listed {
  readonly id: string;
  readonly word: string;
  readonly stems: string;
}

/** The languages whose forms the house can compare. */
const known = ['de', 'fr', 'it', 'en'];

export function View(): ReactElement {
  const { t, locale } = useWords();
  const { languages } = usePublication();
  const offered = known.filter((one) => languages.some((language) => language.startsWith(one)));
  const [language, setLanguage] = useState(offered[0] ?? 'de');
  const [word, setWord] = useState('');
  const { busy, send } = useSending();
  const { data, error } = useQuery({ queryKey: ['comment-words', language], queryFn: ({ signal }) => read<{ items: readonly Listed[] }>(address('/comment-words', { language }), signal) });
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const add = async () => {
    if (await send(() => ask('POST', '/comment-words', { body: { language, word: word.trim() } }), { refresh: ['comment-words'] })) setWord('');
  };
  return (
    <Frame title={t('comments.words.title')} about={t('comments.words.about')} width="text">
      {offered.length > 1 && <SegmentedControl mb="md" value={language} onChange={setLanguage} data={offered.map((value) => ({ value, label: names.of(value) ?? value }))} aria-label={t('comments.words.language')} />}
      <form className="words-new" onSubmit={(event) => (event.preventDefault(), void add())}>
        <TextInput value={word} onChange={(event) => setWord(event.currentTarget.value)} label={t('comments.words.new')} description={t('comments.words.new.text')} maxLength={longestWord} />
        <Button type="submit" loading={busy} disabled={word.trim() === ''}>{t('comments.words.add')}</Button>
      </form>
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.items.length === 0 && <Empty title={t('comments.words.none')} />}
      <Rows label={t('comments.words.title')}>
        {data?.items.map((one) => (
          <Row key={one.id} title={one.word} about={t('comments.words.stems', { stems: one.stems.replaceAll("'", '') })}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('comments.words.remove', { word: one.word })} onClick={() => void send(() => ask('DELETE', `/comment-words/${one.id}`), { refresh: ['comment-words'] })}><Icon name="bin" /></ActionIcon>
          </Row>
        ))}
      </Rows>
    </Frame>
  );
}
