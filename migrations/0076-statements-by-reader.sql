-- Whoever asks for a copy of their data is given what they objected, without a walk through everybody's.
create index comment_statements_by_reader on comment_statements (reader_id) where reader_id is not null;
