-- Which things of features stories show (galleries, and what else stands in them by its id), in the working copy or on the page.

create table story_uses (
  kind text not null,
  thing_id text not null,
  story_id text not null references stories (id) on delete cascade,
  place text not null check (place in ('working', 'public')),
  primary key (kind, thing_id, story_id, place)
);
create index story_uses_by_story on story_uses (story_id);
