/** The settings of the discussion: the site's, the sections', the stories'. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import './tables.ts';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Authorship, Challenge, Mode, Openness, Policy, PolicyLayer, ThreadFacts } from './comment.ts';
import { policyOf } from './rules.ts';

/** A row of settings as SQL gives it; a story's has no challenge and no sentences. */
export interface LayerRow {
  readonly openness: Openness | null;
  readonly hours: number | null;
  readonly mode: Mode | null;
  readonly challenge?: Challenge | null;
  readonly sentences?: Readonly<Record<string, string>>;
}

/** In SQL: the settings that hold for a section path, the site's first, as a JSON list. */
export function settingsLayers(path: RawBuilder<unknown>) {
  return sql`(select json_agg(json_build_object('openness', c.openness, 'hours', c.hours, 'mode', c.mode, 'challenge', c.challenge, 'sentences', c.sentences)
      order by length(above.path) nulls first)
    from comment_settings as c left join sections as above on above.id = c.section_id
    where c.section_id is null or above.path = ${path} or starts_with(${path}, above.path || '/'))`;
}

export function layersOf(rows: readonly LayerRow[] | null): PolicyLayer[] {
  return (rows ?? []).map((row) => ({ openness: row.openness, hours: row.hours, mode: row.mode, challenge: row.challenge ?? null, sentences: row.sentences ?? {} }));
}

/** The layers above a story, then its own. */
export function policyLayersOf(above: readonly PolicyLayer[], own: LayerRow): PolicyLayer[] {
  return [...above, { openness: own.openness, hours: own.hours, mode: own.mode, sentences: {} }];
}

/** A story's discussion as the page, the form and the desk see it. */
export interface Thread {
  readonly story: string;
  readonly language: string;
  readonly policy: Policy;
  readonly facts: ThreadFacts;
  /** The story's own settings; null: what holds above. */
  readonly own: Pick<PolicyLayer, 'openness' | 'hours' | 'mode'>;
  /** Why it is closed, said for this story alone; empty: the section's or the site's sentence. */
  readonly sentence: string;
  readonly approved: number;
  /** 0 where nobody has set anything yet. */
  readonly version: number;
}

/** The discussion of a public story; null where readers see no such story. */
export async function readThread(db: Db, story: string): Promise<Thread | null> {
  const { rows: [row] } = await sql<ThreadAnswer>`
    select p.language, p.published_at, t.openness, t.hours, t.mode, t.closed_at, t.open_until, coalesce(t.sentence, '') as sentence, coalesce(t.approved, 0) as approved,
      coalesce(t.version, 0) as version, ${settingsLayers(sql.ref('own.path'))} as layers
    from public_stories as p join sections as own on own.id = p.section_id left join comment_threads as t on t.story_id = p.story_id
    where p.story_id = ${story}`.execute(db);
  if (row === undefined) return null;
  const policy = policyOf(policyLayersOf(layersOf(row.layers), row));
  return {
    story, language: row.language, policy, own: { openness: row.openness, hours: row.hours, mode: row.mode }, sentence: row.sentence, approved: row.approved, version: row.version,
    facts: { openness: policy.openness, hours: policy.hours, firstPublishedAt: row.published_at, closedAt: row.closed_at, openUntil: row.open_until },
  };
}

export async function readAuthorship(db: Db, story: string): Promise<Authorship> {
  const { rows } = await sql<Authorship>`
    select s.created_by as "createdBy", s.assigned, array(
      select a.staff_id from jsonb_array_elements_text(s.working->'authors') as byline(id) join authors as a on a.id = byline.id where a.staff_id is not null) as bylines
    from stories as s where s.id = ${story}`.execute(db);
  return rows[0]!;
}

interface ThreadAnswer extends LayerRow {
  language: string;
  published_at: Date;
  closed_at: Date | null;
  open_until: Date | null;
  sentence: string;
  approved: number;
  version: number;
  layers: readonly LayerRow[] | null;
}

/** The row of a story's discussion, made where there was none, locked until the transaction ends. */
export async function lockThread(tx: Tx, story: string, now: Date): Promise<void> {
  await tx.insertInto('comment_threads').values({ story_id: story, version: 0, changed_at: now }).onConflict((conflict) => conflict.doNothing()).execute();
  await tx.selectFrom('comment_threads').select('story_id').where('story_id', '=', story).forUpdate().execute();
}

export interface ThreadChange {
  readonly openness?: Openness | null;
  readonly hours?: number | null;
  readonly mode?: Mode | null;
  readonly closed_at?: Date | null;
  readonly open_until?: Date | null;
  readonly sentence?: string;
}

export async function updateThread(tx: Tx, { story, change, now }: { story: string; change: ThreadChange; now: Date }): Promise<void> {
  await tx.updateTable('comment_threads').set({ ...change, version: sql<number>`version + 1`, changed_at: now }).where('story_id', '=', story).execute();
}

/** How many more (or fewer) comments of these stories readers see. Always in the order of ids, so that two never wait for each other. */
export async function countApproved(tx: Tx, changes: ReadonlyMap<string, number>, now: Date): Promise<void> {
  const stories = [...changes.keys()].filter((story) => changes.get(story) !== 0).toSorted();
  if (stories.length === 0) return;
  await sql`
    insert into comment_threads as t (story_id, version, approved, changed_at)
    select story, 0, greatest(0, n), ${now} from unnest(${stories}::text[], ${stories.map((story) => changes.get(story)!)}::integer[]) as new(story, n)
    on conflict (story_id) do update set approved = greatest(0, t.approved + (select n from unnest(${stories}::text[], ${stories.map((story) => changes.get(story)!)}::integer[]) as more(story, n) where more.story = t.story_id))`.execute(tx);
}

export interface Settings extends PolicyLayer {
  /** Null: the whole site. */
  readonly section: string | null;
  /** 0 where nobody has set anything yet. */
  readonly version: number;
}

const nothingSet = { openness: null, hours: null, mode: null, challenge: null, sentences: {}, version: 0 } as const;

/** What was set for the site (null) or a section itself, without what holds above. */
export async function readSettings(db: Db, section: string | null): Promise<Settings> {
  const row = await db.selectFrom('comment_settings').selectAll().where('section_id', section === null ? 'is' : '=', section).executeTakeFirst();
  if (row === undefined) return { section, ...nothingSet };
  return { section, openness: row.openness, hours: row.hours, mode: row.mode, challenge: row.challenge, sentences: row.sentences, version: row.version };
}

/** What holds for the site where a section or a story says nothing else. */
export async function sitePolicy(db: Db): Promise<Policy> {
  return policyOf([await readSettings(db, null)]);
}

/** The same for every section that has some, the site's first. */
export async function listSettings(db: Db): Promise<Settings[]> {
  const rows = await db.selectFrom('comment_settings').selectAll().orderBy(sql`section_id nulls first`).execute();
  return rows.map((row) => ({ section: row.section_id, openness: row.openness, hours: row.hours, mode: row.mode, challenge: row.challenge, sentences: row.sentences, version: row.version }));
}

/** Keeps settings made upon a version; false where somebody else was faster. */
export async function saveSettings(tx: Tx, settings: Settings, now: Date): Promise<boolean> {
  const { section, version, openness, hours, mode, challenge, sentences } = settings;
  const values = { openness, hours, mode, challenge: challenge ?? null, sentences: JSON.stringify(sentences), version: version + 1, changed_at: now };
  if (version === 0) {
    const made = await tx.insertInto('comment_settings').values({ section_id: section, ...values }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
    return made.numInsertedOrUpdatedRows === 1n;
  }
  const saved = await tx.updateTable('comment_settings').set(values).where('section_id', section === null ? 'is' : '=', section).where('version', '=', version).executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The settings above a section, from the site down to the section's parent: what it inherits. */
export async function inheritedBy(db: Db, section: string): Promise<PolicyLayer[]> {
  const { rows: [row] } = await sql<{ layers: readonly LayerRow[] | null }>`
    select (select json_agg(json_build_object('openness', c.openness, 'hours', c.hours, 'mode', c.mode, 'challenge', c.challenge, 'sentences', c.sentences) order by length(above.path) nulls first)
      from comment_settings as c left join sections as above on above.id = c.section_id where c.section_id is null or starts_with(own.path, above.path || '/')) as layers
    from sections as own where own.id = ${section}`.execute(db);
  return layersOf(row?.layers ?? null);
}
