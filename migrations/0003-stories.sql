-- Stories: a working copy, its versions, at most one public version; what readers find.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- How words are found in each language: without accents, by their stem.
create text search configuration words_de (copy = german);
alter text search configuration words_de alter mapping for hword, hword_part, word with unaccent, german_stem;
create text search configuration words_fr (copy = french);
alter text search configuration words_fr alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration words_it (copy = italian);
alter text search configuration words_it alter mapping for hword, hword_part, word with unaccent, italian_stem;
create text search configuration words_en (copy = english);
alter text search configuration words_en alter mapping for hword, hword_part, word with unaccent, english_stem;
create text search configuration words_any (copy = simple);
alter text search configuration words_any alter mapping for hword, hword_part, word with unaccent, simple;

create table stories (
  id text primary key,
  phase text not null default 'draft' check (phase in ('draft', 'submitted', 'scheduled')),
  standing text not null default 'unpublished' check (standing in ('unpublished', 'public', 'withdrawn', 'discarded')),
  working jsonb not null,
  working_version integer not null default 1,
  -- the same as in the working copy, for the desk's list
  section_id text not null references sections (id),
  headline text not null,
  language text not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  assigned text[] not null default '{}',
  note text not null default '',
  embargo_until timestamptz,
  scheduled_at timestamptz,
  scheduled_significant boolean not null default false,
  scheduled_by text,
  -- what was approved is what is published: the version that will be public at that time
  scheduled_version integer,
  scheduled_working_version integer,
  public_version integer,
  -- the working version that was published: another number says 'has unpublished changes'
  published_working_version integer,
  first_published_at timestamptz,
  sense_changed_at timestamptz,
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_notice text,
  check (phase <> 'scheduled' or (scheduled_at is not null and scheduled_version is not null))
);
create index stories_by_change on stories (changed_at desc, id desc) where standing <> 'discarded';
create index stories_by_section on stories (section_id, changed_at desc, id desc);
create index stories_due on stories (scheduled_at) where phase = 'scheduled';
create index stories_by_creator on stories (created_by, changed_at desc, id desc);
create index stories_by_assigned on stories using gin (assigned);

create table story_versions (
  story_id text not null references stories (id) on delete cascade,
  number integer not null,
  content jsonb not null,
  reason text not null check (reason in ('save', 'autosave', 'hand-over', 'publish', 'author', 'restore', 'discard')),
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  working_version integer not null,
  sealed boolean not null default false,
  primary key (story_id, number)
);

-- One row for each public story: what lists, pages and search read. Written with publish, removed with withdraw.
create table public_stories (
  story_id text primary key references stories (id) on delete cascade,
  version integer not null,
  content jsonb not null,
  -- what lists show: the content without its body
  teaser jsonb not null,
  section_id text not null references sections (id),
  language text not null,
  headline text not null,
  published_at timestamptz not null,
  updated_at timestamptz,
  changed_at timestamptz not null,
  continues text,
  -- translations of each other have one group: the id of the first of them
  translation_group text not null,
  search tsvector not null,
  title_search tsvector not null
);
create index public_stories_by_time on public_stories (published_at desc, story_id desc);
create index public_stories_by_language on public_stories (language, published_at desc, story_id desc);
create index public_stories_by_change on public_stories (changed_at desc, story_id desc);
create index public_stories_continuing on public_stories (continues, published_at desc) where continues is not null;
create index public_stories_translations on public_stories (translation_group);
create index public_stories_search on public_stories using gin (search);

-- Where a public story stands: its sections and all above them, its topics, its authors, its agencies.
create table story_places (
  kind text not null check (kind in ('section', 'topic', 'author', 'agency')),
  place_id text not null,
  published_at timestamptz not null,
  story_id text not null references stories (id) on delete cascade,
  primary key (kind, place_id, published_at, story_id)
);
create index story_places_by_story on story_places (story_id);

create table story_corrections (
  id text primary key,
  story_id text not null references stories (id) on delete cascade,
  at timestamptz not null,
  text text not null,
  by_id text not null,
  by_name text not null
);
create index story_corrections_by_story on story_corrections (story_id, at);
create index story_corrections_by_time on story_corrections (at desc);

create table story_previews (
  token_hash text primary key,
  story_id text not null references stories (id) on delete cascade,
  ends_at timestamptz not null,
  created_by text not null
);

-- Who has a story open just now.
create table story_presence (
  story_id text not null references stories (id) on delete cascade,
  tab text not null,
  staff_id text not null,
  staff_name text not null,
  seen_at timestamptz not null,
  primary key (story_id, tab)
);

create table fronts (
  -- 'front', or the id of a section
  id text primary key,
  slots jsonb not null default '[]',
  fill boolean not null default true,
  version integer not null default 1,
  changed_at timestamptz not null
);

create table pages (
  id text primary key,
  slug text not null unique,
  language text not null,
  title text not null,
  body jsonb not null,
  place text not null default 'footer' check (place in ('footer', 'none')),
  position integer not null default 0,
  public boolean not null default false,
  version integer not null default 1,
  changed_at timestamptz not null
);

-- What the sample newsroom brought, and the state in which it brought it.
create table sample_things (
  kind text not null,
  id text not null,
  fingerprint text not null,
  primary key (kind, id)
);
