-- Tasks are keyed by owner and id: another user's ids never matter, and the table can be sharded by user_id.
-- title_folded is the title in Unicode simple case folding, made by the application; search and sort use it.
-- due_at is the instant that due_date, due_time and due_zone mean in the owner's zone; due_key orders tasks by it,
-- those without a due date last.
-- seq is the owner's change number of the last write to the row.
create table task (
    user_id        uuid not null constraint task_user_fk references users,
    id             uuid not null,
    title          text not null,
    title_folded   text collate "C" not null,
    description    text,
    status         text not null,
    priority       text not null,
    priority_order smallint not null generated always as (
        case priority when 'low' then 0 when 'medium' then 1 when 'high' then 2 else 3 end) stored,
    due_date       date,
    due_time       time(0),
    due_zone       text,
    due_at         timestamptz(3),
    due_key        timestamptz(3) not null generated always as (coalesce(due_at, 'infinity')) stored,
    rank           text collate "C" not null,
    labels         text[] not null default '{}',
    parent_id      uuid,
    seq            bigint not null,
    version        integer not null,
    created_at     timestamptz(3) not null,
    updated_at     timestamptz(3) not null,
    completed_at   timestamptz(3),
    deleted_at     timestamptz(3),
    primary key (user_id, id),
    constraint task_parent_fk foreign key (user_id, parent_id) references task (user_id, id) on delete set null (parent_id),
    constraint task_title_length check (char_length(title) between 1 and 500),
    constraint task_description_length check (char_length(description) <= 20000),
    constraint task_status check (status in ('todo', 'in_progress', 'done')),
    constraint task_priority check (priority in ('low', 'medium', 'high', 'urgent')),
    constraint task_completed check ((status = 'done') = (completed_at is not null)),
    constraint task_due_time check (due_time is null or due_date is not null),
    constraint task_due_zone check (due_zone is null or due_date is not null),
    constraint task_due_at check ((due_date is null) = (due_at is null)),
    constraint task_rank_length check (char_length(rank) between 1 and 255),
    constraint task_labels_count check (cardinality(labels) <= 50)
);

-- The requirement's (user_id, status) and (user_id, priority), extended so that a page of the default order needs no sort.
create index task_status_created on task (user_id, status, created_at desc, id desc) where deleted_at is null;
create index task_priority_created on task (user_id, priority, created_at desc, id desc) where deleted_at is null;
create index task_created on task (user_id, created_at desc, id desc) where deleted_at is null;
create index task_due on task (user_id, due_key, id) where deleted_at is null;
create index task_seq on task (user_id, seq);
create index task_parent_id on task (user_id, parent_id) where parent_id is not null;
create index task_deleted on task (deleted_at) where deleted_at is not null;
