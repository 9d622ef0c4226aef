-- A change number that belongs to no task has an entry, too: the owner has moved to another time zone, and lists of before
-- are out of date. What is there already is checked by the next file, without holding up anybody.
alter table task_change
    alter column task_id drop not null,
    drop constraint task_change_kind,
    add constraint task_change_kind
        check (kind in ('created', 'updated', 'trashed', 'restored', 'purged', 'moved')) not valid,
    add constraint task_change_task check ((task_id is null) = (kind = 'moved')) not valid;
