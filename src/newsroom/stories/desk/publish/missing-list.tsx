/** What still stands between the story and its readers; each line leads to the field. */
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useOpen } from '../editor/use-working-copy.ts';
import type { Missing } from '../types.ts';

interface MissingListProps {
  readonly onFacts: () => void;
  readonly onGo: () => void;
}

export function MissingList({ onFacts, onGo }: MissingListProps): ReactElement {
  const { t } = useWords();
  const missing = useOpen((open) => open.story.missing);
  if (missing.length === 0) {
    return (
      <p className="publish-complete">
        <Icon name="check" size={16} /> {t('stories.missing.nothing')}
      </p>
    );
  }
  const go = (one: Missing) => {
    if (['/section', '/authors', '/credits'].includes(one.pointer)) onFacts();
    onGo();
    // After the drawer has closed and given the focus back.
    setTimeout(() => focusField(one.pointer), 250);
  };
  return (
    <section aria-labelledby="missing-title">
      <h2 id="missing-title">{t('stories.missing.title')}</h2>
      <ul className="publish-missing">
        {missing.map((one) => (
          <li key={`${one.name} ${one.pointer} ${one.picture ?? ''}`}>
            <button type="button" onClick={() => go(one)}>
              {t(`stories.missing.${one.name}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusField(pointer: string): void {
  const field = pointer === '/body' ? document.querySelector<HTMLElement>('.prose') : document.getElementById(`field-${pointer.slice(1)}`);
  const target = field?.matches('.prose') === true ? field : field?.querySelector<HTMLElement>('.lead-picture-acts button, textarea, input, button');
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
