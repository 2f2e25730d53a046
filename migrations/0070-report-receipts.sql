-- What became of a report can be looked up by whoever made it, without an account: the address that they are given is the key.
alter table comment_reports add column receipt_hash text;
create unique index comment_reports_by_receipt on comment_reports (receipt_hash) where receipt_hash is not null;
