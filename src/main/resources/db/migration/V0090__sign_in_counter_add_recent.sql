-- When wrong passwords were counted, newest first and no more than can matter: a window that slides cannot be straddled.
alter table sign_in_counter add column recent timestamptz(3)[] not null default '{}';
