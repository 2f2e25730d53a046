/** The front page: the desk's slots, the newest, what opinion there is, and every section's newest. */
import { nextDay } from '../../design/type.ts';
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { portraitsBySlug } from '../authors/authors.ts';
import { frontSlots } from '../fronts/fronts.ts';
import type { PictureSummary } from '../pictures/pictures.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { frontFacts, pageSocial } from '../reach/reach.ts';
import type { Candidate, Teaser } from '../stories/stories.ts';
import { candidates, candidatesById, candidatesOfSections, dress } from '../stories/stories.ts';
import { answer, teaserTags } from './answer.tsx';
import { numbersTag, withNumbers } from './comment-numbers.ts';
import type { FrontPlan } from './front-plan.ts';
import { planFront, standingOn } from './front-plan.ts';
import { FrontView } from './front.tsx';
import type { View } from './frame.tsx';
import { readingOf } from './frame.tsx';
import type { Ground } from './load-site.ts';
import { loadGround } from './load-site.ts';
import { EmptyView } from './notices.tsx';

/** Among this many of the newest, opinion is looked for and gaps are filled. */
const newestLookedAt = 60;
/** Enough for a block after what the upper part has taken. */
const perSection = 14;

export async function frontPage(house: House, { now }: Pick<PageRequest, 'now'>): Promise<Page> {
  const ground = await loadGround(house, null);
  const { site, publisher } = ground;
  const plan = await loadPlan(house, ground);
  const reading = readingOf(site, site.language, now);
  const view: View = {
    language: site.language, now, title: null, description: site.tagline, path: '/', front: true, facts: frontFacts(publisher),
    social: pageSocial({ type: 'website', title: site.name, description: site.tagline, url: '/', language: site.language }, publisher),
  };
  const expires = nextDay(now, site.timeZone);
  if (plan.lead === null) {
    const steps = { named: ground.publication.version > 1, sections: ground.sections.length > 0 };
    return answer({ site, view, content: <EmptyView steps={steps} reading={reading} />, tags: ['front', 'latest'], expires });
  }
  const portraits = await loadPortraits(house, plan.opinion);
  const standing = standingOn(plan);
  const tags = ['front', 'latest', numbersTag, ...ground.sections.map(({ id }) => `section:${id}`), ...teaserTags(standing), ...[...portraits.values()].map(({ id }) => `picture:${id}`)];
  return answer({ site, view, content: <FrontView plan={plan} name={site.name} reading={await withNumbers(house, reading, standing)} portraits={portraits} />, tags, expires, pictures: [...standing.map(({ picture }) => picture), ...portraits.values()] });
}

/** Planned twice: first to know who stands there, then with their pictures, of which only those are asked for. */
async function loadPlan({ db }: House, { site }: Ground): Promise<FrontPlan> {
  const { slots, fill } = await frontSlots(db, 'front');
  const [curated, newest, bySection] = await Promise.all([
    candidatesById(db, slots),
    candidates(db, { language: site.language, limit: newestLookedAt }),
    candidatesOfSections(db, site.navigation.map(({ id }) => id), perSection),
  ]);
  const sections = site.navigation.map((section) => ({ ...section, stories: bySection.get(section.id) ?? [] }));
  const teasers = await dress(db, standingOn(planFront({ curated, fill, newest, sections })));
  const dressed = (some: readonly Candidate[]) => some.flatMap(({ id }) => teasers.get(id) ?? []);
  return planFront({ curated: dressed(curated), fill, newest: dressed(newest), sections: sections.map((section) => ({ ...section, stories: dressed(section.stories) })) });
}

/** Whoever says what they think shows their face. By the author's slug. */
async function loadPortraits({ db }: House, opinion: readonly Teaser[]): Promise<ReadonlyMap<string, PictureSummary>> {
  const portraits = await portraitsBySlug(db, opinion.flatMap(({ authors: [first] }) => first?.slug ?? []));
  const pictures = await pictureSummaries(db, [...portraits.values()]);
  return new Map([...portraits].flatMap(([slug, portrait]) => {
    const picture = pictures.get(portrait);
    return picture === undefined ? [] : [[slug, picture] as const];
  }));
}
