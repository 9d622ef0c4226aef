-- What a next release may do to the tables while this one still runs: add a column that may be null, one that has a
-- default, and an index. Not: drop, rename, or require what this release does not write.
alter table task add column estimate interval;
alter table task add column pinned boolean not null default false;
create index task_pinned on task (user_id, id) where pinned;
