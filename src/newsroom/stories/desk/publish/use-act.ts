/** One act of publishing: what is unsaved is saved first, and the answer becomes the story that is shown. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tellDone, tellProblem } from '../../../../design/desk/tell.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import { ask } from '../../../../platform/browser/api.ts';
import { useCopy } from '../editor/use-working-copy.ts';
import type { StoryWhole } from '../../told.ts';

export type Act = 'submit' | 'return' | 'publish' | 'unschedule' | 'withdraw' | 'republish' | 'discard';

export interface Acting {
  readonly busy: Act | null;
  /** Answers whether it was done; what was refused has been told. */
  act(name: Act, body?: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export function useAct(): Acting {
  const copy = useCopy();
  const queries = useQueryClient();
  const { t } = useWords();
  const [busy, setBusy] = useState<Act | null>(null);
  const act = async (name: Act, body: Readonly<Record<string, unknown>> = {}) => {
    setBusy(name);
    try {
      await copy.saveNow('autosave');
      const story = await ask<StoryWhole>('POST', `/stories/${copy.snapshot().story.id}/${name}`, { body });
      copy.absorb(story);
      await queries.invalidateQueries({ queryKey: ['stories'] });
      tellDone(t(name === 'publish' && story.phase === 'scheduled' ? 'stories.done.schedule' : `stories.done.${name}`));
      return true;
    } catch (error) {
      tellProblem(error, t);
      return false;
    } finally {
      setBusy(null);
    }
  };
  return { busy, act };
}
