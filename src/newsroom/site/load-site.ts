/** What every page shows of the publication, as the page's language has it. */
import type { House } from '../../platform/feature.ts';
import { footerPages } from '../pages/pages.ts';
import type { Publication } from '../publication/publication.ts';
import { logoPath, readPublication } from '../publication/publication.ts';
import { publisherOf } from '../reach/reach.ts';
import type { Publisher } from '../reach/reach.ts';
import { present as sampleIsThere } from '../sample/sample.ts';
import type { Section } from '../sections/sections.ts';
import { sectionName, sectionTree } from '../sections/sections.ts';
import type { SectionLink, Site } from './frame.tsx';

/** Every page carries the publication's name, the sections and the pages of the footer. */
export const frameTags: readonly string[] = ['publication', 'sections', 'pages'];

/** What pages are made with, beside their own. */
export interface Ground {
  readonly site: Site;
  readonly publisher: Publisher;
  readonly publication: Publication;
  /** Parents before their children, in the order of the navigation. */
  readonly sections: readonly Section[];
}

/** `language`: the page's own; null: the publication's first. Read once after a change of any of it. */
export function loadGround(house: House, language: string | null): Promise<Ground> {
  return house.memory.recall({ key: `ground:${language ?? ''}`, tags: frameTags, read: () => readGround(house, language) });
}

async function readGround(house: House, language: string | null): Promise<Ground> {
  const { db, settings } = house;
  const publication = await readPublication(db);
  const spoken = language ?? publication.languages[0] ?? 'de';
  const [sections, pages, sample] = await Promise.all([sectionTree(db), footerPages(db, spoken), sampleIsThere(db)]);
  const publisher = publisherOf(publication, settings.publicUrl);
  return { site: siteOf({ house, publication, sections, pages, sample, spoken }), publisher, publication, sections };
}

interface SiteFacts extends Pick<Ground, 'publication' | 'sections'> {
  readonly house: House;
  readonly pages: Site['pages'];
  readonly sample: boolean;
  readonly spoken: string;
}

function siteOf({ house, publication, sections, pages, sample, spoken }: SiteFacts): Site {
  const { imprint, logo } = publication;
  return {
    name: publication.name, shortName: publication.shortName, tagline: publication.tagline, accent: publication.accent,
    origin: house.settings.publicUrl, language: publication.languages[0] ?? 'de', timeZone: publication.timeZone, form: publication.addressForm,
    logo: logo === null ? null : { url: logoPath(logo), width: logo.width, height: logo.height },
    publisher: [imprint.publisher, imprint.street, `${imprint.postcode} ${imprint.town}`.trim()],
    contact: publication.contact.email === '' ? null : publication.contact.email,
    navigation: linksBelow(null, sections, spoken),
    pages, sample, clockMoved: house.clock.offset !== 0,
    indexable: !sample || isLoopback(house.settings.publicUrl),
  };
}

/** The sections below one, or at the root, with all below them. */
export function linksBelow(parent: string | null, sections: readonly Section[], language: string): SectionLink[] {
  return sections.filter((section) => section.parent === parent).map((section) => ({
    id: section.id, path: section.path, name: sectionName(section, language), language: section.language, children: linksBelow(section.id, sections, language),
  }));
}

/** Whether only this machine reaches the address (RFC 6761, 6.3; RFC 5735). */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/u.test(hostname);
}
