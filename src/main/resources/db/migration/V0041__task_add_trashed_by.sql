-- The operation that moved the task to the trash: what went together comes back together.
alter table task add column trashed_by uuid;

create index task_trash on task (user_id, deleted_at desc, id desc) where deleted_at is not null;
