-- Filters that their owners have named. filter is kept as it was typed and read anew at each use.
create table saved_filter (
    user_id    uuid not null constraint saved_filter_user_fk references users,
    id         uuid not null,
    name       text not null,
    filter     text not null,
    sort       text,
    version    integer not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (user_id, id),
    constraint saved_filter_name_length check (char_length(name) between 1 and 100),
    constraint saved_filter_filter_length check (char_length(filter) <= 1000)
);
