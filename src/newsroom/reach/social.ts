/** Open Graph: how a page looks when somebody passes it on. Pure. */
import type { PublicStory } from '../stories/public.ts';
import { sharedRendition } from './picture-facts.ts';
import type { Publisher } from './publisher.ts';

type Properties = readonly (readonly [property: string, content: string])[];

export function storySocial(story: PublicStory, publisher: Publisher): Properties {
  const { content, publishedAt, updatedAt } = story;
  return [
    ...pageSocial({ type: 'article', title: content.headline, description: content.lead, url: story.url, language: story.language }, publisher),
    ['article:published_time', publishedAt.toISOString()],
    ...(updatedAt === null ? [] : [['article:modified_time', updatedAt.toISOString()] as const]),
    ['article:section', story.section.name],
    ...story.authors.map(({ slug }) => ['article:author', `${publisher.origin}/autor/${slug}`] as const),
    ...story.topics.map(({ name }) => ['article:tag', name] as const),
    ...imageSocial(story, publisher),
  ];
}

export interface SharedPage {
  readonly type: 'website' | 'article' | 'profile';
  readonly title: string;
  readonly description: string;
  /** A path. */
  readonly url: string;
  readonly language: string;
}

export function pageSocial({ type, title, description, url, language }: SharedPage, publisher: Publisher): Properties {
  return [
    ['og:type', type],
    ['og:title', title],
    ...(description === '' ? [] : [['og:description', description] as const]),
    ['og:url', publisher.origin + url],
    ['og:site_name', publisher.name],
    ['og:locale', openGraphLocale(language)],
  ];
}

function imageSocial({ content, pictures }: PublicStory, { origin }: Publisher): Properties {
  const picture = content.picture === null ? undefined : pictures.get(content.picture.id);
  const rendition = sharedRendition(picture);
  if (picture === undefined || rendition === null) return [];
  return [
    ['og:image', origin + rendition.url],
    ['og:image:width', String(rendition.width)],
    ['og:image:height', String(rendition.height)],
    ['og:image:alt', picture.alt],
    ['twitter:card', 'summary_large_image'],
  ];
}

/** Open Graph writes `de_CH`; a language without a country gets ours. */
function openGraphLocale(language: string): string {
  const [primary = 'de', region] = language.split('-');
  return `${primary}_${region ?? { de: 'CH', fr: 'CH', it: 'CH', rm: 'CH', en: 'GB' }[primary] ?? primary.toUpperCase()}`;
}
