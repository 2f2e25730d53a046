-- Readers: their accounts, apart from the staff's, and how they sign in.

create table readers (
  id text primary key,
  email text not null,
  -- as it is shown beside a comment; null until the address is confirmed
  name text,
  -- what names that look the same have in common
  name_key text unique,
  name_changed_at timestamptz,
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  created_at timestamptz not null,
  -- when the address was confirmed for the first time
  verified_at timestamptz,
  -- the day of the last visit, to the nearest day
  seen_at timestamptz not null,
  -- when it was said that the account will be removed unless it is used
  told_at timestamptz,
  -- signs the links that switch a notice off; opens nothing else
  notice_key text not null,
  check ((name is null) = (name_key is null)),
  check (verified_at is null or name is not null)
);
create unique index readers_by_email on readers (lower(email));
create index readers_unverified on readers (created_at) where verified_at is null;
create index readers_by_visit on readers (seen_at) where verified_at is not null;

-- The five tables of a sign-in (platform/signin). Secrets stand here as SHA-256 only, passwords as scrypt.
create table reader_credentials (
  account_id text primary key references readers (id) on delete cascade,
  password text,
  totp_secret text,
  totp_since timestamptz,
  totp_step bigint not null default 0
);
create table reader_recovery_codes (
  code_hash text primary key,
  account_id text not null references readers (id) on delete cascade
);
create index reader_recovery_codes_by_account on reader_recovery_codes (account_id);
create table reader_sessions (
  id text primary key,
  token_hash text not null unique,
  account_id text not null references readers (id) on delete cascade,
  second_due boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  agent text not null
);
create index reader_sessions_by_account on reader_sessions (account_id, seen_at desc);
create index reader_sessions_by_end on reader_sessions (ends_at);
create table reader_links (
  token_hash text primary key,
  kind text not null check (kind in ('sign-in', 'email', 'passkey')),
  -- null for the challenge of a passkey: who it is turns out by the answer
  account_id text references readers (id) on delete cascade,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  -- a new address, or what waits for the address to be confirmed
  detail text,
  check ((account_id is null) = (kind = 'passkey'))
);
create index reader_links_by_account on reader_links (account_id);
create index reader_links_by_end on reader_links (ends_at);
create table reader_attempts (
  key_hash text primary key,
  count integer not null,
  ends_at timestamptz not null
);
create index reader_attempts_by_end on reader_attempts (ends_at);
alter table staff_links add column detail text;

create table reader_passkeys (
  -- the credential's id, base64url
  id text primary key,
  account_id text not null references readers (id) on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  -- the browser and system that it was made with
  made_on text not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index reader_passkeys_by_account on reader_passkeys (account_id, created_at);

-- Notices that a reader has switched off; all others are on.
create table reader_muted (
  account_id text not null references readers (id) on delete cascade,
  kind text not null,
  muted_at timestamptz not null,
  primary key (account_id, kind)
);

-- Headers of a mail beyond the usual, such as where to unsubscribe.
alter table mails add column headers jsonb not null default '{}';
create index mails_by_recipient on mails (lower(recipient));
create index mails_by_end on mails (coalesce(sent_at, given_up_at));

-- Readers act too; their names stand in no log.
alter table acts drop constraint acts_by_kind_check;
alter table acts add constraint acts_by_kind_check check (by_kind in ('staff', 'token', 'program', 'reader'));
