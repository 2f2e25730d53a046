/** An own addition to the list, or the servers of one that is many houses. */
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import type { Provider } from '../embed.ts';

export function ProviderDialog({ provider, onClose }: { readonly provider: Provider | null; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const [facts, setFacts] = useState({ name: provider?.name ?? '', company: provider?.company ?? '', hosts: lines(provider?.hosts), frameHosts: lines(provider?.frameHosts), endpoint: provider?.endpoint ?? '' });
  const { busy, send } = useSending();
  const own = provider?.own !== false;
  const all = { name: facts.name, company: facts.company, frameHosts: names(facts.frameHosts), endpoint: facts.endpoint.trim() === '' ? null : facts.endpoint.trim() };
  const body = { hosts: names(facts.hosts), ...(own && all) };
  const act = async () => {
    const done = await send(() => (provider === null ? ask('POST', '/embed-providers', { body }) : ask('PATCH', `/embed-providers/${provider.id}`, { body, version: provider.version })), { said: t('desk.saved'), refresh: ['embed-providers'] });
    if (done) onClose();
  };
  const field = (name: keyof typeof facts) => ({ label: t(`embeds.field.${name}`), value: facts[name], onChange: (event: { currentTarget: { value: string } }) => setFacts({ ...facts, [name]: event.currentTarget.value }) });
  return (
    <AskFirst open title={provider?.name ?? t('embeds.add')} act={t('desk.save')} busy={busy} ready={facts.name.trim() !== '' && body.hosts.length > 0} onAct={() => void act()} onClose={onClose}>
      <div className="form">
        {own && <TextInput {...field('name')} required data-autofocus />}
        {own && <TextInput {...field('company')} description={t('embeds.hint.company')} />}
        <Textarea {...field('hosts')} description={t('embeds.hint.hosts')} autosize minRows={2} required />
        {own && <Textarea {...field('frameHosts')} description={t('embeds.hint.frameHosts')} autosize minRows={1} />}
        {own && <TextInput {...field('endpoint')} description={t('embeds.hint.endpoint')} placeholder="https://" />}
      </div>
    </AskFirst>
  );
}

function lines(hosts: readonly string[] = []): string {
  return hosts.join('\n');
}

function names(text: string): string[] {
  return text.split(/[\s,]+/u).filter((name) => name !== '');
}
