/** What the command palette offers while a story is open. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Command } from '../../../../design/desk/commands.ts';
import { useOffer } from '../../../../design/desk/commands.ts';
import { useWords } from '../../../../design/desk/words.tsx';
import type { SideTab } from './side.tsx';
import { useCopy, useOpen } from './use-working-copy.ts';

export function useEditorCommands(open: (tab: SideTab) => void): void {
  const { t } = useWords();
  const copy = useCopy();
  const go = useNavigate();
  const id = useOpen((now) => now.story.id);
  const commands = useMemo<readonly Command[]>(
    () => [
      { label: t('stories.command.publish'), icon: 'check', run: () => open('publish') },
      { label: t('stories.command.facts'), icon: 'panel', run: () => open('facts') },
      { label: t('stories.command.save'), icon: 'versions', keys: 'Ctrl S', run: () => void copy.saveNow() },
      { label: t('stories.preview'), icon: 'eye', run: () => void copy.saveNow('autosave').then(() => go({ to: `/stories/${id}/preview` })) },
      { label: t('stories.versions'), icon: 'versions', run: () => void copy.saveNow('autosave').then(() => go({ to: `/stories/${id}/versions` })) },
    ],
    [t, copy, id],
  );
  useOffer(commands);
}
