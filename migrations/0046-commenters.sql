-- Those who comment, as moderators know them; and words that deserve a look.

-- Where a reader stands. No row: like everybody.
create table commenter_standings (
  reader_id text primary key references readers (id) on delete cascade,
  trust text not null default 'usual' check (trust in ('usual', 'trusted', 'watched')),
  suspended_until timestamptz,
  banned_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null
);

-- What moderators noted and did, for ever: notes, warnings, suspensions, bans, trust.
create table commenter_marks (
  id bigint generated always as identity primary key,
  reader_id text not null references readers (id) on delete cascade,
  at timestamptz not null,
  by_id text not null,
  by_name text not null,
  kind text not null check (kind in ('note', 'warning', 'suspension', 'ban', 'lift', 'trust')),
  words text not null default '',
  -- of a suspension
  until timestamptz,
  -- of trust: the new one
  trust text check (trust in ('usual', 'trusted', 'watched')),
  comment_id text references comments (id) on delete set null
);
create index commenter_marks_by_reader on commenter_marks (reader_id, id desc);

create table comment_words (
  id text primary key,
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  word text not null,
  -- its stems, in order: what a comment is asked for
  stems tsquery not null,
  added_at timestamptz not null,
  added_by text not null,
  unique (language, word)
);
