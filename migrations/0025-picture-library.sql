-- The picture library: what the newsroom says of a picture beside what its file said, on which terms it may be shown, where it is.
alter table pictures
  -- as the file said it, for ever; metadata is what the newsroom makes of it
  add column stated jsonb not null default '{}',
  -- 'role:editor', 'staff:k3f9bcdf'; empty: anybody
  add column usable_by text[] not null default '{}',
  -- not in the archive after so many days, counted from when readers first saw what shows it
  add column days integer check (days between 1 and 36500),
  -- the only thing that may show it: 'story:k3f9bcdf'
  add column only_with text,
  -- the day on which it was taken, where the file or somebody says so
  add column taken_on date,
  -- that its right will end was told
  add column end_told boolean not null default false;
update pictures set stated = metadata;
create index pictures_by_credit on pictures using gin (lower(credit) gin_trgm_ops);
create index pictures_by_day on pictures (taken_on) where taken_on is not null;
create index pictures_by_uploader on pictures (created_by, created_at desc);
create index pictures_end_to_tell on pictures (usable_until) where usable_until is not null and not ended and not end_told;

-- All that is said of a picture: what a search looks into. Folded for parts of words, as lexemes for their forms.
create table picture_words (
  picture_id text primary key references pictures (id) on delete cascade,
  words text not null,
  search tsvector not null
);
create index picture_words_by_part on picture_words using gin (words gin_trgm_ops);
create index picture_words_by_form on picture_words using gin (search);

-- Where each picture is used, as those tell who use it.
create table picture_uses (
  picture_id text not null references pictures (id) on delete cascade,
  -- 'story:k3f9bcdf'
  used_by text not null,
  -- as the desk calls it, and where it stands there
  title text not null,
  path text not null,
  public boolean not null,
  -- when readers first saw it
  since timestamptz,
  -- since and the picture's days
  ends_at timestamptz,
  ended boolean not null default false,
  end_told boolean not null default false,
  primary key (picture_id, used_by)
);
create index picture_uses_by_user on picture_uses (used_by);
create index picture_uses_ending on picture_uses (ends_at) where ends_at is not null and not ended;

-- Named sets of pictures.
create table picture_collections (
  id text primary key,
  name text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null
);
create unique index picture_collections_by_name on picture_collections (lower(name));
create table collected_pictures (
  collection_id text not null references picture_collections (id) on delete cascade,
  picture_id text not null references pictures (id) on delete cascade,
  added_at timestamptz not null,
  added_by text not null,
  primary key (collection_id, picture_id)
);
create index collected_pictures_by_picture on collected_pictures (picture_id);
