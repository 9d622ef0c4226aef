-- The job queue, as db-scheduler 16 wants it. A row is a job that is waiting, being done (picked) or waiting for its
-- next attempt; it goes when the job is done. Rows are written in the transaction that causes the work.
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz(3) not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz(3),
    last_failure         timestamptz(3),
    consecutive_failures integer,
    last_heartbeat       timestamptz(3),
    version              bigint not null,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
