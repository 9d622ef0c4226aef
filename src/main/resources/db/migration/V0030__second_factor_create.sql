-- A user's second factor: pending until a code of it was seen (confirmed_at), then required at sign-in. secret is
-- encrypted, v1.<kid of the pepper>.<base64url>. last_step is the newest time step a code was accepted for; attempts
-- counts the codes tried since attempts_since. recovery_codes are SHA-256 digests of those not used yet.
create table second_factor (
    user_id        uuid primary key constraint second_factor_user_fk references users,
    secret         text not null,
    last_step      bigint not null default 0,
    attempts       integer not null default 0,
    attempts_since timestamptz(3),
    recovery_codes text[] not null default '{}',
    pending_since  timestamptz(3),
    confirmed_at   timestamptz(3),
    constraint second_factor_pending check ((pending_since is null) = (confirmed_at is not null)),
    constraint second_factor_recovery_codes_count check (cardinality(recovery_codes) <= 10)
);

create index second_factor_pending_since on second_factor (pending_since) where pending_since is not null;
