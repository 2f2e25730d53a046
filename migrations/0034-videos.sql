-- Films: the file as it came, its qualities, its captions, and what is said of it.
create table videos (
  id text primary key,
  -- the object that holds the file
  original text not null,
  name text not null,
  media_type text not null,
  video_codec text not null,
  audio_codec text,
  -- as browsers are told it (RFC 6381); empty where they cannot play the file as it is
  codecs text not null,
  playable boolean not null,
  -- in pixels, as it is to be seen
  width integer not null,
  height integer not null,
  -- in milliseconds; null where the file does not say
  duration integer,
  bytes bigint not null,
  title text not null default '',
  description text not null default '',
  credit text not null default '',
  language text not null,
  poster text references pictures on delete set null,
  -- which part of the poster is shown where its shape is another, in percent from the left and from the top
  poster_x smallint not null default 50 check (poster_x between 0 and 100),
  poster_y smallint not null default 50 check (poster_y between 0 and 100),
  conversion text not null default 'none' check (conversion in ('none', 'waiting', 'running', 'done', 'stopped', 'failed')),
  -- in percent
  progress smallint not null default 0,
  blocked_at timestamptz,
  block_reason text not null default '',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null
);
create index videos_newest on videos (created_at desc, id desc);
create index videos_original on videos (original);
create index videos_poster on videos (poster) where poster is not null;

create table video_captions (
  video_id text not null references videos on delete cascade,
  language text not null,
  -- WebVTT
  text text not null,
  cues integer not null,
  primary key (video_id, language)
);

create table video_renditions (
  video_id text not null references videos on delete cascade,
  -- file: an MP4, played from anywhere; stream: fragments with their playlist
  kind text not null check (kind in ('file', 'stream')),
  width integer not null,
  height integer not null,
  address text not null,
  bytes bigint not null,
  codecs text not null,
  -- bits in a second at most
  bandwidth integer not null,
  playlist text not null default '',
  primary key (video_id, kind, height)
);
create index video_renditions_address on video_renditions (address);
