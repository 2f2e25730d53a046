import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { PageLink, WrittenPage } from './page.ts';
import type { PageRow } from './tables.ts';

/** Every page, drafts included, in the order of the footer; a newsroom has a dozen. */
export async function allPages(db: Db): Promise<WrittenPage[]> {
  const rows = await db.selectFrom('pages').selectAll().orderBy('language').orderBy('position').orderBy('slug').execute();
  return rows.map(toPage);
}

export async function pageById(db: Db, id: string): Promise<WrittenPage | null> {
  const row = await db.selectFrom('pages').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toPage(row);
}

/** The page at `/seite/<slug>`, if readers may see it. */
export async function publicPage(db: Db, slug: string): Promise<WrittenPage | null> {
  const row = await db.selectFrom('pages').selectAll().where('slug', '=', slug).where('public', '=', true).executeTakeFirst();
  return row === undefined ? null : toPage(row);
}

/** The public pages of the footer in a language, by position. */
export async function pagesInFooter(db: Db, language: string): Promise<PageLink[]> {
  return db.selectFrom('pages').select(['id', 'slug', 'title']).where('public', '=', true).where('place', '=', 'footer')
    .where('language', '=', language).orderBy('position').orderBy('slug').execute();
}

/** The addresses of all public pages, for the sitemap. */
export async function publicPages(db: Db): Promise<(PageLink & Pick<WrittenPage, 'language' | 'changedAt'>)[]> {
  const rows = await db.selectFrom('pages').select(['id', 'slug', 'title', 'language', 'changed_at']).where('public', '=', true).orderBy('slug').execute();
  return rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at }));
}

/** Two changes of the list wait for each other until the transaction ends; reading goes on. */
export async function lockPages(tx: Tx): Promise<void> {
  await sql`lock table pages in share row exclusive mode`.execute(tx);
}

export async function takenSlugs(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('pages').select(['id', 'slug']).execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

export async function insertPage(tx: Tx, page: WrittenPage): Promise<void> {
  await tx.insertInto('pages').values({ id: page.id, ...columns(page) }).execute();
}

export async function updatePage(tx: Tx, page: WrittenPage): Promise<void> {
  await tx.updateTable('pages').where('id', '=', page.id).set(columns(page)).execute();
}

export async function deletePage(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('pages').where('id', '=', id).execute();
}

function columns({ slug, language, title, body, place, position, public: isPublic, version, changedAt }: WrittenPage) {
  return { slug, language, title, body: JSON.stringify(body), place, position, public: isPublic, version, changed_at: changedAt };
}

function toPage({ changed_at, ...row }: Selectable<PageRow>): WrittenPage {
  return { ...row, changedAt: changed_at };
}
