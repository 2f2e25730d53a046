/** The frame around every view: navigation, the command palette, and what must be said at once. */
import { Outlet, useMatches, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../../design/desk/words.tsx';
import { hear, reconnected } from '../../../platform/browser/events.ts';
import { useQueryClient } from '@tanstack/react-query';
import { UploadTray } from '../../uploads/desk/lent.ts';
import './frame.css';
import { Navigation } from './navigation.tsx';
import { Palette } from './palette.tsx';
import { Lines } from './lines.tsx';

export function Frame(): ReactElement {
  const { t } = useWords();
  const whole = useMatches().some((match) => match.staticData.whole === true);
  const main = useRef<HTMLElement>(null);
  useFocusOnNewView(main);
  useFreshAfterSilence();
  useHouseNews();
  return (
    <div className="frame" data-whole={whole || undefined}>
      <a className="frame-skip" href="#content">
        {t('desk.skip')}
      </a>
      <Navigation whole={whole} />
      <div className="frame-view">
        <Lines />
        <main id="content" ref={main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <Palette />
      <UploadTray />
    </div>
  );
}

/** A new address is a new page to whoever listens instead of looks: the focus goes to its beginning. */
function useFocusOnNewView(main: { readonly current: HTMLElement | null }): void {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname ?? '' });
  const known = useRef('');
  useEffect(() => {
    if (known.current !== '' && known.current !== path && !main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
    known.current = path;
  }, [path, main]);
}

/** What others change in the house is looked at again where it is shown. */
const announced: Readonly<Record<string, readonly string[]>> = {
  'section.changed': ['sections'],
  'section.removed': ['sections'],
  'publication.changed': ['publication'],
  'agency.changed': ['agencies'],
  'author.changed': ['authors', 'names'],
  'topic.changed': ['topics', 'names'],
  'page.changed': ['pages'],
  'picture.uploaded': ['pictures'],
  'picture.changed': ['pictures', 'picture'],
  'picture.ready': ['pictures', 'picture'],
  'staff.changed': ['staff', 'me'],
  'sample.changed': ['sample'],
};

function useHouseNews(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const deaf = Object.entries(announced).map(([event, keys]) => hear(event, () => keys.forEach((key) => void queries.invalidateQueries({ queryKey: [key] }))));
    return () => deaf.forEach((stop) => stop());
  }, [queries]);
}

/** While the stream of announcements was away, anything may have changed. */
function useFreshAfterSilence(): void {
  const queries = useQueryClient();
  useEffect(() => hear(reconnected, () => void queries.invalidateQueries()), [queries]);
}
