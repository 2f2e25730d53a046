-- What stories show by its id, also of those that were last saved before it was noted; and the posters of films, of which
-- pictures were never told.
insert into story_uses (kind, thing_id, story_id, place)
select distinct node ->> 'type', node -> 'attrs' ->> 'id', stories.id, 'working'
from stories, jsonb_path_query(working -> 'body', 'strict $.** ? (@.type == "gallery" || @.type == "video" || @.type == "embed")') as node
where node -> 'attrs' ->> 'id' is not null
on conflict do nothing;

insert into story_uses (kind, thing_id, story_id, place)
select distinct node ->> 'type', node -> 'attrs' ->> 'id', public_stories.story_id, 'public'
from public_stories, jsonb_path_query(content -> 'body', 'strict $.** ? (@.type == "gallery" || @.type == "video" || @.type == "embed")') as node
where node -> 'attrs' ->> 'id' is not null
on conflict do nothing;

insert into picture_uses (picture_id, used_by, title, path, public)
select poster, 'video:' || id, case when title = '' then name else title end, '/videos/' || id, false
from videos where poster is not null
on conflict do nothing;
