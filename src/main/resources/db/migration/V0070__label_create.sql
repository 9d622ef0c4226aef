-- What there is to know of a label beside the tasks that carry its name. A row comes with the first task that does.
create table label (
    user_id    uuid not null constraint label_user_fk references users,
    id         uuid not null,
    name       text collate "C" not null,
    color      text,
    version    integer not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null,
    primary key (user_id, id),
    constraint label_name unique (user_id, name),
    constraint label_name_length check (char_length(name) between 1 and 50),
    constraint label_color check (color ~ '^#[0-9a-f]{6}$')
);
