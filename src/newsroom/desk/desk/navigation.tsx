/** Where one can go. On the desktop a rail at the side, on the phone a bar at the foot and a drawer behind it. */
import { Drawer, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import { Icon } from '../../../design/desk/icons.tsx';
import type { DeskEntry } from '../../../design/desk/part.ts';
import { useWords } from '../../../design/desk/words.tsx';
import { usePublication } from '../../publication/desk/lent.ts';
import { MyCorner } from './my-corner.tsx';
import { openPalette } from './palette.tsx';
import { useEntries } from './use-entries.ts';

const groups = ['write', 'house', 'run'] as const;

export function Navigation({ whole }: { readonly whole: boolean }): ReactElement {
  const [opened, drawer] = useDisclosure(false);
  const { t } = useWords();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => drawer.close(), [path]);
  return (
    <>
      {!whole && (
        <nav className="rail" aria-label={t('desk.navigation')}>
          <Everything />
        </nav>
      )}
      {!whole && <FootBar onMenu={drawer.open} />}
      <Drawer opened={opened} onClose={drawer.close} size="18rem" title={t('desk.navigation')} closeButtonProps={{ 'aria-label': t('desk.close') }}>
        <nav className="rail-drawer" aria-label={t('desk.navigation')}>
          <Everything />
        </nav>
      </Drawer>
    </>
  );
}

function Everything(): ReactElement {
  const { t } = useWords();
  const { name } = usePublication();
  const mine = useEntries();
  return (
    <>
      <a className="rail-name" href="/" target="_blank" rel="noreferrer">
        {name}
        <span className="unseen">{t('desk.to-site')}</span>
      </a>
      <UnstyledButton className="rail-search" onClick={openPalette}>
        <Icon name="search" size={16} />
        <span>{t('desk.palette.short')}</span>
        <kbd>{t('desk.palette.key')}</kbd>
      </UnstyledButton>
      {groups.map((group) => (
        <ul key={group} className="rail-group">
          {mine.filter((entry) => entry.group === group).map((entry) => <li key={entry.path}><Entry entry={entry} /></li>)}
        </ul>
      ))}
      <MyCorner />
    </>
  );
}

function Entry({ entry }: { readonly entry: DeskEntry }): ReactElement {
  const { t } = useWords();
  const all = useEntries();
  // Of two entries of which one lies below the other, only the nearer is where one is.
  const isNearer = useRouterState({ select: ({ location: { pathname } }) => all.some(({ path }) => path.startsWith(`${entry.path}/`) && `${pathname}/`.startsWith(`${path}/`)) });
  return (
    <Link className="rail-entry" to={entry.path} activeOptions={{ exact: entry.path === '/' || isNearer }}>
      <Icon name={entry.icon} />
      <span>{t(entry.words)}</span>
    </Link>
  );
}

function FootBar({ onMenu }: { readonly onMenu: () => void }): ReactElement {
  const { t } = useWords();
  const first = useEntries().slice(0, 3);
  return (
    <nav className="footbar" aria-label={t('desk.navigation.short')}>
      {first.map((entry) => <Entry key={entry.path} entry={entry} />)}
      <UnstyledButton className="rail-entry" onClick={openPalette}>
        <Icon name="search" />
        <span>{t('desk.palette.short')}</span>
      </UnstyledButton>
      <UnstyledButton className="rail-entry" onClick={onMenu}>
        <Icon name="menu" />
        <span>{t('desk.menu')}</span>
      </UnstyledButton>
    </nav>
  );
}
