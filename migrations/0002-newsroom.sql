-- What a newsroom is made of: publication, sections, agencies, authors, topics, pictures.

create table publication (
  id integer primary key check (id = 1),
  version integer not null default 1,
  name text not null,
  short_name text not null,
  tagline text not null default '',
  accent text not null default '#a4161a',
  languages text[] not null default '{de}',
  time_zone text not null default 'Europe/Zurich',
  address_form text not null default 'sie' check (address_form in ('du', 'sie')),
  contact jsonb not null default '{}',
  imprint jsonb not null default '{}',
  logo text,
  changed_at timestamptz not null
);

create table sections (
  id text primary key,
  path text not null unique check (path ~ '^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*$'),
  parent_id text references sections (id),
  names jsonb not null,
  language text not null,
  position integer not null default 0,
  defaults jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null
);
create index sections_by_parent on sections (parent_id, position);

-- Addresses that sections had before: each answers 301 for ever.
create table section_paths (
  path text primary key,
  section_id text not null references sections (id),
  left_at timestamptz not null
);

create table agencies (
  id text primary key,
  slug text not null unique,
  name text not null,
  short_name text not null,
  credit text not null,
  about text not null default '',
  url text,
  version integer not null default 1,
  created_at timestamptz not null
);

create table authors (
  id text primary key,
  slug text not null unique,
  name text not null,
  about text not null default '',
  portrait_id text,
  staff_id text unique,
  version integer not null default 1,
  created_at timestamptz not null
);
create unique index authors_by_name on authors (lower(name));

create table topics (
  id text primary key,
  slug text not null unique,
  name text not null,
  language text not null,
  created_at timestamptz not null
);
create unique index topics_by_name on topics (lower(name), language);

create table pictures (
  id text primary key,
  original text not null,
  name text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  bytes bigint not null,
  colour text not null default '#d9d5cc',
  caption text not null default '',
  credit text not null default '',
  alt text not null default '',
  language text not null,
  metadata jsonb not null default '{}',
  state text not null default 'making' check (state in ('making', 'ready', 'failed')),
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null
);
create index pictures_by_time on pictures (created_at desc, id desc);
create index pictures_by_original on pictures (original);
alter table authors add foreign key (portrait_id) references pictures (id) on delete set null;

create table picture_renditions (
  picture_id text not null references pictures (id) on delete cascade,
  format text not null check (format in ('avif', 'webp', 'jpeg')),
  width integer not null,
  height integer not null,
  address text not null,
  bytes integer not null,
  primary key (picture_id, format, width)
);
create index picture_renditions_by_address on picture_renditions (address);
