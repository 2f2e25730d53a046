-- What other sites show of a story that has no picture: its headline, drawn.
create table social_pictures (
  story_id text primary key references stories (id) on delete cascade,
  -- what it was drawn from: its address
  made text not null,
  -- the object that holds it
  address text not null,
  made_at timestamptz not null
);
create index social_pictures_by_made on social_pictures (made);
create index social_pictures_by_address on social_pictures (address);
