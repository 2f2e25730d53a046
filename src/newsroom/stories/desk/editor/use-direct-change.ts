/** Changes that do not wait for the next autosave: names that the program must find or make, who works on the story. */
import { tellProblem } from '../../../../design/desk/tell.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask, Problem } from '../../../../platform/browser/api.ts';
import type { StoryWhole } from '../../told.ts';
import { useCopy } from './use-working-copy.ts';

export interface DirectChange {
  readonly topics?: readonly string[];
  readonly byline?: readonly string[];
  readonly assigned?: readonly string[];
  readonly embargoUntil?: string | null;
  readonly translationOf?: string | null;
}

export function useDirectChange(): (change: DirectChange) => Promise<void> {
  const copy = useCopy();
  const { t } = useWords();
  const send = async (change: DirectChange, tries: number): Promise<void> => {
    const { id, version } = copy.snapshot().story;
    try {
      copy.absorb(await ask<StoryWhole>('PATCH', `/stories/${id}`, { body: change, version }));
    } catch (error) {
      const current = error instanceof Problem && error.facts.status === 412 ? (error.facts.current as StoryWhole | undefined) : undefined;
      if (current === undefined || tries === 0) throw error;
      copy.absorb(current);
      await send(change, tries - 1);
    }
  };
  return async (change) => {
    await copy.saveNow('autosave');
    await send(change, 2).catch((error: unknown) => tellProblem(error, t));
  };
}
