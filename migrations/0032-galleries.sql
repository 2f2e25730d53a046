-- Galleries: pictures in an order, told as one; several stories can show the same.

create table galleries (
  id text primary key,
  title text not null,
  lead text not null default '',
  language text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  changed_by_name text not null,
  -- out of the list and off every page, and can be brought back
  discarded_at timestamptz
);
create index galleries_by_change on galleries (changed_at desc, id desc) where discarded_at is null;

create table gallery_pictures (
  gallery_id text not null references galleries (id) on delete cascade,
  picture_id text not null references pictures (id) on delete cascade,
  position integer not null,
  -- empty: the picture's own
  caption text not null default '',
  primary key (gallery_id, picture_id)
);
create index gallery_pictures_by_picture on gallery_pictures (picture_id);
