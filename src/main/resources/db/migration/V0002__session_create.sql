-- One row a sign-in: the refresh-token family. The token itself is not here: it is derived from id, generation, salt
-- and the pepper named by pepper_kid, so that this table alone opens nothing. replays counts how often the current
-- token was handed out again to a holder of the previous one.
create table session (
    id              uuid primary key,
    user_id         uuid not null constraint session_user_fk references users,
    salt            bytea not null,
    pepper_kid      text not null,
    generation      integer not null,
    replays         integer not null default 0,
    rotated_at      timestamptz(3) not null,
    created_at      timestamptz(3) not null,
    last_used_at    timestamptz(3) not null,
    idle_expires_at timestamptz(3) not null,
    expires_at      timestamptz(3) not null,
    revoked_at      timestamptz(3),
    revoked_reason  text,
    user_agent      text,
    ip              text,
    constraint session_salt_length check (octet_length(salt) = 16),
    constraint session_generation_positive check (generation >= 1),
    constraint session_revoked_reason check ((revoked_at is null) = (revoked_reason is null))
);

create index session_user_id on session (user_id, id);
