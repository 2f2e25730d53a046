-- The log of acts is not emptied either.
create trigger acts_not_emptied before truncate on acts for each statement execute function refuse_change();
