/** Programs that act for the newsroom, each with a role and an end. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Empty, Trouble, Waiting } from '../../../design/desk/states.tsx';
import { tellDone } from '../../../design/desk/tell.ts';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import type { Listed } from '../../../platform/browser/api.ts';
import { ask, read } from '../../../platform/browser/api.ts';
import type { Role } from '../roles.ts';
import { roles } from '../roles.ts';

interface TokenFacts {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly createdByName: string;
  readonly endsAt: string | null;
  readonly lastUsedAt: string | null;
}

export function View(): ReactElement {
  const { t, locale } = useWords();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const { send } = useSending();
  const { data, error } = useQuery({ queryKey: ['tokens'], queryFn: async () => (await read<Listed<TokenFacts>>('/tokens')).items });
  const day = (at: string) => new Date(at).toLocaleDateString(locale);
  const about = (one: TokenFacts) => [t(`staff.role.${one.role}`), one.endsAt === null ? t('staff.token.no-end') : t('staff.token.ends', { day: day(one.endsAt) }), one.lastUsedAt === null ? t('staff.token.never') : t('staff.token.used', { day: day(one.lastUsedAt) })].join(' · ');
  return (
    <Frame title={t('staff.tokens')} about={t('staff.tokens.about')} actions={<Button onClick={() => setOpen(true)}>{t('staff.token.new')}</Button>}>
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <Empty title={t('staff.token.none')} />}
      <Rows label={t('staff.tokens')}>
        {data?.map((one) => (
          <Row key={one.id} title={one.name} about={about(one)}>
            <Button size="xs" variant="subtle" color="red" onClick={() => void send(() => ask('DELETE', `/tokens/${one.id}`), { said: t('staff.token.ended'), refresh: ['tokens'] })}>{t('staff.token.end')}</Button>
          </Row>
        ))}
      </Rows>
      {open && <NewToken onMade={setMade} onClose={() => setOpen(false)} />}
      <AskFirst open={made !== null} title={t('staff.token.made')} act={t('staff.token.copy')} onAct={() => void navigator.clipboard.writeText(made ?? '').then(() => tellDone(t('staff.token.copied')))} onClose={() => setMade(null)}>
        <p>{t('staff.token.once')}</p>
        <TextInput aria-label={t('staff.token.made')} readOnly value={made ?? ''} onFocus={(event) => event.currentTarget.select()} />
      </AskFirst>
    </Frame>
  );
}

function NewToken({ onMade, onClose }: { readonly onMade: (token: string) => void; readonly onClose: () => void }): ReactElement {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('reporter');
  const [ends, setEnds] = useState('');
  const { busy, send } = useSending();
  const body = { name, role, ...(ends !== '' && { endsAt: new Date(`${ends}T23:59:59`).toISOString() }) };
  const act = async () => {
    const done = await send(async () => onMade((await ask<{ token: string }>('POST', '/tokens', { body })).token), { refresh: ['tokens'] });
    if (done) onClose();
  };
  return (
    <AskFirst open title={t('staff.token.new')} act={t('staff.token.make')} busy={busy} ready={name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <div className="form">
        <TextInput required label={t('staff.token.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <Select label={t('staff.role')} allowDeselect={false} data={roles.map((one) => ({ value: one, label: t(`staff.role.${one}`) }))} value={role} onChange={(one) => one !== null && setRole(one)} />
        <TextInput type="date" label={t('staff.token.end-day')} value={ends} onChange={(event) => setEnds(event.currentTarget.value)} />
      </div>
    </AskFirst>
  );
}
