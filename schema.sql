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

create table fronts (
  id text not null,
  slots jsonb default '[]'::jsonb not null,
  fill boolean default true not null,
  version integer default 1 not null,
  changed_at timestamp with time zone not null,
  constraint fronts_pkey PRIMARY KEY (id)
);

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
  constraint pictures_pkey PRIMARY KEY (id),
  constraint pictures_focal_x_check CHECK (((focal_x >= (0)::double precision) AND (focal_x <= (1)::double precision))),
  constraint pictures_focal_y_check CHECK (((focal_y >= (0)::double precision) AND (focal_y <= (1)::double precision))),
  constraint pictures_focus_check CHECK (((focal_x IS NULL) = (focal_y IS NULL))),
  constraint pictures_frames_check CHECK ((frames > 0)),
  constraint pictures_guess_x_check CHECK (((guess_x >= (0)::double precision) AND (guess_x <= (1)::double precision))),
  constraint pictures_guess_y_check CHECK (((guess_y >= (0)::double precision) AND (guess_y <= (1)::double precision))),
  constraint pictures_state_check CHECK ((state = ANY (ARRAY['making'::text, 'ready'::text, 'failed'::text])))
);
CREATE INDEX pictures_by_look ON pictures USING gin (hash_bands) WHERE (perceptual_hash IS NOT NULL);
CREATE INDEX pictures_by_original ON pictures USING btree (original);
CREATE INDEX pictures_by_time ON pictures USING btree (created_at DESC, id DESC);
CREATE INDEX pictures_ending ON pictures USING btree (usable_until) WHERE ((usable_until IS NOT NULL) AND (NOT ended));

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

CREATE OR REPLACE FUNCTION refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the log of acts is append-only';
end $function$
