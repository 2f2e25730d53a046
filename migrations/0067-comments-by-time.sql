-- With a million comments: what the desk lists in any state and of any story, what a removed comment is looked for by,
-- and what a year's transparency report counts.
create index comments_by_time on comments (created_at, id);
create index comments_by_story on comments (story_id, created_at, id);
create index comments_answered on comments (answers_id) where answers_id is not null;
create index comment_drafts_by_comment on comment_drafts (comment_id) where comment_id is not null;
create index comment_drafts_by_answered on comment_drafts (answers_id) where answers_id is not null;
create index comment_drafts_by_story on comment_drafts (story_id);
create index comment_reports_by_decision on comment_reports (decision_id) where decision_id is not null;
create index comment_reports_decided on comment_reports (decided_at desc, id desc) where outcome is not null;
create index comment_objections_decided on comment_objections (decided_at desc, id desc) where outcome is not null;
create index commenter_marks_by_comment on commenter_marks (comment_id) where comment_id is not null;
create index commenter_marks_by_time on commenter_marks (at);
