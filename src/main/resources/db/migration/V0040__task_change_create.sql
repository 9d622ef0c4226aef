-- What was done to whose tasks, append-only: one row for each change number. An operation is what one request did.
-- fields holds {"<field>": {"from": …, "to": …}} for every field that changed, named as in the API. A purge empties the
-- fields of the task's rows and leaves a row of its own, the tombstone. session_id has no foreign key: sessions go earlier.
create table task_change (
    user_id      uuid not null constraint task_change_user_fk references users,
    seq          bigint not null,
    task_id      uuid not null,
    operation_id uuid not null,
    session_id   uuid,
    kind         text not null,
    fields       jsonb not null,
    created_at   timestamptz(3) not null,
    primary key (user_id, seq),
    constraint task_change_kind check (kind in ('created', 'updated', 'trashed', 'restored', 'purged'))
);

create index task_change_task on task_change (user_id, task_id, seq);
create index task_change_operation on task_change (user_id, operation_id);
create index task_change_tombstone on task_change (user_id, seq) where kind = 'purged';
-- Rows come in the order of time: a block-range index finds the old ones and costs a write next to nothing.
create index task_change_created_at on task_change using brin (created_at);
