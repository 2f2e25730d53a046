-- What may be shown of pictures, until when, and how they came to be.
alter table pictures
  add column decorative boolean not null default false,
  -- a term of the IPTC's vocabulary of digital source types; empty: nobody said
  add column source_type text not null default '',
  add column usable_until timestamptz,
  -- set when usable_until has passed, by whoever finds it first
  add column ended boolean not null default false,
  add column blocked_at timestamptz,
  add column block_reason text not null default '';
create index pictures_ending on pictures (usable_until) where usable_until is not null and not ended;
