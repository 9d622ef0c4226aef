-- What happened to whose account, append-only. ip is truncated; detail holds nothing that names a person.
create table security_event (
    id         uuid primary key,
    user_id    uuid,
    session_id uuid,
    type       text not null,
    ip         text,
    detail     jsonb,
    created_at timestamptz(3) not null
);

create index security_event_user on security_event (user_id, created_at desc);
create index security_event_created on security_event (created_at);
