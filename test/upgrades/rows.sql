-- A row for each table that the sample newsroom leaves empty: whatever a later step does to it, it must not be lost.
create temporary view story as select story_id as id from public_stories order by story_id limit 1;
create temporary view picture as select id from pictures order by id limit 1;

insert into readers (id, email, name, name_key, language, created_at, verified_at, seen_at, notice_key) values
  ('leser1', 'zora@example.org', 'Zora Ünal 🦊', 'zora unal', 'de', '2026-11-20 08:00Z', '2026-11-20 08:05Z', '2026-11-25 20:00Z', 'schlüssel'),
  ('leser2', 'o’brien@example.org', null, null, 'fr', '2026-11-21 08:00Z', null, '2026-11-21 08:00Z', 'clé');
insert into reader_credentials (account_id, password) values ('leser1', '$scrypt$x');
insert into reader_muted values ('leser1', 'reply', '2026-11-21 09:00Z');
insert into reader_passkeys (id, account_id, public_key, counter, made_on, created_at) values ('pass', 'leser1', '\x00ff10', 3, 'Telefon', '2026-11-21 09:00Z');
insert into reader_recovery_codes values ('hash', 'leser1');

insert into comments (id, story_id, reader_id, staff_id, parent_id, writer_name, text, language, state, created_at, state_at, findings, once_key, letters_key, sketch, came_from, pinned_at, recommendations, replies)
select one.* from story, lateral (values
  ('kom1', story.id, 'leser1', null, null, 'Zora Ünal 🦊', E'Föhn\nüber «Zürich» — <b>kalt</b>', 'de', 'approved', timestamptz '2026-11-22 10:00Z', timestamptz '2026-11-22 10:01Z', '{first-time}'::text[], 'einmal', 'fohn', '{1,2,3}'::integer[], null, timestamptz '2026-11-22 11:00Z', 1, 1),
  ('kom2', story.id, null, 'redaktion', 'kom1', 'Redaktion', 'مرحبا, danke.', 'de', 'approved', '2026-11-22 10:02Z', '2026-11-22 10:02Z', '{}', null, '', '{}', 'disqus:7', null, 0, 0),
  ('kom3', story.id, 'leser1', null, null, 'Zora Ünal 🦊', 'Trottel', 'de', 'refused', '2026-11-22 10:03Z', '2026-11-22 10:04Z', '{word-list}', null, 'trottel', '{4}', null, null, 0, 0),
  ('kom4', story.id, 'leser1', null, null, 'Zora Ünal 🦊', 'Noch eins', 'de', 'pending', '2026-11-22 10:05Z', '2026-11-22 10:05Z', '{}', null, '', '{}', null, null, 0, 0)) as one;
insert into comment_threads (story_id, openness, sentence, approved, told, changed_at) select id, 'always', 'Genug für heute.', 2, 2, '2026-11-22 12:00Z' from story
  on conflict (story_id) do update set openness = excluded.openness, sentence = excluded.sentence, approved = 2, told = 2;
insert into comment_settings (hours, mode, sentences, changed_at) values (48, 'before', '{"de": "Feierabend."}', '2026-11-22 12:00Z');
insert into comment_words values ('wort', 'de', 'Trottel', '''trottel''', '2026-11-22 12:00Z', 'redaktion');
insert into comment_keys values ('form', '2026-11-22 12:00Z', 'geheim');
insert into comment_rounds values ('counts', '2026-11-22 12:00Z');
insert into comment_drafts select 'entwurf', 'kom4', id, null, 'Mein Entwurf', '2026-11-22 10:05Z', '2026-11-29 10:05Z' from story;
insert into comment_holds values ('kom4', 'redaktion', 'Tiziana Orlandelli', '2026-11-22 12:05Z');
insert into comment_recommendations (comment_id, reader_id, at, network, counts, counted) values ('kom1', 'leser1', '2026-11-22 12:00Z', null, true, true);
insert into comment_decisions (comment_id, at, by_kind, by_id, by_name, decision, from_state, to_state, reason, words, after) values
  ('kom3', '2026-11-22 10:04Z', 'staff', 'redaktion', 'Tiziana Orlandelli', 'refuse', 'pending', 'refused', 'insult', 'Bitte sachlich.', 'x');
insert into comment_statements select 'erklaerung', id, 'kom3', 'leser1', 'rules', '', false, true, '2026-11-22 10:04Z' from comment_decisions where comment_id = 'kom3';
insert into comment_objections (id, statement_id, words, created_at, due_at) values ('einspruch', 'erklaerung', 'Doch.', '2026-11-22 11:00Z', '2026-12-06 11:00Z');
insert into comment_reports (id, comment_id, grounds, law, words, email, language, created_at, due_at, once_key) values
  ('meldung', 'kom1', 'law', 'Artikel 173 StGB', 'Das stimmt nicht.', 'gast@example.org', 'de', '2026-11-22 11:00Z', '2026-11-29 11:00Z', 'einmal');
insert into commenter_marks (reader_id, at, by_id, by_name, kind, words, until) values ('leser1', '2026-11-22 11:00Z', 'redaktion', 'Tiziana Orlandelli', 'suspension', 'Ton', '2026-11-25 11:00Z');
insert into commenter_standings (reader_id, trust, suspended_until, changed_at) values ('leser1', 'watched', '2026-11-25 11:00Z', '2026-11-22 11:00Z');

insert into picture_collections (id, name, created_at, created_by) values ('berge', 'Berge', '2026-11-22 11:00Z', 'redaktion');
insert into collected_pictures select 'berge', id, '2026-11-22 11:00Z', 'redaktion' from picture;
insert into social_pictures select id, 'drawn:1', repeat('a', 64), '2026-11-22 11:00Z' from story on conflict do nothing;
insert into embed_providers values ('alpenfilm', true, 'Alpenfilm', 'Alpenfilm AG', true, '{video.example}', '{player.example}', null, 1);
insert into embeds (id, provider, url, frame, ratio, title, author, language, created_at, created_by) values ('einbettung', 'alpenfilm', 'https://video.example/1', 'https://player.example/1', 1.78, 'Lawine', 'Föhn TV', 'de', '2026-11-22 11:00Z', 'redaktion');
insert into videos (id, original, name, media_type, video_codec, codecs, playable, width, height, duration, bytes, title, credit, language, created_at, created_by) values
  ('film', repeat('b', 64), 'Tödi.mp4', 'video/mp4', 'h264', 'avc1.42E01E', true, 640, 360, 4000, 12345, 'Lawine am Tödi', 'Föhn TV', 'de', '2026-11-22 11:00Z', 'redaktion');
insert into video_captions values ('film', 'de', E'WEBVTT\n\n00:01.000 --> 00:02.000\nSchnee.\n', 1);
insert into video_renditions (video_id, kind, width, height, address, bytes, codecs, bandwidth) values ('film', 'file', 640, 360, repeat('c', 64), 12345, 'avc1.42E01E', 500000);
insert into uploads (id, kind, name, bytes, by_id, by, begun_at, touched_at) values ('hinauf', 'picture', 'Tödi.jpg', 5, 'redaktion', '{"kind": "staff", "id": "redaktion", "name": "Tiziana Orlandelli", "role": "editor"}', '2026-11-25 11:00Z', '2026-11-25 11:00Z');

insert into staff (id, name, email, role, invited_at, joined_at) values ('redaktion', 'Tiziana Orlandelli', 'tiziana@example.org', 'editor', '2026-11-20 08:00Z', '2026-11-20 08:10Z');
insert into staff_credentials (account_id, password) values ('redaktion', '$scrypt$x');
insert into staff_recovery_codes values ('hash', 'redaktion');
insert into tokens (id, name, role, token_hash, created_at, created_by_name) values ('wetter', 'Wetter', 'reporter', 'hash', '2026-11-20 08:00Z', 'Tiziana Orlandelli');
insert into section_paths select 'alter-weg', id, '2026-11-20 08:00Z' from sections order by path limit 1;
insert into story_previews select 'hash', id, '2026-11-29 08:00Z', 'redaktion' from story;
insert into seals (kind, reference, sealed_at, by_name, reason) values ('object', repeat('d', 64), '2026-11-22 11:00Z', 'Tiziana Orlandelli', 'Urteil');
insert into mails (recipient, subject, body_text, body_html, ordered_at, sent_at) values ('zora@example.org', 'Bestätigen', 'Grüezi', '<p>Grüezi</p>', '2026-11-20 08:00Z', '2026-11-20 08:00Z');
