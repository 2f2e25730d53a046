/** Agencies and other sources that stories are credited to. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import type { AgencyFacts } from './use-agencies.ts';
import { useAgencies } from './use-agencies.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const agencies = useAgencies();
  const [edited, setEdited] = useState<AgencyFacts | 'new' | null>(null);
  const { send } = useSending();
  return (
    <Frame title={t('agencies.title')} about={t('agencies.about')} actions={<Button onClick={() => setEdited('new')}>{t('agencies.new')}</Button>}>
      {agencies.length === 0 && <Empty title={t('agencies.none')} />}
      <Rows label={t('agencies.title')}>
        {agencies.map((agency) => (
          <Row key={agency.id} title={agency.name} about={`(${agency.credit})`}>
            <Button size="xs" variant="subtle" component="a" href={`/quelle/${agency.slug}`} target="_blank">{t('desk.page')}</Button>
            <Button size="xs" variant="default" onClick={() => setEdited(agency)}>{t('desk.edit')}</Button>
            <Button size="xs" variant="subtle" color="red" onClick={() => void send(() => ask('DELETE', `/agencies/${agency.id}`), { said: t('agencies.removed'), refresh: ['agencies'] })}>{t('desk.remove')}</Button>
          </Row>
        ))}
      </Rows>
      {edited !== null && <AgencyDialog agency={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Frame>
  );
}

function AgencyDialog({ agency, onClose }: { readonly agency: AgencyFacts | null; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const [facts, setFacts] = useState({ name: agency?.name ?? '', shortName: agency?.shortName ?? '', credit: agency?.credit ?? '', about: agency?.about ?? '', url: agency?.url ?? '' });
  const { busy, send } = useSending();
  const { shortName, credit, url, ...rest } = facts;
  const body = { ...rest, url: url === '' ? null : url, ...(shortName !== '' && { shortName }), ...(credit !== '' && { credit }) };
  const save = () => (agency === null ? ask('POST', '/agencies', { body }) : ask('PATCH', `/agencies/${agency.id}`, { body, version: agency.version }));
  const act = async () => {
    if (await send(save, { said: t('desk.saved'), refresh: ['agencies'] })) onClose();
  };
  const field = (name: keyof typeof facts) => ({ label: t(`agencies.field.${name}`), value: facts[name], onChange: (event: { currentTarget: { value: string } }) => setFacts({ ...facts, [name]: event.currentTarget.value }) });
  return (
    <AskFirst open title={t(agency === null ? 'agencies.new' : 'agencies.edit')} act={t('desk.save')} busy={busy} ready={facts.name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <div className="form">
        <TextInput {...field('name')} required data-autofocus />
        <TextInput {...field('shortName')} />
        <TextInput {...field('credit')} description={t('agencies.hint.credit')} />
        <TextInput {...field('url')} type="url" placeholder="https://" />
        <Textarea {...field('about')} autosize minRows={2} />
      </div>
    </AskFirst>
  );
}
