/** What machines are told of a page, in schema.org's words (JSON-LD). Pure. */
import type { PublicStory, SectionStep } from '../stories/public.ts';
import type { Label } from '../stories/story.ts';
import { sharedRendition } from './picture-facts.ts';
import type { Publisher } from './publisher.ts';

type Thing = Readonly<Record<string, unknown>>;

/** schema.org's name for what a label says. */
const typeOf: Readonly<Record<Label, string>> = {
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  sponsored: 'AdvertiserContentArticle',
};

/** A story whole: all its authors, both clocks, the publisher, the picture with its credit. */
export function newsArticle(story: PublicStory, publisher: Publisher): Thing {
  const { content, label, publishedAt, updatedAt } = story;
  const url = publisher.origin + story.url;
  const picture = content.picture === null ? undefined : story.pictures.get(content.picture.id);
  const rendition = sharedRendition(picture);
  return {
    '@context': 'https://schema.org',
    '@type': label === null ? 'NewsArticle' : ['NewsArticle', typeOf[label]],
    mainEntityOfPage: url,
    url,
    headline: content.headline,
    ...(content.lead === '' ? {} : { description: content.lead }),
    datePublished: publishedAt.toISOString(),
    dateModified: (updatedAt ?? publishedAt).toISOString(),
    author: story.authors.length === 0
      ? [{ '@id': publisherId(publisher) }]
      : story.authors.map(({ name, slug }) => ({ '@type': 'Person', name, url: `${publisher.origin}/autor/${slug}` })),
    publisher: organization(publisher),
    ...(picture === undefined || rendition === null
      ? {}
      : {
          image: [{
            '@type': 'ImageObject',
            url: publisher.origin + rendition.url,
            width: rendition.width,
            height: rendition.height,
            caption: content.picture?.caption || picture.caption,
            creditText: picture.credit,
          }],
        }),
    isAccessibleForFree: true,
    articleSection: story.sections.map(({ name }) => name),
    inLanguage: story.language,
    ...(story.topics.length === 0 ? {} : { keywords: story.topics.map(({ name }) => name) }),
    ...(story.corrections.length === 0
      ? {}
      : { correction: story.corrections.map(({ at, text }) => ({ '@type': 'CorrectionComment', datePublished: at.toISOString(), text })) }),
  };
}

/** From the front page down to where the page stands. */
export function breadcrumbs(steps: readonly SectionStep[], publisher: Publisher): Thing {
  const all = [{ name: publisher.name, url: `${publisher.origin}/` }, ...steps.map(({ name, path }) => ({ name, url: `${publisher.origin}/${path}` }))];
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: all.map(({ name, url }, i) => ({ '@type': 'ListItem', position: i + 1, name, item: url })),
  };
}

/** The front page: who publishes, and how the site is searched. */
export function frontFacts(publisher: Publisher): Thing[] {
  return [
    { '@context': 'https://schema.org', ...organization(publisher) },
    {
      '@context': 'https://schema.org',
      '@type': 'WebSite',
      name: publisher.name,
      url: `${publisher.origin}/`,
      inLanguage: publisher.language,
      publisher: { '@id': publisherId(publisher) },
    },
  ];
}

/** An author's page. */
export function person(author: { readonly name: string; readonly slug: string; readonly about: string }, publisher: Publisher): Thing {
  const { name, about, slug } = author;
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name, url: `${publisher.origin}/autor/${slug}`, ...(about === '' ? {} : { description: about }), worksFor: { '@id': publisherId(publisher) } },
  };
}

function organization(publisher: Publisher): Thing {
  const { name, origin, logo } = publisher;
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(publisher),
    name,
    url: `${origin}/`,
    logo: { '@type': 'ImageObject', ...logo },
    correctionsPolicy: `${origin}/korrekturen`,
  };
}

function publisherId({ origin }: Publisher): string {
  return `${origin}/#publisher`;
}
