/** Where embeds and the list of providers are kept. */
import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Provider } from './embed.ts';
import type { EmbedRow, ProviderRow } from './tables.ts';

export type Embed = Selectable<EmbedRow>;

/** Those that somebody has changed or added; the rest is as the program knows it. */
export async function keptProviders(db: Db): Promise<Provider[]> {
  const rows = await db.selectFrom('embed_providers').selectAll().orderBy(sql`lower(name)`).execute();
  return rows.map(({ frame_hosts: frameHosts, ...row }) => ({ ...row, frameHosts }));
}

/** Two changes of the list wait for each other until the transaction ends. */
export async function lockProviders(tx: Tx): Promise<void> {
  await sql`lock table embed_providers in share row exclusive mode`.execute(tx);
}

export async function putProvider(tx: Tx, { frameHosts, hosts, ...provider }: Provider): Promise<void> {
  const { id, own, name, company, enabled, endpoint, version } = provider;
  const row: ProviderRow = { id, own, name, company, enabled, endpoint, version, hosts: [...hosts], frame_hosts: [...frameHosts] };
  await tx.insertInto('embed_providers').values(row).onConflict((same) => same.column('id').doUpdateSet(row)).execute();
}

export async function deleteProvider(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('embed_providers').where('id', '=', id).execute();
}

/** By id; ids that nothing has are absent. */
export async function readEmbeds(db: Db, ids: readonly string[]): Promise<Embed[]> {
  return ids.length === 0 ? [] : db.selectFrom('embeds').selectAll().where('id', 'in', [...new Set(ids)]).execute();
}

export async function readEmbed(db: Db, id: string): Promise<Embed | null> {
  return (await db.selectFrom('embeds').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function lockEmbed(tx: Tx, id: string): Promise<Embed | null> {
  return (await tx.selectFrom('embeds').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function insertEmbed(tx: Tx, embed: Embed): Promise<void> {
  await tx.insertInto('embeds').values(embed).execute();
}

export async function deleteEmbeds(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.deleteFrom('embeds').where('id', 'in', ids).execute();
}

export type EmbedFields = Pick<Embed, 'frame' | 'ratio' | 'height' | 'title' | 'author' | 'language' | 'thumbnail' | 'poster'>;

export async function updateEmbed(tx: Tx, { id, frame, ratio, height, title, author, language, thumbnail, poster, version }: Embed): Promise<void> {
  await tx.updateTable('embeds').where('id', '=', id).set({ frame, ratio, height, title, author, language, thumbnail, poster, version }).execute();
}
