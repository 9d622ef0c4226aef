-- One row a user. Every write to a user's tasks first takes seq + n here, under this row's lock and in its own
-- transaction: the numbers are commit-ordered and gap-free. epoch changes after a restore, so that numbers handed
-- out before it can never be mistaken for new ones.
create table change_counter (
    user_id uuid primary key constraint change_counter_user_fk references users,
    epoch   bigint not null,
    seq     bigint not null default 0
);
