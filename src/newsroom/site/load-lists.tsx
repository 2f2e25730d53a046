/** The pages of authors, topics and agencies: who they are, and their stories. */
import type { ReactElement } from 'react';
import { nextDay } from '../../design/type.ts';
import type { House } from '../../platform/feature.ts';
import type { Page, PageRequest } from '../../platform/pages/page.ts';
import { agencyBySlug } from '../agencies/agencies.ts';
import { authorBySlug } from '../authors/authors.ts';
import { pictureSummaries } from '../pictures/pictures.ts';
import { pageSocial, person } from '../reach/reach.ts';
import type { Publisher } from '../reach/reach.ts';
import type { ListWish } from '../stories/stories.ts';
import type { Reading } from '../stories/views/context.ts';
import { topicBySlug } from '../topics/topics.ts';
import { answer, moved, teaserTags } from './answer.tsx';
import { numbersTag, withNumbers } from './comment-numbers.ts';
import type { View } from './frame.tsx';
import { readingOf } from './frame.tsx';
import type { Stretch } from './list.tsx';
import { AgencyView, AuthorView, TopicView } from './list.tsx';
import { loadGround } from './load-site.ts';
import { notFoundPage } from './notice-pages.tsx';
import { askedStretch, loadStretch } from './stretch.ts';

export async function authorPage(house: House, request: PageRequest): Promise<Page> {
  const author = await authorBySlug(house.db, request.params['slug'] ?? '');
  if (author === null) return notFoundPage(house, request, ['authors']);
  const portrait = author.portrait === null ? null : ((await pictureSummaries(house.db, [author.portrait])).get(author.portrait) ?? null);
  return listPage(house, {
    request, place: { kind: 'author', id: author.id }, language: null, name: author.name, type: 'profile', description: author.about,
    tags: [`author:${author.id}`, ...(portrait === null ? [] : [`picture:${portrait.id}`])],
    facts: (publisher) => [person(author, publisher)],
    content: (stretch, reading) => <AuthorView author={{ ...author, portrait }} stretch={stretch} reading={reading} />,
  });
}

export async function topicPage(house: House, request: PageRequest): Promise<Page> {
  const topic = await topicBySlug(house.db, request.params['slug'] ?? '');
  if (topic === null) return notFoundPage(house, request, ['topics']);
  return listPage(house, {
    request, place: { kind: 'topic', id: topic.id }, language: topic.language, name: topic.name, tags: [`topic:${topic.id}`],
    content: (stretch, reading) => <TopicView name={topic.name} stretch={stretch} reading={reading} />,
  });
}

export async function agencyPage(house: House, request: PageRequest): Promise<Page> {
  const agency = await agencyBySlug(house.db, request.params['slug'] ?? '');
  if (agency === null) return notFoundPage(house, request, ['agencies']);
  return listPage(house, {
    request, place: { kind: 'agency', id: agency.id }, language: null, name: agency.name, description: agency.about, tags: [`agency:${agency.id}`],
    content: (stretch, reading) => <AgencyView agency={agency} stretch={stretch} reading={reading} />,
  });
}

interface ListPage {
  readonly request: PageRequest;
  readonly place: NonNullable<ListWish['place']>;
  /** Null: the publication's. */
  readonly language: string | null;
  readonly name: string;
  readonly tags: readonly string[];
  readonly description?: string;
  readonly type?: 'website' | 'profile';
  readonly facts?: (publisher: Publisher) => View['facts'];
  readonly content: (stretch: Stretch, reading: Reading) => ReactElement;
}

async function listPage(house: House, { request, place, language, name, tags, description = '', type = 'website', facts, content }: ListPage): Promise<Page> {
  const { path, now } = request;
  const asked = askedStretch(request);
  if (asked === null) return moved(path, tags);
  const [{ site, publisher }, stretch] = await Promise.all([loadGround(house, language), loadStretch(house, { ...asked, path, place })]);
  const spoken = language ?? site.language;
  const reading = await withNumbers(house, readingOf(site, spoken, now), stretch.stories);
  const first = asked.page === 1;
  return answer({
    site, expires: nextDay(now, site.timeZone), tags: [...tags, numbersTag, ...teaserTags(stretch.stories)], content: content(stretch, reading), pictures: stretch.stories.map(({ picture }) => picture),
    view: {
      language: spoken, now, title: first ? name : `${name}, ${reading.t('page', { page: asked.page })}`, description, path: first ? path : null,
      // A page without a story says nothing to anybody who searches.
      robots: first && stretch.stories.length > 0 ? null : 'noindex, follow',
      social: pageSocial({ type, title: name, description, url: path, language: spoken }, publisher), facts: facts?.(publisher) ?? [],
    },
  });
}
