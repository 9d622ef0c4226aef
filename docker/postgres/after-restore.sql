-- Purpose: makes a database that was put back from a backup safe to serve. bin/restore runs it; after a recovery to a
--          point in time, or a promotion that lost commits, it is run by hand before the service starts.
-- Inputs:  none. Run as taskflow_owner or a superuser, connected to the database taskflow, with the service stopped.
-- Locks:   every row of change_counter and of the open sessions.
--
-- The counters stand where they stood at the backup and will give out numbers that clients have seen before, for other
-- changes. A new epoch voids every list tag and sync token of before: clients read everything anew. Epochs are
-- milliseconds since 1970, so that they grow however often this happens.
update change_counter
set epoch = greatest(epoch + 1, (extract(epoch from clock_timestamp()) * 1000)::bigint);

-- Sessions that were revoked after the backup are open again in it, and nobody knows which: all end, people sign in
-- again. Access tokens outlive this by at most 15 minutes; to end those too, rotate the signing key.
update session
set revoked_at = clock_timestamp(), revoked_reason = 'restored'
where revoked_at is null;
