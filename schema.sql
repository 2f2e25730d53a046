-- The schema as it stands after every migration, printed from the catalogue by «bin/broadsheet schema». Not run: read.

create text search configuration words_any (parser = "default");
-- asciihword: simple
-- asciiword: simple
-- email: simple
-- file: simple
-- float: simple
-- host: simple
-- hword: unaccent, simple
-- hword_asciipart: simple
-- hword_numpart: simple
-- hword_part: unaccent, simple
-- int: simple
-- numhword: simple
-- numword: simple
-- sfloat: simple
-- uint: simple
-- url: simple
-- url_path: simple
-- version: simple
-- word: unaccent, simple

create text search configuration words_de (parser = "default");
-- asciihword: german_stem
-- asciiword: german_stem
-- email: simple
-- file: simple
-- float: simple
-- host: simple
-- hword: unaccent, german_stem
-- hword_asciipart: german_stem
-- hword_numpart: simple
-- hword_part: unaccent, german_stem
-- int: simple
-- numhword: simple
-- numword: simple
-- sfloat: simple
-- uint: simple
-- url: simple
-- url_path: simple
-- version: simple
-- word: unaccent, german_stem

create text search configuration words_en (parser = "default");
-- asciihword: english_stem
-- asciiword: english_stem
-- email: simple
-- file: simple
-- float: simple
-- host: simple
-- hword: unaccent, english_stem
-- hword_asciipart: english_stem
-- hword_numpart: simple
-- hword_part: unaccent, english_stem
-- int: simple
-- numhword: simple
-- numword: simple
-- sfloat: simple
-- uint: simple
-- url: simple
-- url_path: simple
-- version: simple
-- word: unaccent, english_stem

create text search configuration words_fr (parser = "default");
-- asciihword: french_stem
-- asciiword: french_stem
-- email: simple
-- file: simple
-- float: simple
-- host: simple
-- hword: unaccent, french_stem
-- hword_asciipart: french_stem
-- hword_numpart: simple
-- hword_part: unaccent, french_stem
-- int: simple
-- numhword: simple
-- numword: simple
-- sfloat: simple
-- uint: simple
-- url: simple
-- url_path: simple
-- version: simple
-- word: unaccent, french_stem

create text search configuration words_it (parser = "default");
-- asciihword: italian_stem
-- asciiword: italian_stem
-- email: simple
-- file: simple
-- float: simple
-- host: simple
-- hword: unaccent, italian_stem
-- hword_asciipart: italian_stem
-- hword_numpart: simple
-- hword_part: unaccent, italian_stem
-- int: simple
-- numhword: simple
-- numword: simple
-- sfloat: simple
-- uint: simple
-- url: simple
-- url_path: simple
-- version: simple
-- word: unaccent, italian_stem

create table acts (
  id bigint generated always as identity not null,
  at timestamp with time zone not null,
  by_kind text not null,
  by_id text not null,
  by_name text not null,
  act text not null,
  subject text not null,
  detail jsonb default '{}'::jsonb not null,
  constraint acts_pkey PRIMARY KEY (id),
  constraint acts_by_kind_check CHECK ((by_kind = ANY (ARRAY['staff'::text, 'token'::text, 'program'::text, 'reader'::text])))
);
CREATE INDEX acts_by_actor ON acts USING btree (by_id, id DESC);
CREATE INDEX acts_by_subject ON acts USING btree (subject, id DESC);
CREATE INDEX acts_by_time ON acts USING btree (at DESC, id DESC);
CREATE TRIGGER acts_append_only BEFORE DELETE OR UPDATE ON acts FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER acts_not_emptied BEFORE TRUNCATE ON acts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

create table agencies (
  id text not null,
  slug text not null,
  name text not null,
  short_name text not null,
  credit text not null,
  about text default ''::text not null,
  url text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint agencies_pkey PRIMARY KEY (id),
  constraint agencies_slug_key UNIQUE (slug)
);

create table authors (
  id text not null,
  slug text not null,
  name text not null,
  about text default ''::text not null,
  portrait_id text,
  staff_id text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint authors_pkey PRIMARY KEY (id),
  constraint authors_slug_key UNIQUE (slug),
  constraint authors_staff_id_key UNIQUE (staff_id),
  constraint authors_portrait_id_fkey FOREIGN KEY (portrait_id) REFERENCES pictures(id) ON DELETE SET NULL
);
CREATE UNIQUE INDEX authors_by_name ON authors USING btree (lower(name));

create table collected_pictures (
  collection_id text not null,
  picture_id text not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  constraint collected_pictures_pkey PRIMARY KEY (collection_id, picture_id),
  constraint collected_pictures_collection_id_fkey FOREIGN KEY (collection_id) REFERENCES picture_collections(id) ON DELETE CASCADE,
  constraint collected_pictures_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id) ON DELETE CASCADE
);
CREATE INDEX collected_pictures_by_picture ON collected_pictures USING btree (picture_id);

create table comment_decisions (
  id bigint generated always as identity not null,
  comment_id text not null,
  at timestamp with time zone not null,
  by_kind text not null,
  by_id text not null,
  by_name text not null,
  decision text not null,
  from_state text not null,
  to_state text not null,
  reason text default ''::text not null,
  words text default ''::text not null,
  after text not null,
  undoes bigint,
  constraint comment_decisions_pkey PRIMARY KEY (id),
  constraint comment_decisions_by_kind_check CHECK ((by_kind = ANY (ARRAY['staff'::text, 'token'::text, 'program'::text, 'reader'::text]))),
  constraint comment_decisions_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'refuse'::text, 'undo'::text, 'delete'::text, 'choose'::text, 'unchoose'::text, 'pin'::text, 'unpin'::text]))),
  constraint comment_decisions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comment_decisions_undoes_fkey FOREIGN KEY (undoes) REFERENCES comment_decisions(id) ON DELETE CASCADE
);
CREATE INDEX comment_decisions_by_actor ON comment_decisions USING btree (by_id, id DESC);
CREATE INDEX comment_decisions_by_comment ON comment_decisions USING btree (comment_id, id DESC);
CREATE INDEX comment_decisions_by_time ON comment_decisions USING btree (at DESC);
CREATE UNIQUE INDEX comment_decisions_undone ON comment_decisions USING btree (undoes) WHERE (undoes IS NOT NULL);
CREATE TRIGGER comment_decisions_stand BEFORE UPDATE ON comment_decisions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

create table comment_drafts (
  token_hash text not null,
  comment_id text,
  story_id text not null,
  answers_id text,
  text text not null,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint comment_drafts_pkey PRIMARY KEY (token_hash),
  constraint comment_drafts_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES comments(id) ON DELETE SET NULL,
  constraint comment_drafts_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comment_drafts_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX comment_drafts_by_answered ON comment_drafts USING btree (answers_id) WHERE (answers_id IS NOT NULL);
CREATE INDEX comment_drafts_by_comment ON comment_drafts USING btree (comment_id) WHERE (comment_id IS NOT NULL);
CREATE INDEX comment_drafts_by_story ON comment_drafts USING btree (story_id);
CREATE INDEX comment_drafts_ending ON comment_drafts USING btree (ends_at);

create table comment_holds (
  comment_id text not null,
  holder_id text not null,
  holder_name text not null,
  ends_at timestamp with time zone not null,
  constraint comment_holds_pkey PRIMARY KEY (comment_id),
  constraint comment_holds_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE
);
CREATE INDEX comment_holds_ending ON comment_holds USING btree (ends_at);

create table comment_keys (
  name text not null,
  starts_at timestamp with time zone not null,
  secret text not null,
  constraint comment_keys_pkey PRIMARY KEY (name, starts_at)
);

create table comment_objections (
  id text not null,
  number integer generated always as identity not null,
  statement_id text not null,
  words text not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  outcome text,
  answer text default ''::text not null,
  decided_at timestamp with time zone,
  decided_by text,
  decided_by_name text,
  constraint comment_objections_pkey PRIMARY KEY (id),
  constraint comment_objections_number_key UNIQUE (number),
  constraint comment_objections_statement_id_key UNIQUE (statement_id),
  constraint comment_objections_check CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint comment_objections_outcome_check CHECK ((outcome = ANY (ARRAY['restored'::text, 'upheld'::text]))),
  constraint comment_objections_statement_id_fkey FOREIGN KEY (statement_id) REFERENCES comment_statements(id) ON DELETE CASCADE
);
CREATE INDEX comment_objections_by_time ON comment_objections USING btree (created_at);
CREATE INDEX comment_objections_decided ON comment_objections USING btree (decided_at DESC, id DESC) WHERE (outcome IS NOT NULL);
CREATE INDEX comment_objections_open ON comment_objections USING btree (due_at, id) WHERE (outcome IS NULL);

create table comment_recommendations (
  comment_id text not null,
  reader_id text not null,
  at timestamp with time zone not null,
  network text,
  counts boolean not null,
  counted boolean default false not null,
  withdrawn boolean default false not null,
  constraint comment_recommendations_pkey PRIMARY KEY (comment_id, reader_id),
  constraint comment_recommendations_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comment_recommendations_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX comment_recommendations_by_network ON comment_recommendations USING btree (at) WHERE (network IS NOT NULL);
CREATE INDEX comment_recommendations_by_reader ON comment_recommendations USING btree (reader_id, at DESC);
CREATE INDEX comment_recommendations_new ON comment_recommendations USING btree (comment_id) WHERE (NOT counted);

create table comment_reports (
  id text not null,
  number integer generated always as identity not null,
  comment_id text not null,
  grounds text not null,
  law text default ''::text not null,
  words text not null,
  name text default ''::text not null,
  email text default ''::text not null,
  language text not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  network text,
  once_key text not null,
  outcome text,
  answer text default ''::text not null,
  decided_at timestamp with time zone,
  decided_by text,
  decided_by_name text,
  decision_id bigint,
  receipt_hash text,
  constraint comment_reports_pkey PRIMARY KEY (id),
  constraint comment_reports_number_key UNIQUE (number),
  constraint comment_reports_once_key_key UNIQUE (once_key),
  constraint comment_reports_check CHECK (((outcome IS NULL) = (decided_at IS NULL))),
  constraint comment_reports_grounds_check CHECK ((grounds = ANY (ARRAY['rules'::text, 'law'::text]))),
  constraint comment_reports_outcome_check CHECK ((outcome = ANY (ARRAY['removed'::text, 'kept'::text, 'gone'::text]))),
  constraint comment_reports_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comment_reports_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES comment_decisions(id) ON DELETE SET NULL
);
CREATE INDEX comment_reports_by_comment ON comment_reports USING btree (comment_id, created_at);
CREATE INDEX comment_reports_by_decision ON comment_reports USING btree (decision_id) WHERE (decision_id IS NOT NULL);
CREATE INDEX comment_reports_by_network ON comment_reports USING btree (network, created_at) WHERE (network IS NOT NULL);
CREATE UNIQUE INDEX comment_reports_by_receipt ON comment_reports USING btree (receipt_hash) WHERE (receipt_hash IS NOT NULL);
CREATE INDEX comment_reports_by_time ON comment_reports USING btree (created_at);
CREATE INDEX comment_reports_decided ON comment_reports USING btree (decided_at DESC, id DESC) WHERE (outcome IS NOT NULL);
CREATE INDEX comment_reports_open ON comment_reports USING btree (due_at, id) WHERE (outcome IS NULL);

create table comment_rounds (
  name text not null,
  at timestamp with time zone not null,
  constraint comment_rounds_pkey PRIMARY KEY (name)
);

create table comment_settings (
  section_id text,
  openness text,
  hours integer,
  mode text,
  challenge text,
  sentences jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint comment_settings_challenge_check CHECK ((challenge = ANY (ARRAY['never'::text, 'under-attack'::text, 'always'::text]))),
  constraint comment_settings_hours_check CHECK (((hours >= 1) AND (hours <= 8760))),
  constraint comment_settings_mode_check CHECK ((mode = ANY (ARRAY['before'::text, 'first-timers'::text, 'after'::text]))),
  constraint comment_settings_openness_check CHECK ((openness = ANY (ARRAY['hours'::text, 'always'::text, 'closed'::text]))),
  constraint comment_settings_section_id_fkey FOREIGN KEY (section_id) REFERENCES sections(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX comment_settings_by_section ON comment_settings USING btree (section_id) NULLS NOT DISTINCT;

create table comment_statements (
  id text not null,
  decision_id bigint not null,
  comment_id text not null,
  reader_id text,
  grounds text not null,
  law text default ''::text not null,
  found_by_machine boolean not null,
  reported boolean not null,
  created_at timestamp with time zone not null,
  constraint comment_statements_pkey PRIMARY KEY (id),
  constraint comment_statements_decision_id_key UNIQUE (decision_id),
  constraint comment_statements_grounds_check CHECK ((grounds = ANY (ARRAY['rules'::text, 'law'::text]))),
  constraint comment_statements_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comment_statements_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES comment_decisions(id) ON DELETE CASCADE
);
CREATE INDEX comment_statements_by_comment ON comment_statements USING btree (comment_id, created_at DESC);
CREATE INDEX comment_statements_by_reader ON comment_statements USING btree (reader_id) WHERE (reader_id IS NOT NULL);
CREATE INDEX comment_statements_by_time ON comment_statements USING btree (created_at);

create table comment_threads (
  story_id text not null,
  openness text,
  hours integer,
  mode text,
  closed_at timestamp with time zone,
  open_until timestamp with time zone,
  sentence text default ''::text not null,
  version integer default 1 not null,
  approved integer default 0 not null,
  told integer default 0 not null,
  changed_at timestamp with time zone not null,
  constraint comment_threads_pkey PRIMARY KEY (story_id),
  constraint comment_threads_approved_check CHECK ((approved >= 0)),
  constraint comment_threads_hours_check CHECK (((hours >= 1) AND (hours <= 8760))),
  constraint comment_threads_mode_check CHECK ((mode = ANY (ARRAY['before'::text, 'first-timers'::text, 'after'::text]))),
  constraint comment_threads_openness_check CHECK ((openness = ANY (ARRAY['hours'::text, 'always'::text, 'closed'::text]))),
  constraint comment_threads_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX comment_threads_untold ON comment_threads USING btree (story_id) WHERE (approved <> told);

create table comment_words (
  id text not null,
  language text not null,
  word text not null,
  stems tsquery not null,
  added_at timestamp with time zone not null,
  added_by text not null,
  constraint comment_words_pkey PRIMARY KEY (id),
  constraint comment_words_language_word_key UNIQUE (language, word),
  constraint comment_words_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'en'::text])))
);

create table commenter_marks (
  id bigint generated always as identity not null,
  reader_id text not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  kind text not null,
  words text default ''::text not null,
  until timestamp with time zone,
  trust text,
  comment_id text,
  constraint commenter_marks_pkey PRIMARY KEY (id),
  constraint commenter_marks_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'warning'::text, 'suspension'::text, 'ban'::text, 'lift'::text, 'trust'::text]))),
  constraint commenter_marks_trust_check CHECK ((trust = ANY (ARRAY['usual'::text, 'trusted'::text, 'watched'::text]))),
  constraint commenter_marks_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id) ON DELETE SET NULL,
  constraint commenter_marks_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX commenter_marks_by_comment ON commenter_marks USING btree (comment_id) WHERE (comment_id IS NOT NULL);
CREATE INDEX commenter_marks_by_reader ON commenter_marks USING btree (reader_id, id DESC);
CREATE INDEX commenter_marks_by_time ON commenter_marks USING btree (at);

create table commenter_standings (
  reader_id text not null,
  trust text default 'usual'::text not null,
  suspended_until timestamp with time zone,
  banned_at timestamp with time zone,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint commenter_standings_pkey PRIMARY KEY (reader_id),
  constraint commenter_standings_trust_check CHECK ((trust = ANY (ARRAY['usual'::text, 'trusted'::text, 'watched'::text]))),
  constraint commenter_standings_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES readers(id) ON DELETE CASCADE
);

create table comments (
  id text not null,
  story_id text not null,
  parent_id text,
  answers_id text,
  reader_id text,
  staff_id text,
  writer_name text not null,
  text text not null,
  language text not null,
  state text not null,
  created_at timestamp with time zone not null,
  state_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  findings text[] default '{}'::text[] not null,
  once_key text,
  letters_key text default ''::text not null,
  sketch integer[] default '{}'::integer[] not null,
  network text,
  came_from text,
  chosen_at timestamp with time zone,
  pinned_at timestamp with time zone,
  recommendations integer default 0 not null,
  replies integer default 0 not null,
  shown boolean generated always as (((state = 'approved'::text) OR ((replies > 0) AND (state = ANY (ARRAY['refused'::text, 'deleted'::text]))))) stored not null,
  constraint comments_pkey PRIMARY KEY (id),
  constraint comments_came_from_key UNIQUE (came_from),
  constraint comments_once_key_key UNIQUE (once_key),
  constraint comments_check CHECK (((parent_id IS NOT NULL) OR (answers_id IS NULL))),
  constraint comments_check1 CHECK (((reader_id IS NULL) OR (staff_id IS NULL))),
  constraint comments_replies_check CHECK ((replies >= 0)),
  constraint comments_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'deleted'::text]))),
  constraint comments_answers_id_fkey FOREIGN KEY (answers_id) REFERENCES comments(id) ON DELETE SET NULL,
  constraint comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES comments(id) ON DELETE CASCADE,
  constraint comments_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES readers(id) ON DELETE SET NULL,
  constraint comments_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX comments_answered ON comments USING btree (answers_id) WHERE (answers_id IS NOT NULL);
CREATE INDEX comments_best ON comments USING btree (story_id, recommendations DESC, created_at DESC, id DESC) WHERE (shown AND (parent_id IS NULL));
CREATE INDEX comments_by_letters ON comments USING btree (letters_key, created_at DESC) WHERE (letters_key <> ''::text);
CREATE INDEX comments_by_network ON comments USING btree (created_at) WHERE (network IS NOT NULL);
CREATE INDEX comments_by_reader ON comments USING btree (reader_id, created_at DESC);
CREATE INDEX comments_by_story ON comments USING btree (story_id, created_at, id);
CREATE INDEX comments_by_time ON comments USING btree (created_at, id);
CREATE INDEX comments_chosen ON comments USING btree (story_id) WHERE ((chosen_at IS NOT NULL) OR (pinned_at IS NOT NULL));
CREATE INDEX comments_newest ON comments USING btree (story_id, created_at DESC, id DESC) WHERE (shown AND (parent_id IS NULL));
CREATE INDEX comments_refused ON comments USING btree (state_at DESC) WHERE (state = 'refused'::text);
CREATE INDEX comments_replies ON comments USING btree (parent_id, created_at, id) WHERE (parent_id IS NOT NULL);
CREATE INDEX comments_waiting ON comments USING btree (created_at, id) WHERE (state = 'pending'::text);
CREATE INDEX comments_waiting_by_story ON comments USING btree (story_id, created_at, id) WHERE (state = 'pending'::text);

create table embed_providers (
  id text not null,
  own boolean not null,
  name text not null,
  company text not null,
  enabled boolean not null,
  hosts text[] not null,
  frame_hosts text[] not null,
  endpoint text,
  version integer not null,
  constraint embed_providers_pkey PRIMARY KEY (id)
);

create table embeds (
  id text not null,
  provider text not null,
  url text not null,
  frame text,
  ratio double precision,
  height integer,
  title text default ''::text not null,
  author text default ''::text not null,
  language text not null,
  thumbnail text,
  poster text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint embeds_pkey PRIMARY KEY (id),
  constraint embeds_poster_fkey FOREIGN KEY (poster) REFERENCES pictures(id) ON DELETE SET NULL
);
CREATE INDEX embeds_poster ON embeds USING btree (poster) WHERE (poster IS NOT NULL);

create table fronts (
  id text not null,
  slots jsonb default '[]'::jsonb not null,
  fill boolean default true not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint fronts_pkey PRIMARY KEY (id)
);

create table galleries (
  id text not null,
  title text not null,
  lead text default ''::text not null,
  language text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  changed_by_name text not null,
  discarded_at timestamp with time zone,
  constraint galleries_pkey PRIMARY KEY (id)
);
CREATE INDEX galleries_by_change ON galleries USING btree (changed_at DESC, id DESC) WHERE (discarded_at IS NULL);

create table gallery_pictures (
  gallery_id text not null,
  picture_id text not null,
  "position" integer not null,
  caption text default ''::text not null,
  constraint gallery_pictures_pkey PRIMARY KEY (gallery_id, picture_id),
  constraint gallery_pictures_gallery_id_fkey FOREIGN KEY (gallery_id) REFERENCES galleries(id) ON DELETE CASCADE,
  constraint gallery_pictures_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id) ON DELETE CASCADE
);
CREATE INDEX gallery_pictures_by_picture ON gallery_pictures USING btree (picture_id);

create table mails (
  id bigint generated always as identity not null,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  ordered_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  kept_as text,
  attempts integer default 0 not null,
  last_error text,
  due_at timestamp with time zone,
  given_up_at timestamp with time zone,
  headers jsonb default '{}'::jsonb not null,
  constraint mails_pkey PRIMARY KEY (id)
);
CREATE INDEX mails_by_end ON mails USING btree (COALESCE(sent_at, given_up_at));
CREATE INDEX mails_by_recipient ON mails USING btree (lower(recipient));
CREATE INDEX mails_by_time ON mails USING btree (ordered_at DESC, id DESC);
CREATE INDEX mails_due ON mails USING btree (due_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));

create table migrations (
  name text not null,
  checksum text not null,
  at timestamp with time zone not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table pages (
  id text not null,
  slug text not null,
  language text not null,
  title text not null,
  body jsonb not null,
  place text default 'footer'::text not null,
  "position" integer default 0 not null,
  public boolean default false not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint pages_pkey PRIMARY KEY (id),
  constraint pages_slug_key UNIQUE (slug),
  constraint pages_place_check CHECK ((place = ANY (ARRAY['footer'::text, 'none'::text])))
);

create table picture_collections (
  id text not null,
  name text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint picture_collections_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX picture_collections_by_name ON picture_collections USING btree (lower(name));

create table picture_renditions (
  picture_id text not null,
  format text not null,
  width integer not null,
  height integer not null,
  address text not null,
  bytes integer not null,
  shape text default 'whole'::text not null,
  constraint picture_renditions_pkey PRIMARY KEY (picture_id, shape, format, width),
  constraint picture_renditions_format_check CHECK ((format = ANY (ARRAY['avif'::text, 'webp'::text, 'jpeg'::text]))),
  constraint picture_renditions_shape_check CHECK ((shape = ANY (ARRAY['whole'::text, 'wide'::text, 'square'::text, 'tall'::text, 'social'::text]))),
  constraint picture_renditions_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id) ON DELETE CASCADE
);
CREATE INDEX picture_renditions_by_address ON picture_renditions USING btree (address);

create table picture_uses (
  picture_id text not null,
  used_by text not null,
  title text not null,
  path text not null,
  public boolean not null,
  since timestamp with time zone,
  ends_at timestamp with time zone,
  ended boolean default false not null,
  end_told boolean default false not null,
  constraint picture_uses_pkey PRIMARY KEY (picture_id, used_by),
  constraint picture_uses_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id) ON DELETE CASCADE
);
CREATE INDEX picture_uses_by_user ON picture_uses USING btree (used_by);
CREATE INDEX picture_uses_ending ON picture_uses USING btree (ends_at) WHERE ((ends_at IS NOT NULL) AND (NOT ended));

create table picture_words (
  picture_id text not null,
  words text not null,
  search tsvector not null,
  constraint picture_words_pkey PRIMARY KEY (picture_id),
  constraint picture_words_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id) ON DELETE CASCADE
);
CREATE INDEX picture_words_by_form ON picture_words USING gin (search);
CREATE INDEX picture_words_by_part ON picture_words USING gin (words gin_trgm_ops);

create table pictures (
  id text not null,
  original text not null,
  name text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  bytes bigint not null,
  colour text default '#d9d5cc'::text not null,
  caption text default ''::text not null,
  credit text default ''::text not null,
  alt text default ''::text not null,
  language text not null,
  metadata jsonb default '{}'::jsonb not null,
  state text default 'making'::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  made text default ''::text not null,
  decorative boolean default false not null,
  source_type text default ''::text not null,
  usable_until timestamp with time zone,
  ended boolean default false not null,
  blocked_at timestamp with time zone,
  block_reason text default ''::text not null,
  focal_x real,
  focal_y real,
  guess_x real default 0.5 not null,
  guess_y real default 0.5 not null,
  frames integer default 1 not null,
  cropped text default ''::text not null,
  perceptual_hash bit(64),
  hash_bands integer[] generated always as (ARRAY[((SUBSTRING(perceptual_hash FROM 1 FOR 16))::bit(16))::integer, (((SUBSTRING(perceptual_hash FROM 17 FOR 16))::bit(16))::integer + 65536), (((SUBSTRING(perceptual_hash FROM 33 FOR 16))::bit(16))::integer + 131072), (((SUBSTRING(perceptual_hash FROM 49 FOR 16))::bit(16))::integer + 196608)]) stored,
  stated jsonb default '{}'::jsonb not null,
  usable_by text[] default '{}'::text[] not null,
  days integer,
  only_with text,
  taken_on date,
  end_told boolean default false not null,
  constraint pictures_pkey PRIMARY KEY (id),
  constraint pictures_days_check CHECK (((days >= 1) AND (days <= 36500))),
  constraint pictures_focal_x_check CHECK (((focal_x >= (0)::double precision) AND (focal_x <= (1)::double precision))),
  constraint pictures_focal_y_check CHECK (((focal_y >= (0)::double precision) AND (focal_y <= (1)::double precision))),
  constraint pictures_focus_check CHECK (((focal_x IS NULL) = (focal_y IS NULL))),
  constraint pictures_frames_check CHECK ((frames > 0)),
  constraint pictures_guess_x_check CHECK (((guess_x >= (0)::double precision) AND (guess_x <= (1)::double precision))),
  constraint pictures_guess_y_check CHECK (((guess_y >= (0)::double precision) AND (guess_y <= (1)::double precision))),
  constraint pictures_state_check CHECK ((state = ANY (ARRAY['making'::text, 'ready'::text, 'failed'::text])))
);
CREATE INDEX pictures_blocked ON pictures USING btree (created_at DESC, id DESC) WHERE (blocked_at IS NOT NULL);
CREATE INDEX pictures_by_credit ON pictures USING gin (lower(credit) gin_trgm_ops);
CREATE INDEX pictures_by_day ON pictures USING btree (taken_on) WHERE (taken_on IS NOT NULL);
CREATE INDEX pictures_by_end ON pictures USING btree (usable_until) WHERE (usable_until IS NOT NULL);
CREATE INDEX pictures_by_look ON pictures USING gin (hash_bands) WHERE (perceptual_hash IS NOT NULL);
CREATE INDEX pictures_by_original ON pictures USING btree (original);
CREATE INDEX pictures_by_source_type ON pictures USING btree (source_type) WHERE (source_type <> ''::text);
CREATE INDEX pictures_by_time ON pictures USING btree (created_at DESC, id DESC);
CREATE INDEX pictures_by_uploader ON pictures USING btree (created_by, created_at DESC);
CREATE INDEX pictures_end_to_tell ON pictures USING btree (usable_until) WHERE ((usable_until IS NOT NULL) AND (NOT ended) AND (NOT end_told));
CREATE INDEX pictures_ending ON pictures USING btree (usable_until) WHERE ((usable_until IS NOT NULL) AND (NOT ended));
CREATE INDEX pictures_without_alt ON pictures USING btree (created_at DESC, id DESC) WHERE ((btrim(alt) = ''::text) AND (NOT decorative));
CREATE INDEX pictures_without_credit ON pictures USING btree (created_at DESC, id DESC) WHERE (btrim(credit) = ''::text);

create table public_stories (
  story_id text not null,
  version integer not null,
  content jsonb not null,
  teaser jsonb not null,
  section_id text not null,
  language text not null,
  headline text not null,
  published_at timestamp with time zone not null,
  updated_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  continues text,
  translation_group text not null,
  search tsvector not null,
  title_search tsvector not null,
  constraint public_stories_pkey PRIMARY KEY (story_id),
  constraint public_stories_section_id_fkey FOREIGN KEY (section_id) REFERENCES sections(id),
  constraint public_stories_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX public_stories_by_change ON public_stories USING btree (changed_at DESC, story_id DESC);
CREATE INDEX public_stories_by_language ON public_stories USING btree (language, published_at DESC, story_id DESC);
CREATE INDEX public_stories_by_time ON public_stories USING btree (published_at DESC, story_id DESC);
CREATE INDEX public_stories_continuing ON public_stories USING btree (continues, published_at DESC) WHERE (continues IS NOT NULL);
CREATE INDEX public_stories_search ON public_stories USING gin (search);
CREATE INDEX public_stories_title_search ON public_stories USING gin (title_search);
CREATE INDEX public_stories_translations ON public_stories USING btree (translation_group);

create table publication (
  id integer not null,
  version integer default 1 not null,
  name text not null,
  short_name text not null,
  tagline text default ''::text not null,
  accent text default '#a4161a'::text not null,
  languages text[] default '{de}'::text[] not null,
  time_zone text default 'Europe/Zurich'::text not null,
  address_form text default 'sie'::text not null,
  contact jsonb default '{}'::jsonb not null,
  imprint jsonb default '{}'::jsonb not null,
  logo text,
  changed_at timestamp with time zone not null,
  logo_type text,
  logo_width integer,
  logo_height integer,
  icons jsonb default '{}'::jsonb not null,
  constraint publication_pkey PRIMARY KEY (id),
  constraint publication_address_form_check CHECK ((address_form = ANY (ARRAY['du'::text, 'sie'::text]))),
  constraint publication_id_check CHECK ((id = 1))
);

create table reader_attempts (
  key_hash text not null,
  count integer not null,
  ends_at timestamp with time zone not null,
  constraint reader_attempts_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX reader_attempts_by_end ON reader_attempts USING btree (ends_at);

create table reader_credentials (
  account_id text not null,
  password text,
  totp_secret text,
  totp_since timestamp with time zone,
  totp_step bigint default 0 not null,
  constraint reader_credentials_pkey PRIMARY KEY (account_id),
  constraint reader_credentials_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);

create table reader_links (
  token_hash text not null,
  kind text not null,
  account_id text,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  detail text,
  constraint reader_links_pkey PRIMARY KEY (token_hash),
  constraint reader_links_check CHECK (((account_id IS NULL) = (kind = 'passkey'::text))),
  constraint reader_links_kind_check CHECK ((kind = ANY (ARRAY['sign-in'::text, 'email'::text, 'passkey'::text]))),
  constraint reader_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX reader_links_by_account ON reader_links USING btree (account_id);
CREATE INDEX reader_links_by_end ON reader_links USING btree (ends_at);

create table reader_muted (
  account_id text not null,
  kind text not null,
  muted_at timestamp with time zone not null,
  constraint reader_muted_pkey PRIMARY KEY (account_id, kind),
  constraint reader_muted_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);

create table reader_passkeys (
  id text not null,
  account_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] default '{}'::text[] not null,
  made_on text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint reader_passkeys_pkey PRIMARY KEY (id),
  constraint reader_passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX reader_passkeys_by_account ON reader_passkeys USING btree (account_id, created_at);

create table reader_recovery_codes (
  code_hash text not null,
  account_id text not null,
  constraint reader_recovery_codes_pkey PRIMARY KEY (code_hash),
  constraint reader_recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX reader_recovery_codes_by_account ON reader_recovery_codes USING btree (account_id);

create table reader_sessions (
  id text not null,
  token_hash text not null,
  account_id text not null,
  second_due boolean not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  agent text not null,
  constraint reader_sessions_pkey PRIMARY KEY (id),
  constraint reader_sessions_token_hash_key UNIQUE (token_hash),
  constraint reader_sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES readers(id) ON DELETE CASCADE
);
CREATE INDEX reader_sessions_by_account ON reader_sessions USING btree (account_id, seen_at DESC);
CREATE INDEX reader_sessions_by_end ON reader_sessions USING btree (ends_at);

create table readers (
  id text not null,
  email text not null,
  name text,
  name_key text,
  name_changed_at timestamp with time zone,
  language text not null,
  created_at timestamp with time zone not null,
  verified_at timestamp with time zone,
  seen_at timestamp with time zone not null,
  told_at timestamp with time zone,
  notice_key text not null,
  constraint readers_pkey PRIMARY KEY (id),
  constraint readers_name_key_key UNIQUE (name_key),
  constraint readers_check CHECK (((name IS NULL) = (name_key IS NULL))),
  constraint readers_check1 CHECK (((verified_at IS NULL) OR (name IS NOT NULL))),
  constraint readers_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'en'::text])))
);
CREATE UNIQUE INDEX readers_by_email ON readers USING btree (lower(email));
CREATE INDEX readers_by_visit ON readers USING btree (seen_at) WHERE (verified_at IS NOT NULL);
CREATE INDEX readers_unverified ON readers USING btree (created_at) WHERE (verified_at IS NULL);

create table sample_things (
  kind text not null,
  id text not null,
  fingerprint text not null,
  constraint sample_things_pkey PRIMARY KEY (kind, id)
);

create table seals (
  id bigint generated always as identity not null,
  kind text not null,
  reference text not null,
  sealed_at timestamp with time zone not null,
  by_name text not null,
  reason text not null,
  constraint seals_pkey PRIMARY KEY (id),
  constraint seals_kind_reference_key UNIQUE (kind, reference),
  constraint seals_kind_check CHECK ((kind = ANY (ARRAY['version'::text, 'object'::text])))
);

create table section_paths (
  path text not null,
  section_id text not null,
  left_at timestamp with time zone not null,
  constraint section_paths_pkey PRIMARY KEY (path),
  constraint section_paths_section_id_fkey FOREIGN KEY (section_id) REFERENCES sections(id)
);

create table sections (
  id text not null,
  path text not null,
  parent_id text,
  names jsonb not null,
  language text not null,
  "position" integer default 0 not null,
  defaults jsonb default '{}'::jsonb not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint sections_pkey PRIMARY KEY (id),
  constraint sections_path_key UNIQUE (path),
  constraint sections_path_check CHECK ((path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'::text)),
  constraint sections_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES sections(id)
);
CREATE INDEX sections_by_parent ON sections USING btree (parent_id, "position");

create table social_pictures (
  story_id text not null,
  made text not null,
  address text not null,
  made_at timestamp with time zone not null,
  constraint social_pictures_pkey PRIMARY KEY (story_id),
  constraint social_pictures_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX social_pictures_by_address ON social_pictures USING btree (address);
CREATE INDEX social_pictures_by_made ON social_pictures USING btree (made);

create table staff (
  id text not null,
  name text not null,
  email text not null,
  role text not null,
  language text default 'de'::text not null,
  may_sign_in boolean default true not null,
  invited_at timestamp with time zone not null,
  joined_at timestamp with time zone,
  suspended_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_language_check CHECK ((language = ANY (ARRAY['de'::text, 'fr'::text, 'it'::text, 'en'::text]))),
  constraint staff_role_check CHECK ((role = ANY (ARRAY['freelancer'::text, 'reporter'::text, 'editor'::text, 'picture-editor'::text, 'moderator'::text, 'fundraiser'::text, 'publisher'::text, 'administrator'::text])))
);
CREATE UNIQUE INDEX staff_by_email ON staff USING btree (lower(email));
CREATE INDEX staff_by_name ON staff USING btree (lower(name), id);

create table staff_attempts (
  key_hash text not null,
  count integer not null,
  ends_at timestamp with time zone not null,
  constraint staff_attempts_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX staff_attempts_by_end ON staff_attempts USING btree (ends_at);

create table staff_credentials (
  account_id text not null,
  password text,
  totp_secret text,
  totp_since timestamp with time zone,
  totp_step bigint default 0 not null,
  constraint staff_credentials_pkey PRIMARY KEY (account_id),
  constraint staff_credentials_account_id_fkey FOREIGN KEY (account_id) REFERENCES staff(id) ON DELETE CASCADE
);

create table staff_links (
  token_hash text not null,
  kind text not null,
  account_id text,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  used_at timestamp with time zone,
  detail text,
  constraint staff_links_pkey PRIMARY KEY (token_hash),
  constraint staff_links_check CHECK (((account_id IS NULL) = (kind = 'first-administrator'::text))),
  constraint staff_links_kind_check CHECK ((kind = ANY (ARRAY['sign-in'::text, 'invitation'::text, 'first-administrator'::text]))),
  constraint staff_links_account_id_fkey FOREIGN KEY (account_id) REFERENCES staff(id) ON DELETE CASCADE
);
CREATE INDEX staff_links_by_account ON staff_links USING btree (account_id);
CREATE INDEX staff_links_by_end ON staff_links USING btree (ends_at);

create table staff_recovery_codes (
  code_hash text not null,
  account_id text not null,
  constraint staff_recovery_codes_pkey PRIMARY KEY (code_hash),
  constraint staff_recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES staff(id) ON DELETE CASCADE
);
CREATE INDEX staff_recovery_codes_by_account ON staff_recovery_codes USING btree (account_id);

create table staff_sessions (
  id text not null,
  token_hash text not null,
  account_id text not null,
  second_due boolean not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  agent text not null,
  constraint staff_sessions_pkey PRIMARY KEY (id),
  constraint staff_sessions_token_hash_key UNIQUE (token_hash),
  constraint staff_sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES staff(id) ON DELETE CASCADE
);
CREATE INDEX staff_sessions_by_account ON staff_sessions USING btree (account_id, seen_at DESC);
CREATE INDEX staff_sessions_by_end ON staff_sessions USING btree (ends_at);

create table stories (
  id text not null,
  phase text default 'draft'::text not null,
  standing text default 'unpublished'::text not null,
  working jsonb not null,
  working_version integer default 1 not null,
  section_id text not null,
  headline text not null,
  language text not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  changed_by_name text not null,
  assigned text[] default '{}'::text[] not null,
  note text default ''::text not null,
  embargo_until timestamp with time zone,
  scheduled_at timestamp with time zone,
  scheduled_significant boolean default false not null,
  scheduled_by text,
  scheduled_version integer,
  scheduled_working_version integer,
  public_version integer,
  published_working_version integer,
  first_published_at timestamp with time zone,
  sense_changed_at timestamp with time zone,
  published_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_notice text,
  constraint stories_pkey PRIMARY KEY (id),
  constraint stories_check CHECK (((phase <> 'scheduled'::text) OR ((scheduled_at IS NOT NULL) AND (scheduled_version IS NOT NULL)))),
  constraint stories_phase_check CHECK ((phase = ANY (ARRAY['draft'::text, 'submitted'::text, 'scheduled'::text]))),
  constraint stories_standing_check CHECK ((standing = ANY (ARRAY['unpublished'::text, 'public'::text, 'withdrawn'::text, 'discarded'::text]))),
  constraint stories_section_id_fkey FOREIGN KEY (section_id) REFERENCES sections(id)
);
CREATE INDEX stories_by_assigned ON stories USING gin (assigned);
CREATE INDEX stories_by_change ON stories USING btree (changed_at DESC, id DESC) WHERE (standing <> 'discarded'::text);
CREATE INDEX stories_by_creator ON stories USING btree (created_by, changed_at DESC, id DESC);
CREATE INDEX stories_by_section ON stories USING btree (section_id, changed_at DESC, id DESC);
CREATE INDEX stories_due ON stories USING btree (scheduled_at) WHERE (phase = 'scheduled'::text);

create table story_corrections (
  id text not null,
  story_id text not null,
  at timestamp with time zone not null,
  text text not null,
  by_id text not null,
  by_name text not null,
  constraint story_corrections_pkey PRIMARY KEY (id),
  constraint story_corrections_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX story_corrections_by_story ON story_corrections USING btree (story_id, at);
CREATE INDEX story_corrections_by_time ON story_corrections USING btree (at DESC);

create table story_places (
  kind text not null,
  place_id text not null,
  published_at timestamp with time zone not null,
  story_id text not null,
  constraint story_places_pkey PRIMARY KEY (kind, place_id, published_at, story_id),
  constraint story_places_kind_check CHECK ((kind = ANY (ARRAY['section'::text, 'topic'::text, 'author'::text, 'agency'::text]))),
  constraint story_places_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX story_places_by_story ON story_places USING btree (story_id);

create table story_presence (
  story_id text not null,
  tab text not null,
  staff_id text not null,
  staff_name text not null,
  seen_at timestamp with time zone not null,
  constraint story_presence_pkey PRIMARY KEY (story_id, tab),
  constraint story_presence_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);

create table story_previews (
  token_hash text not null,
  story_id text not null,
  ends_at timestamp with time zone not null,
  created_by text not null,
  constraint story_previews_pkey PRIMARY KEY (token_hash),
  constraint story_previews_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);

create table story_uses (
  kind text not null,
  thing_id text not null,
  story_id text not null,
  place text not null,
  constraint story_uses_pkey PRIMARY KEY (kind, thing_id, story_id, place),
  constraint story_uses_place_check CHECK ((place = ANY (ARRAY['working'::text, 'public'::text]))),
  constraint story_uses_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);
CREATE INDEX story_uses_by_story ON story_uses USING btree (story_id);

create table story_versions (
  story_id text not null,
  number integer not null,
  content jsonb not null,
  reason text not null,
  at timestamp with time zone not null,
  by_id text not null,
  by_name text not null,
  working_version integer not null,
  sealed boolean default false not null,
  constraint story_versions_pkey PRIMARY KEY (story_id, number),
  constraint story_versions_reason_check CHECK ((reason = ANY (ARRAY['save'::text, 'autosave'::text, 'hand-over'::text, 'publish'::text, 'author'::text, 'restore'::text, 'discard'::text]))),
  constraint story_versions_story_id_fkey FOREIGN KEY (story_id) REFERENCES stories(id) ON DELETE CASCADE
);

create table story_words (
  language text not null,
  word text not null,
  constraint story_words_pkey PRIMARY KEY (language, word)
);
CREATE INDEX story_words_by_ending ON story_words USING btree (language, reverse(word) text_pattern_ops);
CREATE INDEX story_words_by_likeness ON story_words USING gin (word gin_trgm_ops);

create table tokens (
  id text not null,
  name text not null,
  role text not null,
  token_hash text not null,
  created_at timestamp with time zone not null,
  created_by_name text not null,
  ends_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint tokens_pkey PRIMARY KEY (id),
  constraint tokens_token_hash_key UNIQUE (token_hash),
  constraint tokens_role_check CHECK ((role = ANY (ARRAY['freelancer'::text, 'reporter'::text, 'editor'::text, 'picture-editor'::text, 'moderator'::text, 'fundraiser'::text, 'publisher'::text, 'administrator'::text])))
);
CREATE INDEX tokens_by_time ON tokens USING btree (created_at DESC, id DESC);

create table topics (
  id text not null,
  slug text not null,
  name text not null,
  language text not null,
  created_at timestamp with time zone not null,
  constraint topics_pkey PRIMARY KEY (id),
  constraint topics_slug_key UNIQUE (slug)
);
CREATE UNIQUE INDEX topics_by_name ON topics USING btree (lower(name), language);

create table uploads (
  id text not null,
  kind text not null,
  name text not null,
  said jsonb default '{}'::jsonb not null,
  bytes bigint not null,
  state text default 'coming'::text not null,
  subject text,
  refusal jsonb,
  by_id text not null,
  by jsonb not null,
  begun_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  held_by text,
  held_until timestamp with time zone,
  wanted boolean default false not null,
  constraint uploads_pkey PRIMARY KEY (id),
  constraint uploads_state_check CHECK ((state = ANY (ARRAY['coming'::text, 'arrived'::text, 'kept'::text, 'refused'::text])))
);
CREATE INDEX uploads_left ON uploads USING btree (touched_at);
CREATE INDEX uploads_of ON uploads USING btree (by_id) WHERE (state = 'coming'::text);
CREATE INDEX uploads_read ON uploads USING btree (held_until) WHERE (state = 'arrived'::text);

create table video_captions (
  video_id text not null,
  language text not null,
  text text not null,
  cues integer not null,
  constraint video_captions_pkey PRIMARY KEY (video_id, language),
  constraint video_captions_video_id_fkey FOREIGN KEY (video_id) REFERENCES videos(id) ON DELETE CASCADE
);

create table video_renditions (
  video_id text not null,
  kind text not null,
  width integer not null,
  height integer not null,
  address text not null,
  bytes bigint not null,
  codecs text not null,
  bandwidth integer not null,
  playlist text default ''::text not null,
  constraint video_renditions_pkey PRIMARY KEY (video_id, kind, height),
  constraint video_renditions_kind_check CHECK ((kind = ANY (ARRAY['file'::text, 'stream'::text]))),
  constraint video_renditions_video_id_fkey FOREIGN KEY (video_id) REFERENCES videos(id) ON DELETE CASCADE
);
CREATE INDEX video_renditions_address ON video_renditions USING btree (address);

create table videos (
  id text not null,
  original text not null,
  name text not null,
  media_type text not null,
  video_codec text not null,
  audio_codec text,
  codecs text not null,
  playable boolean not null,
  width integer not null,
  height integer not null,
  duration integer,
  bytes bigint not null,
  title text default ''::text not null,
  description text default ''::text not null,
  credit text default ''::text not null,
  language text not null,
  poster text,
  poster_x smallint default 50 not null,
  poster_y smallint default 50 not null,
  conversion text default 'none'::text not null,
  progress smallint default 0 not null,
  blocked_at timestamp with time zone,
  block_reason text default ''::text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by text not null,
  constraint videos_pkey PRIMARY KEY (id),
  constraint videos_conversion_check CHECK ((conversion = ANY (ARRAY['none'::text, 'waiting'::text, 'running'::text, 'done'::text, 'stopped'::text, 'failed'::text]))),
  constraint videos_poster_x_check CHECK (((poster_x >= 0) AND (poster_x <= 100))),
  constraint videos_poster_y_check CHECK (((poster_y >= 0) AND (poster_y <= 100))),
  constraint videos_poster_fkey FOREIGN KEY (poster) REFERENCES pictures(id) ON DELETE SET NULL
);
CREATE INDEX videos_newest ON videos USING btree (created_at DESC, id DESC);
CREATE INDEX videos_original ON videos USING btree (original);
CREATE INDEX videos_poster ON videos USING btree (poster) WHERE (poster IS NOT NULL);

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the log of acts is append-only';
end $function$

CREATE OR REPLACE FUNCTION refuse_rewriting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a decision is never rewritten';
end $function$
