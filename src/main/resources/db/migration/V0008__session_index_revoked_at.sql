-- Finds what was revoked lately, to rebuild the denylist, and long ago, to purge.
create index session_revoked_at on session (revoked_at) where revoked_at is not null;
