/** What still stands between the story and its readers; each line leads to the field. */
import { useId } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../../design/desk/icons.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { useOpen } from '../editor/use-working-copy.ts';
import type { Missing } from '../../rules.ts';

interface MissingListProps {
  readonly onFacts: () => void;
  readonly onGo: () => void;
}

export function MissingList({ onFacts, onGo }: MissingListProps): ReactElement {
  const { t } = useWords();
  const missing = useOpen((open) => open.story.missing);
  const warnings = useOpen((open) => open.story.warnings);
  const go = (one: Missing) => {
    if (['/section', '/authors', '/credits'].includes(one.pointer)) onFacts();
    onGo();
    // After the drawer has closed and given the focus back.
    setTimeout(() => (one.element === undefined ? focusField(one.pointer) : focusThing(one.element)), 250);
  };
  return (
    <>
      {missing.length > 0 ? <Lines title={t('stories.missing.title')} lines={missing} onGo={go} /> : (
        <p className="publish-complete">
          <Icon name="check" size={16} /> {t('stories.missing.nothing')}
        </p>
      )}
      {warnings.length > 0 && <Lines title={t('stories.warnings.title')} lines={warnings} onGo={go} />}
    </>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly Missing[];
  readonly onGo: (line: Missing) => void;
}

function Lines({ title, lines, onGo }: LinesProps): ReactElement {
  const { t } = useWords();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="publish-missing">
        {lines.map((one) => (
          <li key={`${one.name} ${one.pointer} ${one.picture ?? one.element?.id ?? ''}`}>
            <button type="button" onClick={() => onGo(one)}>
              {t(`stories.missing.${one.name}`, one.values)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function focusThing({ kind, id }: NonNullable<Missing['element']>): void {
  const thing = document.querySelector(`[data-thing="${kind}:${id}"]`);
  thing?.scrollIntoView({ block: 'center' });
  thing?.querySelector<HTMLElement>('button, a, input')?.focus({ preventScroll: true });
}

function focusField(pointer: string): void {
  const field = pointer === '/body' ? document.querySelector<HTMLElement>('.prose') : document.getElementById(`field-${pointer.slice(1)}`);
  const target = field?.matches('.prose') === true ? field : field?.querySelector<HTMLElement>('.lead-picture-acts button, textarea, input, button');
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
