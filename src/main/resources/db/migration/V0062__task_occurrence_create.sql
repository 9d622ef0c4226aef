-- What was done or skipped of the tasks that come again. Rows that a task's occurrence_number has not passed are void:
-- an undo sets the number back and leaves them here to be written over.
create table task_occurrence (
    user_id         uuid not null constraint task_occurrence_user_fk references users,
    task_id         uuid not null,
    number          integer not null,
    occurrence_date date not null,
    status          text not null,
    at              timestamptz(3) not null,
    primary key (user_id, task_id, number),
    constraint task_occurrence_task_fk foreign key (user_id, task_id) references task on delete cascade,
    constraint task_occurrence_status check (status in ('done', 'skipped'))
);
