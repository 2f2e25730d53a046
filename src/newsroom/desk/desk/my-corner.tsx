/** Oneself: name, language, light or dark, account, the way out. */
import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import { PersonMark } from '../../../design/desk/person.tsx';
import { tellProblem } from '../../../design/desk/tell.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { languages } from '../../../platform/words/words.ts';
import { useChangeMe, useMe } from '../../staff/desk/lent.ts';

const ownNames = { de: 'Deutsch', fr: 'Français', it: 'Italiano', en: 'English' } as const;

export function MyCorner(): ReactElement {
  const { t, language } = useWords();
  const me = useMe();
  const change = useChangeMe();
  return (
    <Menu position="top-start" width={240} withinPortal>
      <Menu.Target>
        <UnstyledButton className="rail-me">
          <PersonMark person={me} />
          <span>
            <b>{me.name}</b>
            <small>{t(`staff.role.${me.role}`)}</small>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('desk.scheme')}</Menu.Label>
        <Scheme />
        <Menu.Label>{t('desk.language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item key={one} lang={one} rightSection={one === language ? <Icon name="check" size={14} /> : null} onClick={() => void change({ language: one }).catch((error: unknown) => tellProblem(error, t))}>
            {ownNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/me" leftSection={<Icon name="key" size={16} />}>
          {t('desk.account')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="out" size={16} />} onClick={signOut}>
          {t('desk.sign-out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Scheme(): ReactElement {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('desk.scheme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: t(`desk.scheme.${value}`) }))}
    />
  );
}

/** Signing out is an act, not an address: a form, as on the server's own pages. */
function signOut(): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = '/desk/signout';
  document.body.append(form);
  form.submit();
}
