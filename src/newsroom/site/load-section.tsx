/** A section's page: its own front, then everything in it and below it. */
import { nextDay } from '../../design/type.ts';
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { frontSlots } from '../fronts/fronts.ts';
import { breadcrumbs, pageSocial } from '../reach/reach.ts';
import type { Section } from '../sections/sections.ts';
import { chainIn, sectionName } from '../sections/sections.ts';
import type { Candidate } from '../stories/stories.ts';
import { candidates, candidatesById, dress } from '../stories/stories.ts';
import { answer, moved, teaserTags } from './answer.tsx';
import { numbersTag, withNumbers } from './comment-numbers.ts';
import { planSection, places } from './front-plan.ts';
import { readingOf } from './frame.tsx';
import { SectionView } from './list.tsx';
import type { SectionPage, Stretch } from './list.tsx';
import { linksBelow, loadGround } from './load-site.ts';
import type { AskedStretch } from './stretch.ts';
import { askedStretch, loadStretch, stretchLength, stretchOf } from './stretch.ts';

export async function sectionPage(house: House, section: Section, request: PageRequest): Promise<Page> {
  const path = `/${section.path}`;
  const asked = askedStretch(request);
  if (asked === null) return moved(path, ['sections']);
  const { now } = request;
  const [{ site, publisher, sections }, { plan, waiting, stretch }] = await Promise.all([
    loadGround(house, section.language), asked.page === 1 ? loadFirst(house, section) : loadFurther(house, section, asked),
  ]);
  const above = plan === null ? [] : upper(plan);
  const steps = chainIn(sections, section.id).map((one) => ({ id: one.id, path: one.path, name: sectionName(one, section.language) }));
  const reading = await withNumbers(house, readingOf(site, section.language, now), [...above, ...stretch.stories]);
  const name = sectionName(section);
  const title = asked.page === 1 ? name : `${name}, ${reading.t('page', { page: asked.page })}`;
  return answer({
    site, expires: nextDay(now, site.timeZone),
    tags: [`section:${section.id}`, numbersTag, ...waiting.map((id) => `story:${id}`), ...teaserTags([...above, ...stretch.stories])], pictures: [...above, ...stretch.stories].map(({ picture }) => picture),
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

async function loadFurther(house: House, section: Section, asked: AskedStretch) {
  return { plan: null, waiting: [], stretch: await loadStretch(house, { ...asked, path: `/${section.path}`, place: { kind: 'section', id: section.id } }) };
}

type Plan = NonNullable<SectionPage['plan']>;

/** The section's own front and the list below it, from one list of candidates. */
async function loadFirst({ db }: House, section: Section): Promise<{ readonly plan: Plan; readonly waiting: readonly string[]; readonly stretch: Stretch }> {
  const { slots, fill, waiting } = await frontSlots(db, section.id);
  const filling = 1 + places.second + slots.length;
  const [curated, newest] = await Promise.all([
    candidatesById(db, slots), candidates(db, { place: { kind: 'section', id: section.id }, limit: filling + stretchLength + 1 }),
  ]);
  const above = new Set(upper(planSection({ curated, fill, newest: newest.slice(0, filling) })).map(({ id }) => id));
  const below = newest.filter(({ id }) => !above.has(id)).slice(0, stretchLength + 1);
  const teasers = await dress(db, [...curated, ...newest].filter(({ id }) => above.has(id)).concat(below));
  const dressed = (some: readonly Candidate[]) => some.flatMap(({ id }) => teasers.get(id) ?? []);
  const plan = planSection({ curated: dressed(curated), fill, newest: dressed(newest.slice(0, filling).filter(({ id }) => above.has(id))) });
  return { plan, waiting, stretch: stretchOf(dressed(below), { path: `/${section.path}`, page: 1 }) };
}

function upper<Story>({ lead, second, grid }: { readonly lead: Story | null; readonly second: readonly Story[]; readonly grid: readonly Story[] }): Story[] {
  return [...(lead === null ? [] : [lead]), ...second, ...grid];
}
