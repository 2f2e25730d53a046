import { sql } from 'kysely';
import '../tables.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';

export interface ListedWord {
  readonly id: string;
  readonly language: string;
  readonly word: string;
  /** What is looked for: the stems, as the language's dictionary makes them. */
  readonly stems: string;
}

export async function selectWords(db: Db, language?: string): Promise<ListedWord[]> {
  const { rows } = await sql<ListedWord>`
    select id, language, word, stems::text as stems from comment_words where ${language === undefined ? sql`true` : sql`language = ${language}`} order by language, word`.execute(db);
  return rows;
}

export interface NewWord {
  readonly id: string;
  readonly language: string;
  readonly word: string;
  readonly by: string;
  readonly now: Date;
}

/** Null: it is there already. `empty`: the language's dictionary passes over each of its words, so that it would find nothing. */
export async function insertWord(tx: Tx, { id, language, word, by, now }: NewWord): Promise<'kept' | 'empty' | null> {
  const { rows: [row] } = await sql<{ nodes: number; kept: boolean }>`
    with stems as (select phraseto_tsquery(('words_' || ${language}::text)::regconfig, ${word}) as stems),
    kept as (
      insert into comment_words (id, language, word, stems, added_at, added_by)
      select ${id}, ${language}, ${word}, stems, ${now}, ${by} from stems where numnode(stems) > 0 on conflict (language, word) do nothing returning id)
    select numnode(stems) as nodes, exists (select from kept) as kept from stems`.execute(tx);
  if (row!.nodes === 0) return 'empty';
  return row!.kept ? 'kept' : null;
}

export async function deleteWord(tx: Tx, id: string): Promise<boolean> {
  const deleted = await tx.deleteFrom('comment_words').where('id', '=', id).executeTakeFirst();
  return deleted.numDeletedRows > 0n;
}
