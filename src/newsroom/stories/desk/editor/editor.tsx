/** The editor: the story as its readers will read it, and beside it what else belongs to it. */
import { Drawer } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Trouble, Waiting } from '../../../../design/desk/states.tsx';
import { useTitle } from '../../../../design/desk/view.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { read } from '../../../../platform/browser/api.ts';
import type { StoryWhole } from '../../told.ts';
import '../top-bar.css';
import './editor.css';
import { Paper } from './paper.tsx';
import type { SideTab } from './side.tsx';
import { Side } from './side.tsx';
import { TopBar } from './top-bar.tsx';
import { useEditorCommands } from './use-editor-commands.ts';
import type { PutBack } from './use-working-copy.ts';
import { CopyContext, useCopy, useOpen, useWorkingCopy } from './use-working-copy.ts';

export function View(): ReactElement {
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  // What changes afterwards comes through the working copy.
  const { data, error, refetch } = useQuery({ queryKey: ['story', id], queryFn: () => read<StoryWhole>(`/stories/${id}`), staleTime: 0, gcTime: 0, refetchOnWindowFocus: false, refetchOnMount: 'always' });
  if (error !== null && data === undefined) return <Trouble error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  return <Opened key={data.id} story={data} />;
}

function Opened({ story }: { readonly story: StoryWhole }): ReactElement {
  const { copy, putBack } = useWorkingCopy(story);
  if (copy === null) return <Waiting />;
  return (
    <CopyContext value={copy}>
      <Room putBack={putBack} />
    </CopyContext>
  );
}

function Room({ putBack }: { readonly putBack: PutBack | null }): ReactElement {
  const { t } = useWords();
  const copy = useCopy();
  const wide = useMediaQuery('(min-width: 68em)', window.matchMedia('(min-width: 68em)').matches);
  const [shown, side] = useDisclosure(wide);
  const [tab, setTab] = useState<SideTab>('facts');
  const headline = useOpen((open) => open.content.headline);
  useTitle(headline || t('stories.untitled'));
  useHotkeys([['mod+S', () => void copy.saveNow()]], [], true);
  const open = (next: SideTab) => {
    setTab(next);
    side.open();
  };
  useEditorCommands(open);
  const panel = <Side tab={tab} onTab={setTab} onGo={wide ? () => undefined : side.close} />;
  return (
    <div className="editor">
      <TopBar onPublish={() => open('publish')} onSide={side.toggle} sideShown={shown} />
      <div className="editor-room" data-side={(wide && shown) || undefined}>
        <Paper putBack={putBack} />
        {wide ? shown && <aside className="editor-side" aria-label={t('stories.side')}>{panel}</aside> : (
          <Drawer opened={shown} onClose={side.close} position="right" size="min(26rem, 100vw)" title={t('stories.side')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
            {panel}
          </Drawer>
        )}
      </div>
    </div>
  );
}
