/** What stands beside the story: its facts, and its way to readers. */
import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ReactElement } from 'react';
import { Waiting } from '../../../../design/desk/states.tsx';
import { useWords } from '../../../../design/desk/words.tsx';
import { FactsPanel } from '../facts/facts-panel.tsx';

const PublishPanel = lazy(async () => ({ default: (await import('../publish/publish-panel.tsx')).PublishPanel }));

export type SideTab = 'facts' | 'publish';

interface SideProps {
  readonly tab: SideTab;
  readonly onTab: (tab: SideTab) => void;
  /** Called before the focus goes to a field of the story, so that a drawer can make room. */
  readonly onGo: () => void;
}

export function Side({ tab, onTab, onGo }: SideProps): ReactElement {
  const { t } = useWords();
  return (
    <Tabs value={tab} onChange={(next) => onTab((next ?? 'facts') as SideTab)} keepMounted={false}>
      <Tabs.List grow mb="md">
        <Tabs.Tab value="facts">{t('stories.side.facts')}</Tabs.Tab>
        <Tabs.Tab value="publish">{t('stories.side.publish')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="facts">
        <FactsPanel />
      </Tabs.Panel>
      <Tabs.Panel value="publish">
        <Suspense fallback={<Waiting />}>
          <PublishPanel onFacts={() => onTab('facts')} onGo={onGo} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
