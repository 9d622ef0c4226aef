-- A table that this release knows nothing of.
create table task_watcher (
    user_id uuid not null,
    task_id uuid not null,
    primary key (user_id, task_id),
    constraint task_watcher_task_fk foreign key (user_id, task_id) references task (user_id, id) on delete cascade
);
