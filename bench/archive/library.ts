/** A library of pictures made in SQL: captions of frequent and rare words, credits, rights, uses, galleries. */
import { sql } from 'kysely';
import type { Db } from '../../src/platform/database/database.ts';

const words = ['See', 'Föhn', 'Gemeinderat', 'Zürich', 'Unwetter', 'Bahnhof', 'Wahlkampf', 'Lawine', 'Schulhaus', 'Tramlinie', 'Bundesrätin', 'Eröffnung', 'Wetterlage', 'Brücke', 'Genf', 'Feuerwehr', 'Ständerat', 'Stadtfest', 'Alpaufzug', 'Hochwasser'];

/** Ten uses of each picture; every twentieth in a gallery; one in a hundred with a right that ends. */
export async function fillLibrary(db: Db, { pictures, now }: { readonly pictures: number; readonly now: Date }): Promise<void> {
  const word = (seed: string) => `(${`array[${words.map((one) => `'${one}'`).join(',')}]`})[1 + (hashint4(n * ${seed}) & 2147483647) % ${words.length}]`;
  await sql.raw(`
    insert into pictures (id, original, name, media_type, width, height, bytes, language, metadata, state, created_at, created_by, made, caption, credit, alt, perceptual_hash, taken_on, usable_until, blocked_at, source_type, days)
    select 'p' || lpad(n::text, 7, '0'), 'o' || n, 'IMG_' || n || '.jpg', 'image/jpeg', 6000, 4000, 6000000, 'de', '{}', 'ready', '${now.toISOString()}'::timestamptz - make_interval(mins => n), 'staff' || n % 40, 'x',
      ${word('3')} || ' und ' || ${word('5')} || ' bei Ort' || n / 20 || ', ' || ${word('7')} || ' am Abend', case when n % 997 = 0 then '' when n % 3 = 0 then 'Keystone-SDA / Fotograf ' || n % 900 else 'Agentur ' || n % 50 end,
      case when n % 499 = 0 then '' else 'Menschen vor ' || ${word('11')} end, (hashint8(n)::bit(32)::text || hashint8(n * 7)::bit(32)::text)::bit(64), date '2020-01-01' + n % 2400,
      case when n % 100 = 0 then '${now.toISOString()}'::timestamptz + make_interval(hours => n % 8000 - 4000) end, case when n % 5000 = 0 then '${now.toISOString()}'::timestamptz end, case when n % 700 = 0 then 'trainedAlgorithmicMedia' else '' end, case when n % 50 = 0 then 30 end
    from generate_series(1, ${pictures}) as n;
    insert into picture_words (picture_id, words, search) select id, lower(name || ' ' || caption || ' ' || credit || ' ' || alt), to_tsvector('words_de', name || ' ' || caption || ' ' || credit || ' ' || alt) from pictures;
    insert into picture_renditions (picture_id, shape, format, width, height, address, bytes)
      select id, shape, format, wide, wide * 2 / 3, 'r' || id || shape || format || wide, 100000 from pictures, unnest(array['whole', 'square']) as shape, unnest(array['avif', 'jpeg']) as format, unnest(array[480, 1200]) as wide where id <= 'p' || lpad('${Math.ceil(pictures / 5)}', 7, '0');
    insert into picture_uses (picture_id, used_by, title, path, public, since, ends_at)
      select 'p' || lpad(n::text, 7, '0'), 'story:s' || (n * 10 + use) % ${pictures * 2}, 'Geschichte ' || n, '/stories/s' || n, use % 2 = 0, '${now.toISOString()}'::timestamptz - interval '90 days', case when n % 50 = 0 and use = 0 then '${now.toISOString()}'::timestamptz + make_interval(hours => n % 9000) end
      from generate_series(1, ${pictures}) as n, generate_series(0, 9) as use where n % 10 <> 9;
    insert into picture_collections (id, name, created_at, created_by) values ('sammlung', 'Wahlen', '${now.toISOString()}', 'staff1');
    insert into collected_pictures (collection_id, picture_id, added_at, added_by) select 'sammlung', id, '${now.toISOString()}', 'staff1' from pictures where right(id, 3) = '500';
    insert into galleries (id, title, lead, language, created_at, created_by, changed_at, changed_by, changed_by_name)
      select 'g' || n, ${word('3')} || ' in Bildern', '', 'de', '${now.toISOString()}'::timestamptz - make_interval(hours => n), 'staff1', '${now.toISOString()}'::timestamptz - make_interval(hours => n), 'staff1', 'Zoë Rüegg' from generate_series(1, ${Math.ceil(pictures / 20)}) as n;
    insert into gallery_pictures (gallery_id, picture_id, position) select 'g' || n, 'p' || lpad((1 + (n * 14 + at) % ${pictures})::text, 7, '0'), at from generate_series(1, ${Math.ceil(pictures / 20)}) as n, generate_series(0, 13) as at;
    alter table story_uses drop constraint story_uses_story_id_fkey;
    insert into story_uses (kind, thing_id, story_id, place) select kind, 'g' || n % ${Math.ceil(pictures / 20)}, 's' || n, place from generate_series(1, ${pictures * 2}) as n, unnest(array['gallery', 'video']) as kind, unnest(array['working', 'public']) as place;
  `).execute(db);
  await sql.raw('analyze').execute(db);
}
