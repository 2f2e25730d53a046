-- What people report about comments, why comments were removed, and objections to that
-- (Regulation (EU) 2022/2065, the Digital Services Act, articles 16, 17 and 20).

create table comment_reports (
  id text primary key,
  -- what the person is told: «M-12»
  number integer generated always as identity unique,
  comment_id text not null references comments (id) on delete cascade,
  grounds text not null check (grounds in ('rules', 'law')),
  -- which law, in the person's words
  law text not null default '',
  words text not null,
  -- for the answer; both may be empty
  name text not null default '',
  email text not null default '',
  language text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  -- keyed hash of the network that it came from; ends after a week
  network text,
  -- the same report sent twice is one
  once_key text not null unique,
  outcome text check (outcome in ('removed', 'kept', 'gone')),
  answer text not null default '',
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  decision_id bigint references comment_decisions (id) on delete set null,
  check ((outcome is null) = (decided_at is null))
);
create index comment_reports_open on comment_reports (due_at, id) where outcome is null;
create index comment_reports_by_comment on comment_reports (comment_id, created_at);
create index comment_reports_by_time on comment_reports (created_at);
create index comment_reports_by_network on comment_reports (network, created_at) where network is not null;

-- One for each decision that keeps a comment from readers.
create table comment_statements (
  id text primary key,
  decision_id bigint not null unique references comment_decisions (id) on delete cascade,
  comment_id text not null references comments (id) on delete cascade,
  reader_id text,
  grounds text not null check (grounds in ('rules', 'law')),
  law text not null default '',
  -- whether a machine pointed at it; none ever decides
  found_by_machine boolean not null,
  reported boolean not null,
  created_at timestamptz not null
);
create index comment_statements_by_comment on comment_statements (comment_id, created_at desc);
create index comment_statements_by_time on comment_statements (created_at);

create table comment_objections (
  id text primary key,
  number integer generated always as identity unique,
  statement_id text not null unique references comment_statements (id) on delete cascade,
  words text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  outcome text check (outcome in ('restored', 'upheld')),
  answer text not null default '',
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  check ((outcome is null) = (decided_at is null))
);
create index comment_objections_open on comment_objections (due_at, id) where outcome is null;
create index comment_objections_by_time on comment_objections (created_at);
