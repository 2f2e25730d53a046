/** The list of houses that may show something on the newsroom's pages. */
import { Button, Switch } from '@mantine/core';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { ProviderDialog } from './provider-dialog.tsx';
import type { Provider } from '../embed.ts';
import { useProviders } from './use-embeds.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const providers = useProviders();
  const [edited, setEdited] = useState<Provider | 'new' | null>(null);
  const { send } = useSending();
  const turn = (provider: Provider, enabled: boolean) => void send(() => ask('PATCH', `/embed-providers/${provider.id}`, { body: { enabled }, version: provider.version }), { refresh: ['embed-providers'] });
  return (
    <Frame title={t('embeds.title')} about={t('embeds.about')} actions={<Button onClick={() => setEdited('new')}>{t('embeds.add')}</Button>}>
      <Rows label={t('embeds.title')}>
        {providers.map((provider) => (
          <Row key={provider.id} title={provider.name} about={provider.hosts.join(', ')}>
            {(provider.own || provider.id === 'mastodon') && <Button size="xs" variant="default" onClick={() => setEdited(provider)}>{t('desk.edit')}</Button>}
            {provider.own && <Button size="xs" variant="subtle" color="red" onClick={() => void send(() => ask('DELETE', `/embed-providers/${provider.id}`), { refresh: ['embed-providers'] })}>{t('desk.remove')}</Button>}
            <Switch checked={provider.enabled} onChange={(event) => turn(provider, event.currentTarget.checked)} aria-label={t('embeds.allow', { provider: provider.name })} />
          </Row>
        ))}
      </Rows>
      {edited !== null && <ProviderDialog provider={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Frame>
  );
}
