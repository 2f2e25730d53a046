/** Oneself: name, language, where one is signed in. Password and second factor have a page of their own. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Trouble } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { ask, read } from '../../../platform/browser/api.ts';
import { languages } from '../../../platform/words/words.ts';
import { useMe } from './me.tsx';

export function View(): ReactElement {
  const { t, language, locale } = useWords();
  const me = useMe();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const [name, setName] = useState(me.name);
  const { busy, send } = useSending();
  const change = (body: Readonly<Record<string, string>>) => void send(() => ask('PATCH', '/me', { body }), { said: t('desk.saved'), refresh: ['me'] });
  return (
    <Frame title={t('staff.me')} about={`${me.email} · ${t(`staff.role.${me.role}`)}`} width="text" actions={<Button component="a" href="/desk/me/security" variant="default">{t('staff.security')}</Button>}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          change({ name });
        }}
      >
        <TextInput label={t('staff.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <Select label={t('staff.language')} allowDeselect={false} data={languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} value={language} onChange={(tag) => tag !== null && change({ language: tag })} />
        <div><Button type="submit" loading={busy} disabled={name.trim() === '' || name === me.name}>{t('desk.save')}</Button></div>
      </form>
      <Sessions />
    </Frame>
  );
}

interface SessionFacts {
  readonly id: string;
  readonly agent: string;
  readonly seenAt: string;
  readonly current: boolean;
}

function Sessions(): ReactElement {
  const { t, locale } = useWords();
  const { send } = useSending();
  const { data, error } = useQuery({ queryKey: ['sessions'], queryFn: async () => (await read<Listed<SessionFacts>>('/me/sessions')).items });
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title">{t('staff.sessions')}</h2>
      {error !== null && <Trouble error={error} />}
      <Rows label={t('staff.sessions')}>
        {data?.map((one) => (
          <Row key={one.id} title={one.agent} about={one.current ? t('staff.session.here') : t('staff.session.seen', { when: new Date(one.seenAt).toLocaleString(locale) })}>
            {!one.current && <Button size="xs" variant="default" onClick={() => void send(() => ask('DELETE', `/me/sessions/${one.id}`), { refresh: ['sessions'] })}>{t('staff.session.end')}</Button>}
          </Row>
        ))}
      </Rows>
    </section>
  );
}
