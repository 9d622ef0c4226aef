-- The stored answer of a keyed write, inserted in the write's own transaction and kept for a day.
-- fingerprint is SHA-256 over method, path, query and body bytes.
create table idempotency_key (
    user_id      uuid not null constraint idempotency_key_user_fk references users,
    route        text not null,
    key          text not null,
    fingerprint  bytea not null,
    status       smallint not null,
    body         bytea,
    etag         text,
    location     text,
    operation_id uuid,
    created_at   timestamptz(3) not null,
    primary key (user_id, route, key)
);

create index idempotency_key_created on idempotency_key (created_at);
