-- Imports: documents that were sent, staged item by item, and taken over by a job in chunks. position counts within a
-- section. subject is the id of what an item is about, predecessor that of the item that has to come first.
create table data_import (
    user_id     uuid not null constraint data_import_user_fk references users,
    id          uuid not null,
    format      text not null,
    status      text not null,
    items       integer not null default 0,
    processed   integer not null default 0,
    imported    integer not null default 0,
    losses      integer not null default 0,
    created_at  timestamptz(3) not null,
    touched_at  timestamptz(3) not null,
    finished_at timestamptz(3),
    primary key (user_id, id),
    constraint data_import_status check (status in ('receiving', 'running', 'done')),
    constraint data_import_finished check ((status = 'done') = (finished_at is not null))
);

-- One at a time.
create unique index data_import_unfinished on data_import (user_id) where finished_at is null;
create index data_import_created_at on data_import (created_at);

create table data_import_item (
    user_id     uuid not null,
    import_id   uuid not null,
    section     text not null,
    position    integer not null,
    subject     uuid,
    predecessor uuid,
    body        text not null,
    primary key (user_id, import_id, section, position),
    constraint data_import_item_import_fk foreign key (user_id, import_id) references data_import on delete cascade
);

create index data_import_item_subject on data_import_item (user_id, import_id, subject) where subject is not null;

create table data_import_loss (
    user_id   uuid not null,
    import_id uuid not null,
    number    integer not null,
    section   text not null,
    position  integer,
    subject   uuid,
    field     text,
    code      text not null,
    message   text not null,
    primary key (user_id, import_id, number),
    constraint data_import_loss_import_fk foreign key (user_id, import_id) references data_import on delete cascade
);
