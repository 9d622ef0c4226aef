-- Purpose: gives the roles the passwords that the local overlay's secrets have. For a laptop alone.
-- Inputs:  none; run after roles.sql.
-- Locks:   short catalog row locks only.
alter role taskflow_owner password 'local';
alter role taskflow_app password 'local';
alter role taskflow_jobs password 'local';
