/** Open Graph: how a page looks when somebody passes it on. Pure. */
import type { PublicStory } from '../stories/public.ts';
import { sharedRendition } from './picture-facts.ts';
import { socialSize } from './social-size.ts';
import type { Publisher } from './publisher.ts';

type Properties = readonly (readonly [property: string, content: string])[];

/** `drawn`: the path of what was drawn of a story without a picture. */
export function storySocial(story: PublicStory, publisher: Publisher, drawn: string | null = null): Properties {
  const { content, publishedAt, updatedAt } = story;
  return [
    ...pageSocial({ type: 'article', title: content.headline, description: content.lead, url: story.url, language: story.language }, publisher),
    ['article:published_time', publishedAt.toISOString()],
    ...(updatedAt === null ? [] : [['article:modified_time', updatedAt.toISOString()] as const]),
    ['article:section', story.section.name],
    ...story.authors.map(({ slug }) => ['article:author', `${publisher.origin}/autor/${slug}`] as const),
    ...story.topics.map(({ name }) => ['article:tag', name] as const),
    ...imageSocial(story, publisher, drawn),
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

/** The lead picture, cut to the shape that is asked for where it is large enough; else the headline, drawn. */
function imageSocial(story: PublicStory, { origin }: Publisher, drawn: string | null): Properties {
  const cropped = story.picture?.crops.social?.sources.find(({ format }) => format === 'jpeg')?.widths.at(-1);
  const rendition = cropped ?? sharedRendition(story.picture);
  if (story.picture !== null && rendition !== null) return image(origin + rendition.url, { ...rendition, alt: story.picture.alt });
  return drawn === null ? [] : image(origin + drawn, { ...socialSize, alt: story.headline });
}

function image(url: string, { width, height, alt }: { readonly width: number; readonly height: number; readonly alt: string }): Properties {
  return [
    ['og:image', url], ['og:image:width', String(width)], ['og:image:height', String(height)], ['og:image:alt', alt],
    ['twitter:card', 'summary_large_image'], ['twitter:image:alt', alt],
  ];
}

/** Open Graph writes `de_CH`; a language without a country gets ours. */
function openGraphLocale(language: string): string {
  const [primary = 'de', region] = language.split('-');
  return `${primary}_${region ?? { de: 'CH', fr: 'CH', it: 'CH', rm: 'CH', en: 'GB' }[primary] ?? primary.toUpperCase()}`;
}
