-- When the epoch last went up: the denylist in Redis is rebuilt from what was revoked lately.
alter table users add column epoch_raised_at timestamptz(3);

create index users_epoch_raised_at on users (epoch_raised_at) where epoch_raised_at is not null;
