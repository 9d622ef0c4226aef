-- Every reminder that is, was or was not sent: the plan and the ledger in one. due_at is when the occurrence that it is
-- for is due, null for a task without a due date. A row is decided once, under its lock: only "scheduled" ones are sent.
create table reminder (
    user_id    uuid not null constraint reminder_user_fk references users,
    id         uuid not null,
    task_id    uuid not null,
    channel    text not null,
    spec       text not null,
    due_at     timestamptz(3),
    remind_at  timestamptz(3) not null,
    status     text not null,
    reason     text,
    decided_at timestamptz(3),
    primary key (user_id, id),
    constraint reminder_task_fk foreign key (user_id, task_id) references task on delete cascade,
    constraint reminder_status check (status in ('scheduled', 'sent', 'suppressed')),
    constraint reminder_reason check ((status = 'suppressed') = (reason is not null)),
    constraint reminder_decided check ((status = 'scheduled') = (decided_at is null))
);

-- One for each occurrence and channel, however often the task is written.
create unique index reminder_once on reminder (user_id, task_id, channel, remind_at, spec)
    where status in ('scheduled', 'sent');
create index reminder_remind_at on reminder (user_id, remind_at desc, id desc);
create index reminder_decided_at on reminder (decided_at) where decided_at is not null;
