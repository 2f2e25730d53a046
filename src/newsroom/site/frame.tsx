/** The publication around a page: what all pages of the site share. Values in, a document out. */
import type { ReactElement, ReactNode } from 'react';
import type { HeadValues } from '../../design/head.tsx';
import type { NavigationItem } from '../../design/masthead.tsx';
import { Page } from '../../design/page.tsx';
import { writeInstant, writeWeekday } from '../../design/type.ts';
import type { Translate } from '../../platform/words/translate.ts';
import { interfaceLanguage } from '../../platform/words/translate.ts';
import type { Reading } from '../stories/views/context.ts';
import { siteTranslator } from './words.ts';

/** A section as the navigation shows it, named in the page's language where it has such a name. */
export interface SectionLink {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  /** That its stories are written in. */
  readonly language: string;
  readonly children: readonly SectionLink[];
}

/** What every page shows of the publication. */
export interface Site {
  readonly name: string;
  readonly shortName: string;
  readonly tagline: string;
  readonly accent: string;
  /** PUBLIC_URL without a slash at its end: begins every absolute address. */
  readonly origin: string;
  /** The publication's first language. */
  readonly language: string;
  readonly timeZone: string;
  readonly form: 'du' | 'sie';
  readonly logo: { readonly url: string; readonly width: number; readonly height: number } | null;
  readonly publisher: readonly string[];
  readonly contact: string | null;
  readonly navigation: readonly SectionLink[];
  /** Pages written in the desk that stand in the footer. */
  readonly pages: readonly { readonly title: string; readonly slug: string }[];
  /** The sample newsroom is there. */
  readonly sample: boolean;
  /** The house's clock is moved. */
  readonly clockMoved: boolean;
  /** Search engines may take it: not while the sample stands at an address of the open network. */
  readonly indexable: boolean;
}

/** What differs from page to page. */
export interface View {
  readonly language: string;
  readonly now: Date;
  /** Title of the document without the publication's name; null on the front. */
  readonly title: string | null;
  readonly description: string;
  /** The page's own path; null where it has no address that lasts. */
  readonly path: string | null;
  /** Another site's address where the text first stood. */
  readonly canonical?: string | null;
  readonly robots?: string | null;
  readonly alternates?: HeadValues['alternates'];
  readonly social?: HeadValues['social'];
  readonly facts?: HeadValues['facts'];
  readonly feeds?: HeadValues['feeds'];
  /** Sections that the page stands in, from the root down. */
  readonly within?: readonly string[];
  /** Set on a section's own page. */
  readonly section?: string;
  readonly front?: boolean;
  readonly banners?: readonly string[];
}

/** The page's language, words and hours, for its parts. */
export function readingOf(site: Pick<Site, 'timeZone' | 'form' | 'language'>, language: string, now: Date): Reading {
  const ours = interfaceLanguage(language, interfaceLanguage(site.language));
  return { language, now, writing: { language: ours, timeZone: site.timeZone }, t: siteTranslator(ours, site.form) };
}

export function SitePage({ site, view, children }: { readonly site: Site; readonly view: View; readonly children: ReactNode }): ReactElement {
  const reading = readingOf(site, view.language, view.now);
  const { t } = reading;
  return (
    <Page
      language={view.language}
      accent={site.accent}
      head={headOf(site, view)}
      masthead={{
        name: site.name,
        tagline: site.tagline,
        logo: site.logo,
        navigation: site.navigation.map((section) => navigationItem(section, view)),
        day: view.front === true ? writeWeekday(view.now, reading.writing) : null,
        words: { menu: t('menu'), sections: t('sections'), search: t('search'), home: t('home') },
      }}
      footer={{
        name: site.name,
        tagline: site.tagline,
        language: site.language === view.language ? undefined : site.language,
        links: footerLinks(site, t),
        publisher: site.publisher,
        contact: site.contact,
        words: { footer: t('footer'), top: t('top') },
      }}
      banners={[...(view.banners ?? []), ...standingBanners(site, reading)]}
      words={{ skip: t('skip') }}
    >
      {children}
    </Page>
  );
}

function headOf(site: Site, view: View): HeadValues {
  return {
    title: view.title === null ? (site.tagline === '' ? site.name : `${site.name} – ${site.tagline}`) : `${view.title} – ${site.name}`,
    description: view.description,
    canonical: view.canonical ?? (view.path === null ? null : `${site.origin}${view.path}`),
    robots: site.indexable ? (view.robots ?? null) : 'noindex',
    alternates: view.alternates ?? [],
    social: view.social ?? [],
    feeds: [...(view.feeds ?? []), { title: site.name, url: '/feed.xml' }],
    facts: view.facts ?? [],
  };
}

function navigationItem(section: SectionLink, view: View): NavigationItem {
  const current = section.id === view.section ? 'page' : view.within?.includes(section.id) === true ? 'within' : undefined;
  return {
    name: section.name,
    url: `/${section.path}`,
    ...(current === undefined ? {} : { current }),
    children: section.children.map((child) => navigationItem(child, view)),
  };
}

function footerLinks(site: Site, t: Translate): { name: string; url: string }[] {
  return [
    ...site.pages.map(({ title, slug }) => ({ name: title, url: `/seite/${slug}` })),
    { name: t('corrections'), url: '/korrekturen' },
    { name: t('transparency'), url: '/transparenz' },
    { name: t('account'), url: '/konto' },
    { name: t('feed'), url: '/feed.xml' },
  ];
}

function standingBanners(site: Site, { t, now, writing }: Reading): string[] {
  return [...(site.sample ? [t('banner-sample')] : []), ...(site.clockMoved ? [t('banner-clock', { instant: writeInstant(now, writing) })] : [])];
}
