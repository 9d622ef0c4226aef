-- When the password was last set by mail: what proved a known device before that proves it no more.
alter table users add column password_reset_at timestamptz(3);
