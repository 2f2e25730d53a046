-- The words of all public stories, as they are found: for compounds (Bundesratswahl holds wahl) and for misspellings.
create table story_words (
  language text not null,
  word text not null,
  primary key (language, word)
);
create index story_words_by_ending on story_words (language, reverse(word) text_pattern_ops);
create index story_words_by_likeness on story_words using gin (word gin_trgm_ops);
create index public_stories_title_search on public_stories using gin (title_search);
