-- The house itself: the log of acts, the outbox of mails, the seals.

create table acts (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'token', 'program')),
  by_id text not null,
  by_name text not null,
  act text not null,
  subject text not null,
  detail jsonb not null default '{}'
);
create index acts_by_time on acts (at desc, id desc);
create index acts_by_subject on acts (subject, id desc);
create index acts_by_actor on acts (by_id, id desc);

-- The log is append-only, for the program too.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the log of acts is append-only';
end $$;
create trigger acts_append_only before update or delete on acts for each row execute function refuse_change();

create table mails (
  id bigint generated always as identity primary key,
  recipient text not null,
  subject text not null,
  body_text text not null,
  body_html text not null,
  ordered_at timestamptz not null,
  sent_at timestamptz,
  kept_as text,
  attempts integer not null default 0,
  last_error text
);
create index mails_by_time on mails (ordered_at desc, id desc);

-- What the law made us remove: the log keeps that it happened, a restore replays it.
create table seals (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('version', 'object')),
  reference text not null,
  sealed_at timestamptz not null,
  by_name text not null,
  reason text not null,
  unique (kind, reference)
);
