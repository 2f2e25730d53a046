-- What a picture's renditions were made from, as their addresses say it: the original, what is written into them, how.
alter table pictures add column made text not null default '';
