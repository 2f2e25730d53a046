/** How the database goes about what a piece of work asks: by which index, or through a whole table. */
import type { KyselyPlugin, RootOperationNode } from 'kysely';
import { CompiledQuery, createQueryId } from 'kysely';
import type { Db } from '../src/platform/database/database.ts';

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plans'?: readonly Node[];
}

/**
 * Runs the work and answers, for each sentence that it asked, which tables are read and how: `comments by comments_waiting`,
 * `comments whole`. Sentences that write are planned, not run again. The tables must have been filled and analysed.
 */
export async function howItReads(db: Db, work: (db: Db) => Promise<unknown>): Promise<readonly string[]> {
  const asked: RootOperationNode[] = [];
  const recorder: KyselyPlugin = { transformQuery: ({ node }) => (asked.push(node), node), transformResult: async ({ result }) => result };
  await work(db.withPlugin(recorder) as Db);
  const plans = await Promise.all(asked.map(async (node) => {
    const { sql, parameters } = db.getExecutor().compileQuery(node, createQueryId());
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(CompiledQuery.raw(`explain (format json) ${sql}`, [...parameters]));
    return readsIn(rows[0]!['QUERY PLAN'][0]!.Plan);
  }));
  return [...new Set(plans.flat())].toSorted();
}

function readsIn(node: Node): string[] {
  const below = (node.Plans ?? []).flatMap(readsIn);
  const table = node['Relation Name'];
  if (table === undefined) return below;
  const index = node['Index Name'] ?? (node.Plans ?? []).flatMap(indexesIn)[0];
  if (/^(?:Insert|Update|Delete|ModifyTable)/u.test(node['Node Type'])) return below;
  return [`${table} ${index === undefined ? 'whole' : `by ${index}`}`, ...below];
}

/** Of a bitmap, the index that it was made from. */
function indexesIn(node: Node): string[] {
  return [...(node['Index Name'] === undefined ? [] : [node['Index Name']]), ...(node.Plans ?? []).flatMap(indexesIn)];
}
