-- Wrong passwords, counted together: those of strangers for one account, those of one known device, those for one
-- address that has no account (as a keyed pseudonym, which names nobody). An attempt is counted before its password is
-- looked at; a right one deletes the row. failures counts since the window began, total since the last right one.
-- idle_since is null for accounts and devices, whose totals are kept until a sign-in or a reset.
create table sign_in_counter (
    subject        text primary key,
    user_id        uuid constraint sign_in_counter_user_fk references users on delete cascade,
    failures       integer not null,
    total          integer not null,
    window_ends_at timestamptz(3) not null,
    blocked_until  timestamptz(3),
    idle_since     timestamptz(3)
);

create index sign_in_counter_user_id on sign_in_counter (user_id);
create index sign_in_counter_idle_since on sign_in_counter (idle_since) where idle_since is not null;
