/** A section's page: its own front, then everything in it and below it. */
import { nextDay } from '../../design/type.ts';
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { frontSlots } from '../fronts/fronts.ts';
import { breadcrumbs, pageSocial } from '../reach/reach.ts';
import type { Section } from '../sections/sections.ts';
import { sectionChain, sectionName } from '../sections/sections.ts';
import { listPublic, teasersById } from '../stories/stories.ts';
import { answer, moved, teaserTags } from './answer.tsx';
import { planSection, places } from './front-plan.ts';
import { readingOf } from './frame.tsx';
import { SectionView } from './list.tsx';
import type { SectionPage } from './list.tsx';
import { linksBelow, loadGround } from './load-site.ts';
import { askedStretch, loadStretch } from './stretch.ts';

export async function sectionPage(house: House, section: Section, request: PageRequest): Promise<Page> {
  const path = `/${section.path}`;
  const asked = askedStretch(request);
  if (asked === null) return moved(path, ['sections']);
  const { now } = request;
  const [ground, chain, plan] = await Promise.all([
    loadGround(house, section.language), sectionChain(house.db, section.id), asked.page === 1 ? loadPlan(house, section) : null,
  ]);
  const above = plan === null ? [] : [...(plan.lead === null ? [] : [plan.lead]), ...plan.second, ...plan.grid];
  const stretch = await loadStretch(house, { ...asked, path, place: { kind: 'section', id: section.id }, except: above.map(({ id }) => id) });
  const { site, publisher, sections } = ground;
  const steps = chain.map((one) => ({ id: one.id, path: one.path, name: sectionName(one, section.language) }));
  const reading = readingOf(site, section.language, now);
  const name = sectionName(section);
  const title = asked.page === 1 ? name : `${name}, ${reading.t('page', { page: asked.page })}`;
  return answer({
    site, expires: nextDay(now, site.timeZone),
    tags: [`section:${section.id}`, ...(plan?.waiting ?? []).map((id) => `story:${id}`), ...teaserTags([...above, ...stretch.stories])], pictures: [...above, ...stretch.stories].map(({ picture }) => picture),
    view: {
      language: section.language, now, title, description: reading.t('section-description', { section: name, name: site.name }), path: asked.page === 1 ? path : null,
      robots: asked.page === 1 ? null : 'noindex, follow', section: section.id, within: steps.map(({ id }) => id), facts: [breadcrumbs(steps, publisher)],
      social: pageSocial({ type: 'website', title: name, description: '', url: path, language: section.language }, publisher),
      feeds: [{ title: `${name} – ${site.name}`, url: `${path}/feed.xml` }],
    },
    content: (
      <SectionView section={{ name, children: linksBelow(section.id, sections, section.language) }} above={steps.slice(0, -1)} plan={plan} stretch={stretch} reading={reading} />
    ),
  });
}

async function loadPlan({ db }: House, section: Section): Promise<NonNullable<SectionPage['plan']> & { readonly waiting: readonly string[] }> {
  const { slots, fill, waiting } = await frontSlots(db, section.id);
  const [chosen, newest] = await Promise.all([
    teasersById(db, slots), listPublic(db, { place: { kind: 'section', id: section.id }, limit: 1 + places.second + slots.length }),
  ]);
  return { ...planSection({ curated: slots.flatMap((id) => chosen.get(id) ?? []), fill, newest }), waiting };
}
