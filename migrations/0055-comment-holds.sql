-- Who is reading which waiting comment: two moderators never have the same one before them. A hold ends by itself.
create table comment_holds (
  comment_id text primary key references comments (id) on delete cascade,
  holder_id text not null,
  holder_name text not null,
  ends_at timestamptz not null
);
create index comment_holds_ending on comment_holds (ends_at);
