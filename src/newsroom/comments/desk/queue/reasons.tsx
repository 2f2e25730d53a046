/** Why it is refused: the house list, a digit each, and words of one's own for its writer. */
import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../../design/desk/words.tsx';
import type { RefusalReason } from '../../comment.ts';
import { refusalReasons } from '../../comment.ts';
import { longestReason } from '../../rules.ts';

interface ReasonsProps {
  /** Readers have seen it. */
  readonly public: boolean;
  readonly onRefuse: (reason: RefusalReason, words: string) => void;
  readonly onClose: () => void;
}

export function Reasons({ public: isPublic, onRefuse, onClose }: ReasonsProps): ReactElement {
  const { t } = useWords();
  const [words, setWords] = useState('');
  const here = useRef<HTMLElement>(null);
  // The question has the focus, no answer does: Enter refuses nothing by accident.
  useEffect(() => here.current?.focus(), []);
  return (
    <section className="reasons" aria-labelledby="reasons-title" ref={here} tabIndex={-1}>
      <h2 id="reasons-title">{t(isPublic ? 'comments.why-remove' : 'comments.why')}</h2>
      <ul>
        {refusalReasons.map((reason, place) => (
          <li key={reason}>
            <Button variant="default" size="sm" justify="start" fullWidth disabled={reason === 'other' && words.trim() === ''} onClick={() => onRefuse(reason, words.trim())}>
              <kbd aria-hidden>{(place + 1) % 10}</kbd> {t(`comments.reason.${reason}`)}
            </Button>
          </li>
        ))}
      </ul>
      <Textarea
        data-own-words label={t('comments.own-words')} description={t('comments.own-words.text')} autosize minRows={2} maxLength={longestReason} value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && words.trim() !== '') onRefuse('other', words.trim());
        }}
      />
      <Button variant="subtle" size="xs" onClick={onClose}>{t('desk.cancel')}</Button>
    </section>
  );
}
