/** The tree of sections: what stands where, and what it is called. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { sectionName } from '../section.ts';
import { SectionDialog } from './section-dialog.tsx';
import type { SectionFacts } from './use-sections.ts';
import { useSections } from './use-sections.ts';

export function View(): ReactElement {
  const { t, language } = useWords();
  const sections = useSections();
  const [edited, setEdited] = useState<SectionFacts | 'new' | null>(null);
  const [removed, setRemoved] = useState<SectionFacts | null>(null);
  const { busy, send } = useSending();
  const remove = async () => {
    if (removed !== null && (await send(() => ask('DELETE', `/sections/${removed.id}`), { said: t('sections.removed'), refresh: ['sections'] }))) setRemoved(null);
  };
  return (
    <Frame title={t('sections.title')} about={t('sections.about')} actions={<Button onClick={() => setEdited('new')}>{t('sections.new')}</Button>}>
      {sections.length === 0 && <Empty title={t('sections.none')} />}
      <Rows label={t('sections.title')}>
        {sections.map((section) => (
          <Row key={section.id} depth={section.path.split('/').length - 1} title={sectionName(section, language)} about={`/${section.path} · ${t('sections.stories', { count: section.stories })}`}>
            <Button component={Link} to={`/fronts/${section.id}`} size="xs" variant="subtle">{t('sections.front')}</Button>
            <Button size="xs" variant="default" onClick={() => setEdited(section)}>{t('desk.edit')}</Button>
            {section.stories === 0 && <Button size="xs" variant="subtle" color="red" onClick={() => setRemoved(section)}>{t('desk.remove')}</Button>}
          </Row>
        ))}
      </Rows>
      {edited !== null && <SectionDialog section={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      <AskFirst open={removed !== null} title={t('sections.remove')} act={t('desk.remove')} danger busy={busy} onAct={() => void remove()} onClose={() => setRemoved(null)}>
        <p>{t('sections.remove.text', { name: removed === null ? '' : sectionName(removed, language) })}</p>
      </AskFirst>
    </Frame>
  );
}
