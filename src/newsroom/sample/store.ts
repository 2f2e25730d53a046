import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Kind, Thing, ThingKey, Use } from './things.ts';

/** Whether anything of the sample stands in the newsroom. */
export async function present(db: Db): Promise<boolean> {
  return (await db.selectFrom('sample_things').select('id').limit(1).execute()).length > 0;
}

export async function isNewsroomEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql`select id from sections union all select id from stories limit 1`.execute(db);
  return rows.length === 0;
}

/** Whether it was ever filled in: the log of acts knows. */
export async function wasLoaded(db: Db): Promise<boolean> {
  const rows = await db.selectFrom('acts').select('id').where('subject', '=', 'sample').where('act', '=', 'sample.load').limit(1).execute();
  return rows.length > 0;
}

/** Only one process fills the sample in or takes it out; the others wait and see that it is done. */
export async function lockSample(tx: Tx): Promise<void> {
  await sql`lock table sample_things in exclusive mode`.execute(tx);
}

export interface Remembered extends ThingKey {
  readonly fingerprint: string;
}

export async function rememberedThings(db: Db): Promise<Remembered[]> {
  const rows = await db.selectFrom('sample_things').selectAll().orderBy('kind').orderBy('id').execute();
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }));
}

export async function rememberThings(tx: Tx, things: readonly Remembered[]): Promise<void> {
  if (things.length > 0) await tx.insertInto('sample_things').values([...things]).execute();
}

export async function forgetThings(tx: Tx): Promise<void> {
  await tx.deleteFrom('sample_things').execute();
}

/** Things as they are now; those that are no longer there are absent. */
export async function readThings(db: Db, keys: readonly ThingKey[]): Promise<Thing[]> {
  const found: Thing[] = [];
  for (const [kind, ids] of Map.groupBy(keys, (key) => key.kind)) {
    const { rows } = await sql<{ id: string; name: string; facts: unknown }>`
      select id::text as id, name, facts from (${facts[kind]}) as things where id::text = any(${ids.map((key) => key.id)})`.execute(db);
    found.push(...rows.map((row) => ({ ...row, kind })));
  }
  return found;
}

// What a person can change, and nothing that the house changes by itself: renditions that are made, a story that was
// scheduled and is due.
const facts: Readonly<Record<Kind, RawBuilder<unknown>>> = {
  publication: sql`select id, name, jsonb_build_array(name, short_name, tagline, accent, languages, time_zone, address_form, contact, imprint, logo) as facts from publication`,
  staff: sql`select id, name, jsonb_build_array(name, email, role, suspended_at) as facts from staff`,
  section: sql`select id, path as name, jsonb_build_array(regexp_replace(path, '^.*/', ''), parent_id, names, language, position, defaults) as facts from sections`,
  agency: sql`select id, name, jsonb_build_array(name, short_name, credit, about, url) as facts from agencies`,
  picture: sql`select id, coalesce(nullif(caption, ''), name) as name, jsonb_build_array(caption, credit, alt, language) as facts from pictures`,
  gallery: sql`select id, title as name, jsonb_build_array(title, lead, language, discarded_at,
      (select jsonb_agg(jsonb_build_array(picture_id, caption) order by position) from gallery_pictures where gallery_id = galleries.id)) as facts from galleries`,
  video: sql`select id, title as name, jsonb_build_array(title, description, credit, language, poster, poster_x, poster_y, blocked_at,
      (select jsonb_agg(jsonb_build_array(language, text) order by language) from video_captions where video_id = videos.id)) as facts from videos`,
  embed: sql`select id, title as name, jsonb_build_array(title, author, language, poster) as facts from embeds`,
  author: sql`select id, name, jsonb_build_array(name, about, portrait_id, staff_id) as facts from authors`,
  topic: sql`select id, name, jsonb_build_array(name) as facts from topics`,
  page: sql`select id, title as name, jsonb_build_array(slug, language, title, body, place, position, public) as facts from pages`,
  front: sql`select id, id as name, jsonb_build_array(slots, fill) as facts from fronts`,
  story: sql`select id, headline as name, jsonb_build_array(working, assigned, embargo_until, note,
      case when standing = 'public' or (phase = 'scheduled' and standing = 'unpublished') then 'public' else phase || standing end,
      case when phase = 'scheduled' and standing = 'unpublished' then true else coalesce(published_working_version = working_version, false) end,
      (select count(*) from story_corrections where story_id = stories.id)) as facts from stories`,
};

/** Wherever a thing of the sample is named by another thing, of the sample or not. */
export async function readUses(db: Db): Promise<Use[]> {
  const { rows } = await sql<{ by_kind: Use['by']['kind']; by_id: string; of_kind: Kind; of_id: string }>`
    select distinct uses.* from (
      ${ofContents(sql`select id, working as content from stories`)}
      union all ${ofContents(sql`select story_id, content from public_stories`)}
      union all select 'story', id, 'staff', unnest(assigned) from stories
      union all select 'story', story_id, kind, thing_id from story_uses
      union all select 'gallery', gallery_id, 'picture', picture_id from gallery_pictures
      union all select 'comment', id, 'story', story_id from comments where came_from is null or not starts_with(came_from, 'sample:')
      union all select 'video', id, 'picture', poster from videos
      union all select 'embed', id, 'picture', poster from embeds
      union all select 'author', id, 'picture', portrait_id from authors
      union all select 'author', id, 'staff', staff_id from authors
      union all select 'section', id, 'section', parent_id from sections
      union all select 'page', id, 'picture', jsonb_path_query(body, '$.** ? (@.type == "picture").attrs.id') #>> '{}' from pages
    ) as uses (by_kind, by_id, of_kind, of_id)
    join sample_things on sample_things.kind = of_kind and sample_things.id = of_id
    where (by_kind, by_id) <> (of_kind, of_id)`.execute(db);
  return rows.map((row) => ({ by: { kind: row.by_kind, id: row.by_id } as Use['by'], of: { kind: row.of_kind, id: row.of_id } }));
}

function ofContents(contents: RawBuilder<unknown>): RawBuilder<unknown> {
  const list = (field: string) => sql`jsonb_array_elements_text(coalesce(content -> ${sql.lit(field)}, '[]'))`;
  const from = sql`from (${contents}) as written (id, content)`;
  return sql`
    select 'story', id, 'section', content ->> 'section' ${from}
    union all select 'story', id, 'section', ${list('furtherSections')} ${from}
    union all select 'story', id, 'author', ${list('authors')} ${from}
    union all select 'story', id, 'agency', ${list('credits')} ${from}
    union all select 'story', id, 'topic', ${list('topics')} ${from}
    union all select 'story', id, 'picture', content #>> '{picture,id}' ${from}
    union all select 'story', id, 'picture', jsonb_path_query(content -> 'body', '$.** ? (@.type == "picture").attrs.id') #>> '{}' ${from}
    union all select 'story', id, 'story', content ->> 'continues' ${from}
    union all select 'story', id, 'story', content ->> 'translationGroup' ${from}`;
}

/** Every front that names stories, with what stands on it. */
export async function arrangedFronts(db: Db): Promise<{ id: string; slots: readonly string[]; fill: boolean }[]> {
  return db.selectFrom('fronts').select(['id', 'slots', 'fill']).execute();
}
