-- Accounts. email is what the person typed; email_key is its case-folded form, unique while the account lives and
-- null once it is deleted, which frees the address at once. epoch goes up when every access token must die.
create table users (
    id                uuid primary key,
    email             text not null,
    email_key         text constraint users_email_key unique,
    email_verified_at timestamptz(3),
    name              text not null,
    time_zone         text not null,
    password_hash     text not null,
    epoch             integer not null default 0,
    disabled_at       timestamptz(3),
    version           integer not null,
    created_at        timestamptz(3) not null,
    updated_at        timestamptz(3) not null,
    constraint users_email_length check (char_length(email) <= 254),
    constraint users_name_length check (char_length(name) between 1 and 100)
);
