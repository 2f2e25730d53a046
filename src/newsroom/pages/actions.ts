/** What the newsroom does with the pages that it writes itself. */
import type { Tools } from '../../platform/feature.ts';
import { refuse } from '../../platform/result.ts';
import type { Refused } from '../../platform/result.ts';
import { newId } from '../../platform/text/id.ts';
import { firstFreeSlug, slugify } from '../../platform/text/slug.ts';
import { readPublication } from '../publication/publication.ts';
import type { PageFacts, WrittenPage } from './page.ts';
import { deletePage, insertPage, lockPages, pageById, takenSlugs, updatePage } from './store.ts';

export interface NewPage extends Omit<PageFacts, 'slug' | 'language'> {
  /** Without one it is made from the title. */
  readonly slug?: string | undefined;
  /** Without one: the publication's first. */
  readonly language?: string | undefined;
}

/** @param facts parsed at the door: the body is a document of the grammar */
export async function makePage(tools: Tools, facts: NewPage): Promise<WrittenPage | Refused<'page-exists'>> {
  await lockPages(tools.db);
  const taken = await takenSlugs(tools.db);
  if (facts.slug !== undefined && taken.has(facts.slug)) return refuse('page-exists', { slug: facts.slug });
  const language = facts.language ?? (await readPublication(tools.db)).languages[0] ?? 'de';
  const slug = facts.slug ?? firstFreeSlug(slugify(facts.title, language, 'seite'), new Set(taken.keys()));
  const page: WrittenPage = { ...facts, id: newId(), slug, language, version: 1, changedAt: tools.now };
  await insertPage(tools.db, page);
  await tell(tools, page.id, 'made');
  return page;
}

export interface PageChange {
  readonly id: string;
  /** The version that the change was made from. */
  readonly version: number;
  readonly facts: Partial<PageFacts>;
}

export async function changePage(tools: Tools, { id, version, facts }: PageChange): Promise<WrittenPage | Refused<'no-such-page' | 'page-exists' | 'changed-meanwhile'>> {
  await lockPages(tools.db);
  const before = await pageById(tools.db, id);
  if (before === null) return refuse('no-such-page');
  if (before.version !== version) return refuse('changed-meanwhile', { version: before.version });
  const page: WrittenPage = { ...before, ...facts, version: version + 1, changedAt: tools.now };
  const owner = (await takenSlugs(tools.db)).get(page.slug);
  if (owner !== undefined && owner !== id) return refuse('page-exists', { slug: page.slug });
  await updatePage(tools.db, page);
  await tell(tools, id, 'changed');
  return page;
}

export async function removePage(tools: Tools, id: string): Promise<WrittenPage | Refused<'no-such-page'>> {
  await lockPages(tools.db);
  const page = await pageById(tools.db, id);
  if (page === null) return refuse('no-such-page');
  await deletePage(tools.db, id);
  await tell(tools, id, 'removed');
  return page;
}

async function tell(tools: Tools, id: string, what: 'made' | 'changed' | 'removed'): Promise<void> {
  // The footer of every page names them.
  await tools.announce({ event: 'page.changed', facts: { id }, tags: [`page:${id}`, 'pages'] });
  await tools.record({ act: 'page.edit', subject: `page:${id}`, detail: { what } });
}
