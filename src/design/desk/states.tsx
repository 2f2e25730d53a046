/** What a view shows while it waits, when there is nothing, and when something went wrong. */
import { Button, Loader } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import type { Translate } from '../../platform/words/translate.ts';
import { Problem } from '../../platform/browser/api.ts';
import './states.css';
import { useWords } from './words.tsx';

export function Waiting(): ReactElement {
  const { t } = useWords();
  return (
    <div className="desk-waiting" role="status">
      <Loader size="sm" type="dots" color="var(--ink-soft)" />
      <span className="unseen">{t('desk.waiting')}</span>
    </div>
  );
}

export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className="desk-empty">
      <p className="desk-empty-title">{title}</p>
      {children}
    </div>
  );
}

interface TroubleProps {
  readonly error: unknown;
  readonly again?: () => void;
}

export function Trouble({ error, again }: TroubleProps): ReactElement {
  const { t } = useWords();
  return (
    <div className="desk-trouble" role="alert">
      <p>{sayProblem(error, t)}</p>
      {again !== undefined && (
        <Button variant="default" size="xs" onClick={again}>
          {t('desk.again')}
        </Button>
      )}
    </div>
  );
}

/** A refusal in words: the program's own sentence where it gave one. */
export function sayProblem(error: unknown, t: Translate): string {
  if (!(error instanceof Problem)) return t('desk.problem.bug');
  const { status, detail, title, errors } = error.facts;
  if (status === 0) return t('desk.problem.connection');
  if (status === 401) return t('desk.problem.signed-out');
  const said = detail === '' ? title : detail;
  const further = errors.map((one) => one.message).filter((message) => message !== '' && message !== said);
  return further.length === 0 ? said : `${said} ${further.join(' ')}`;
}
