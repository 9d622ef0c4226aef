-- Addresses at which a user's calendar can be read. Only the SHA-256 of the secret in an address is kept.
create table calendar_feed (
    user_id     uuid not null constraint calendar_feed_user_fk references users,
    id          uuid not null,
    name        text not null,
    secret_hash bytea not null constraint calendar_feed_secret unique,
    created_at  timestamptz(3) not null,
    primary key (user_id, id),
    constraint calendar_feed_name_length check (char_length(name) between 1 and 100)
);
