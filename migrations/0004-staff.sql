-- Staff: who works in the newsroom, how they sign in, and the programs that act for it. Mails that try again.

create table staff (
  id text primary key,
  name text not null,
  email text not null,
  role text not null check (role in ('freelancer', 'reporter', 'editor', 'picture-editor', 'moderator', 'fundraiser', 'publisher', 'administrator')),
  language text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  -- people of the sample newsroom are names only: nobody can become them
  may_sign_in boolean not null default true,
  invited_at timestamptz not null,
  -- null while the invitation has not been accepted
  joined_at timestamptz,
  suspended_at timestamptz
);
create unique index staff_by_email on staff (lower(email));
create index staff_by_name on staff (lower(name), id);

-- The five tables of a sign-in (platform/signin). Secrets stand here as SHA-256 only, passwords as scrypt.
create table staff_credentials (
  account_id text primary key references staff (id) on delete cascade,
  password text,
  totp_secret text,
  -- null while the app has not yet shown its first code
  totp_since timestamptz,
  -- the step of the last accepted code: neither it nor an earlier one is accepted again
  totp_step bigint not null default 0
);
create table staff_recovery_codes (
  code_hash text primary key,
  account_id text not null references staff (id) on delete cascade
);
create index staff_recovery_codes_by_account on staff_recovery_codes (account_id);
create table staff_sessions (
  id text primary key,
  token_hash text not null unique,
  account_id text not null references staff (id) on delete cascade,
  -- true until the second factor is shown: opens nothing but the page that asks for it
  second_due boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null
);
create index staff_sessions_by_account on staff_sessions (account_id, seen_at desc);
create index staff_sessions_by_end on staff_sessions (ends_at);
create table staff_links (
  token_hash text primary key,
  kind text not null check (kind in ('sign-in', 'invitation', 'first-administrator')),
  -- null only for the link of the first administrator, who has no account yet
  account_id text references staff (id) on delete cascade,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  check ((account_id is null) = (kind = 'first-administrator'))
);
create index staff_links_by_account on staff_links (account_id);
create index staff_links_by_end on staff_links (ends_at);
create table staff_attempts (
  -- SHA-256 of whom and what is limited: no address of a person stands here
  key_hash text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index staff_attempts_by_end on staff_attempts (ends_at);

create table tokens (
  id text primary key,
  name text not null,
  role text not null check (role in ('freelancer', 'reporter', 'editor', 'picture-editor', 'moderator', 'fundraiser', 'publisher', 'administrator')),
  token_hash text not null unique,
  created_at timestamptz not null,
  created_by_name text not null,
  ends_at timestamptz,
  last_used_at timestamptz
);
create index tokens_by_time on tokens (created_at desc, id desc);

-- When a mail is to be tried (again), and when nobody will try any more.
alter table mails add column due_at timestamptz;
alter table mails add column given_up_at timestamptz;
create index mails_due on mails (due_at) where sent_at is null and given_up_at is null;

-- The logo's form, and the icons made from it: size in pixels to object.
alter table publication add column logo_type text;
alter table publication add column logo_width integer;
alter table publication add column logo_height integer;
alter table publication add column icons jsonb not null default '{}';
