-- The discussion below a story: who may write for how long, what was written, what was decided about it.

-- What holds for the whole site (no section) or for a section and all below it. Null: what holds above.
create table comment_settings (
  section_id text references sections (id) on delete cascade,
  openness text check (openness in ('hours', 'always', 'closed')),
  hours integer check (hours between 1 and 8760),
  mode text check (mode in ('before', 'first-timers', 'after')),
  -- the site's alone: when a proof of work is asked for
  challenge text check (challenge in ('never', 'under-attack', 'always')),
  -- language to the sentence that says why a discussion is closed
  sentences jsonb not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null
);
create unique index comment_settings_by_section on comment_settings (section_id) nulls not distinct;

-- What holds for one story, and how many of its comments readers see. A row comes with the first of either.
create table comment_threads (
  story_id text primary key references stories (id) on delete cascade,
  openness text check (openness in ('hours', 'always', 'closed')),
  hours integer check (hours between 1 and 8760),
  mode text check (mode in ('before', 'first-timers', 'after')),
  -- an editor closed it, or let it go on until then
  closed_at timestamptz,
  open_until timestamptz,
  -- why, in the story's language; empty: the sentence of the section or site
  sentence text not null default '',
  version integer not null default 1,
  approved integer not null default 0 check (approved >= 0),
  -- the number that the lists of stories were told of last
  told integer not null default 0,
  changed_at timestamptz not null
);
create index comment_threads_untold on comment_threads (story_id) where approved <> told;

create table comments (
  id text primary key,
  story_id text not null references stories (id) on delete cascade,
  -- the first of its thread; null: it is one itself
  parent_id text references comments (id) on delete cascade,
  -- whom it answers, in the same thread
  answers_id text references comments (id) on delete set null,
  -- a reader's account; null: a newsroom member's, imported, or an account that is no more
  reader_id text references readers (id) on delete set null,
  staff_id text,
  -- as it was shown; empty: an account that is no more
  writer_name text not null,
  text text not null,
  language text not null,
  state text not null check (state in ('pending', 'approved', 'refused', 'deleted')),
  created_at timestamptz not null,
  -- when it came to its state
  state_at timestamptz not null,
  edited_at timestamptz,
  -- what screening found: why a moderator should look, never a verdict
  findings text[] not null default '{}',
  -- the same words by the same writer at the same place are counted once, however often they come
  once_key text unique,
  -- what two comments with the same letters have in common, and two that are nearly the same
  letters_key text not null default '',
  sketch integer[] not null default '{}',
  -- keyed hash of the network that it came from; ends after a week
  network text,
  -- whence an import brought it
  came_from text unique,
  chosen_at timestamptz,
  pinned_at timestamptz,
  recommendations integer not null default 0,
  replies integer not null default 0 check (replies >= 0),
  -- what was answered keeps its place, without its words
  shown boolean not null generated always as (state = 'approved' or (replies > 0 and state in ('refused', 'deleted'))) stored,
  check (parent_id is not null or answers_id is null),
  check (reader_id is null or staff_id is null)
);
create index comments_newest on comments (story_id, created_at desc, id desc) where shown and parent_id is null;
create index comments_best on comments (story_id, recommendations desc, created_at desc, id desc) where shown and parent_id is null;
create index comments_chosen on comments (story_id) where chosen_at is not null or pinned_at is not null;
create index comments_replies on comments (parent_id, created_at, id) where parent_id is not null;
create index comments_waiting on comments (created_at, id) where state = 'pending';
create index comments_waiting_by_story on comments (story_id, created_at, id) where state = 'pending';
create index comments_by_reader on comments (reader_id, created_at desc);
create index comments_by_letters on comments (letters_key, created_at desc) where letters_key <> '';
create index comments_refused on comments (state_at desc) where state = 'refused';
create index comments_by_network on comments (created_at) where network is not null;

-- Every decision, with what it was made after. Never rewritten; goes only with the comment itself.
create table comment_decisions (
  id bigint generated always as identity primary key,
  comment_id text not null references comments (id) on delete cascade,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('staff', 'token', 'program', 'reader')),
  by_id text not null,
  by_name text not null,
  decision text not null check (decision in ('approve', 'refuse', 'undo', 'delete', 'choose', 'unchoose', 'pin', 'unpin')),
  from_state text not null,
  to_state text not null,
  -- from the house list, and in own words; both may be empty
  reason text not null default '',
  words text not null default '',
  -- 'queue', 'rule', 'report:…', 'objection:…', 'writer'
  after text not null,
  undoes bigint references comment_decisions (id) on delete cascade
);
create index comment_decisions_by_comment on comment_decisions (comment_id, id desc);
create index comment_decisions_by_time on comment_decisions (at desc);
create index comment_decisions_by_actor on comment_decisions (by_id, id desc);
create unique index comment_decisions_undone on comment_decisions (undoes) where undoes is not null;
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'a decision is never rewritten';
end $$;
create trigger comment_decisions_stand before update on comment_decisions for each row execute function refuse_rewriting();

create table comment_recommendations (
  comment_id text not null references comments (id) on delete cascade,
  reader_id text not null references readers (id) on delete cascade,
  at timestamptz not null,
  -- keyed hash of the network, while it is kept
  network text,
  -- one network recommends a comment a few times at most; what is beyond is kept and not counted
  counts boolean not null,
  -- whether the comment's number knows of it
  counted boolean not null default false,
  withdrawn boolean not null default false,
  primary key (comment_id, reader_id)
);
create index comment_recommendations_new on comment_recommendations (comment_id) where not counted;
create index comment_recommendations_by_reader on comment_recommendations (reader_id, at desc);
create index comment_recommendations_by_network on comment_recommendations (at) where network is not null;

-- What somebody typed before signing in. The secret stands in the address that the sign-in leads back to.
create table comment_drafts (
  token_hash text primary key,
  -- what became of it, once its writer was known
  comment_id text references comments (id) on delete cascade,
  story_id text not null references stories (id) on delete cascade,
  answers_id text references comments (id) on delete set null,
  text text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null
);
create index comment_drafts_ending on comment_drafts (ends_at);

-- Keys of hashes, each for a while: when one goes, its hashes mean nothing any more.
create table comment_keys (
  name text not null,
  starts_at timestamptz not null,
  secret text not null,
  primary key (name, starts_at)
);

-- What the clock does once for all processes, and when it last did.
create table comment_rounds (
  name text primary key,
  at timestamptz not null
);
