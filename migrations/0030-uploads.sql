-- Files on their way in: what was begun, how far it must go, and what came of it. The bytes are in the data folder.
create table uploads (
  id text primary key,
  kind text not null,
  -- as the sender called the file
  name text not null,
  -- what was said of it, by name
  said jsonb not null default '{}',
  bytes bigint not null,
  state text not null default 'coming' check (state in ('coming', 'arrived', 'kept', 'refused')),
  -- what came of it, such as picture:k3f9bcdf
  subject text,
  refusal jsonb,
  -- who sends it: an actor
  by_id text not null,
  by jsonb not null,
  begun_at timestamptz not null,
  -- when the last byte came
  touched_at timestamptz not null,
  -- one writer at a time, of all processes
  held_by text,
  held_until timestamptz,
  wanted boolean not null default false
);
create index uploads_of on uploads (by_id) where state = 'coming';
create index uploads_left on uploads (touched_at);
create index uploads_read on uploads (held_until) where state = 'arrived';
