/** Everybody who works here: invited, with a role, or suspended. */
import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { AskFirst } from '../../../design/desk/ask-first.tsx';
import { PersonMark } from '../../../design/desk/person.tsx';
import { Row, Rows } from '../../../design/desk/rows.tsx';
import { Trouble, Waiting } from '../../../design/desk/states.tsx';
import { useSending } from '../../../design/desk/use-sending.ts';
import { View as Frame } from '../../../design/desk/view.tsx';
import { useWords } from '../../../design/desk/words.tsx';
import { ask } from '../../../platform/browser/api.ts';
import { languages } from '../../../platform/words/words.ts';
import type { Role } from '../roles.ts';
import { roles } from '../roles.ts';
import { useMay, useMe } from './me.tsx';
import type { PersonFacts } from './use-people.ts';
import { peopleQuery } from './use-people.ts';

export function View(): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery(peopleQuery);
  const actions = (
    <>
      <Button component={Link} to="/roles" variant="subtle">{t('staff.roles')}</Button>
      {may('staff.invite') && <Button onClick={() => setOpen(true)}>{t('staff.invite')}</Button>}
    </>
  );
  return (
    <Frame title={t('staff.title')} actions={actions}>
      {error !== null && <Trouble error={error} />}
      {data === undefined && error === null && <Waiting />}
      <Rows label={t('staff.title')}>{data?.map((person) => <PersonRow key={person.id} person={person} />)}</Rows>
      <Invite open={open} onClose={() => setOpen(false)} />
    </Frame>
  );
}

function PersonRow({ person }: { readonly person: PersonFacts }): ReactElement {
  const { t } = useWords();
  const may = useMay();
  const me = useMe();
  const { busy, send } = useSending();
  const change = (body: Readonly<Record<string, unknown>>) => void send(() => ask('PATCH', `/staff/${person.id}`, { body }), { said: t('desk.saved'), refresh: ['staff'] });
  const real = person.standing !== 'name-only';
  return (
    <Row title={<span className="staff-name"><PersonMark person={person} /> {person.name}</span>} about={[person.email, t(`staff.standing.${person.standing}`)].filter((one) => one !== null).join(' · ')}>
      {may('staff.edit') && real ? <RoleSelect value={person.role} onChange={(role) => change({ role })} /> : <span>{t(`staff.role.${person.role}`)}</span>}
      {may('staff.invite') && person.standing === 'invited' && <Button size="xs" variant="default" loading={busy} onClick={() => void send(() => ask('POST', `/staff/${person.id}/invitation`, { body: {} }), { said: t('staff.invited') })}>{t('staff.invite-again')}</Button>}
      {may('staff.edit') && real && person.id !== me.id && <Button size="xs" variant="subtle" color="red" loading={busy} onClick={() => change({ suspended: person.standing !== 'suspended' })}>{t(person.standing === 'suspended' ? 'staff.take-back' : 'staff.suspend')}</Button>}
    </Row>
  );
}

function RoleSelect({ value, onChange, label }: { readonly value: Role; readonly onChange: (role: Role) => void; readonly label?: string }): ReactElement {
  const { t } = useWords();
  const named = label === undefined ? { 'aria-label': t('staff.role'), size: 'xs' } : { label };
  return <Select {...named} allowDeselect={false} data={roles.map((role) => ({ value: role, label: t(`staff.role.${role}`) }))} value={value} onChange={(role) => role !== null && onChange(role)} />;
}

function Invite({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactElement {
  const { t, language: mine, locale } = useWords();
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const [facts, setFacts] = useState({ email: '', name: '', role: 'reporter' as Role, language: mine });
  const { busy, send } = useSending();
  const act = async () => {
    if (!(await send(() => ask('POST', '/staff/invitations', { body: facts }), { said: t('staff.invited'), refresh: ['staff'] }))) return;
    setFacts({ ...facts, email: '', name: '' });
    onClose();
  };
  return (
    <AskFirst open={open} title={t('staff.invite')} act={t('staff.invite.send')} busy={busy} ready={facts.email.includes('@') && facts.name.trim() !== ''} onAct={() => void act()} onClose={onClose}>
      <div className="form">
        <TextInput required label={t('staff.name')} value={facts.name} onChange={(event) => setFacts({ ...facts, name: event.currentTarget.value })} data-autofocus />
        <TextInput required type="email" label={t('staff.email')} value={facts.email} onChange={(event) => setFacts({ ...facts, email: event.currentTarget.value })} />
        <RoleSelect label={t('staff.role')} value={facts.role} onChange={(role) => setFacts({ ...facts, role })} />
        <Select label={t('staff.language')} allowDeselect={false} data={languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))} value={facts.language} onChange={(language) => language !== null && setFacts({ ...facts, language })} />
      </div>
    </AskFirst>
  );
}
