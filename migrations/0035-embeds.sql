-- What other houses show on our pages: on the administrator's list, and not before the reader asks for it.
create table embed_providers (
  -- of those that the program knows, the name that it knows them by
  id text primary key,
  own boolean not null,
  name text not null,
  -- who learns of the reader
  company text not null,
  enabled boolean not null,
  -- whose pages can be embedded
  hosts text[] not null,
  -- from where their frames come
  frame_hosts text[] not null,
  -- where to ask about a page (oEmbed); null: the page says so itself
  endpoint text,
  version integer not null
);

create table embeds (
  id text primary key,
  provider text not null,
  -- the page that it shows
  url text not null,
  -- the address of the frame; null: only a link
  frame text,
  -- of the frame: width by height; or pixels
  ratio double precision,
  height integer,
  title text not null default '',
  author text not null default '',
  language text not null,
  -- the provider's own picture of it, as it named it
  thumbnail text,
  poster text references pictures on delete set null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null
);
create index embeds_poster on embeds (poster) where poster is not null;
