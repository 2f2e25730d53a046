/** Every address that no other route knows: sections, stories, their feeds, and where they stood before. */
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { reachPageAt } from '../reach/reach.ts';
import { formerPath } from '../sections/sections.ts';
import { idInPath } from '../stories/stories.ts';
import { moved } from './answer.tsx';
import { loadGround } from './load-site.ts';
import { sectionPage } from './load-section.tsx';
import { storyPage } from './load-story.tsx';
import { notFoundPage } from './notice-pages.tsx';

export async function anyPage(house: House, request: PageRequest): Promise<Page> {
  const id = idInPath(request.path);
  // Whatever may stand at an address one day drops the answer that nothing does.
  const tags = id === null ? ['sections'] : ['sections', `story:${id}`];
  return (
    (id === null ? null : await storyPage(house, id, request)) ??
    (await sectionAt(house, request)) ??
    (await reachPageAt(house, request)) ??
    (await formerPlace(house, request.path)) ??
    notFoundPage(house, request, tags)
  );
}

async function sectionAt(house: House, request: PageRequest): Promise<Page | null> {
  const path = canonicalPath(request.path);
  const { sections } = await loadGround(house, null);
  const section = sections.find((one) => one.path === path.slice(1));
  if (section === undefined) return null;
  return path === request.path ? sectionPage(house, section, request) : moved(path, ['sections']);
}

/** Where a section stood, or its feed. */
async function formerPlace({ db }: House, path: string): Promise<Page | null> {
  const [, place = '', feed = ''] = /^(\/.*?)(\/feed\.xml)?$/u.exec(canonicalPath(path)) ?? [];
  const now = await formerPath(db, place.slice(1));
  return now === null ? null : moved(`/${now}${feed}`, ['sections']);
}

/** Without doubled or closing slashes, in small letters: what people type and paste. */
function canonicalPath(path: string): string {
  return path.toLowerCase().replaceAll(/\/{2,}/gu, '/').replace(/(?<=.)\/$/u, '');
}
