-- What an import brought was done elsewhere: it can be read and not undone.
alter table task_change add column imported boolean not null default false;
