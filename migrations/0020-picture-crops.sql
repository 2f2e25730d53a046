-- What a crop keeps in sight, what a picture looks like, and its renditions in further shapes.
alter table pictures
  -- set by hand; fractions of the upright width and height, from the top left
  add column focal_x real check (focal_x between 0 and 1),
  add column focal_y real check (focal_y between 0 and 1),
  -- found by the program, used where nobody has set one
  add column guess_x real not null default 0.5 check (guess_x between 0 and 1),
  add column guess_y real not null default 0.5 check (guess_y between 0 and 1),
  -- more than one: an animation
  add column frames integer not null default 1 check (frames > 0),
  -- what its crops were made from, as their addresses say it
  add column cropped text not null default '',
  -- 64 bits that change little where the picture changes little; null until it is decoded
  add column perceptual_hash bit(64),
  -- the same in four numbers of 16 bits, told apart by two more, so that near ones can be looked up
  add column hash_bands integer[] generated always as (array[
    substring(perceptual_hash from 1 for 16)::bit(16)::integer,
    substring(perceptual_hash from 17 for 16)::bit(16)::integer + 65536,
    substring(perceptual_hash from 33 for 16)::bit(16)::integer + 131072,
    substring(perceptual_hash from 49 for 16)::bit(16)::integer + 196608
  ]) stored,
  add constraint pictures_focus_check check ((focal_x is null) = (focal_y is null));
create index pictures_by_look on pictures using gin (hash_bands) where perceptual_hash is not null;

alter table picture_renditions
  -- 'whole', or one of the crops
  add column shape text not null default 'whole' check (shape in ('whole', 'wide', 'square', 'tall', 'social')),
  drop constraint picture_renditions_pkey,
  add primary key (picture_id, shape, format, width);
