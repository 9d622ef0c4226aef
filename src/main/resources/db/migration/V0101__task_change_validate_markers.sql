-- Reads the log once while it is written.
alter table task_change validate constraint task_change_kind, validate constraint task_change_task;
