-- One row that is touched every second: how old it is on a replica tells how far that is behind.
create table replication_heartbeat (
    only_row boolean primary key default true constraint replication_heartbeat_only_row check (only_row),
    beat_at  timestamptz not null default now()
);

insert into replication_heartbeat default values;
