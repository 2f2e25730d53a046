-- What the library is narrowed down by is rare among many pictures: found without reading all of them.
create index pictures_without_alt on pictures (created_at desc, id desc) where btrim(alt) = '' and not decorative;
create index pictures_without_credit on pictures (created_at desc, id desc) where btrim(credit) = '';
create index pictures_blocked on pictures (created_at desc, id desc) where blocked_at is not null;
create index pictures_by_source_type on pictures (source_type) where source_type <> '';
create index pictures_by_end on pictures (usable_until) where usable_until is not null;
