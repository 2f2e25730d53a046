import type { ReactElement } from 'react';
import { sayProblem } from '../../../design/desk/states.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Saving } from './use-draft.ts';

/** Whether what was written is safe. */
export function SavingLine({ saving }: { readonly saving: Saving }): ReactElement {
  const { t } = useWords();
  return (
    <span className="gallery-saving" role="status" data-state={typeof saving === 'string' ? saving : 'failed'}>
      {typeof saving === 'string' ? t(`galleries.saving.${saving}`) : sayProblem(saving, t)}
    </span>
  );
}
