/** How long the text is, counted as a reader counts. */
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import { counts, plainText } from '../../text.ts';
import { useOpen } from './use-working-copy.ts';

export function Counts(): ReactElement {
  const { t } = useWords();
  const body = useOpen((open) => open.content.body);
  const language = useOpen((open) => open.content.language);
  const [counted] = useDebouncedValue(body, 400);
  const { characters, words, minutes } = useMemo(() => counts(plainText(counted), language), [counted, language]);
  return <p className="counts">{t('stories.counts', { characters, words, minutes })}</p>;
}
