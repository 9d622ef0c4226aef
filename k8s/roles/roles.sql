-- Purpose: the four roles TaskFlow works with, and what each may do in the database "taskflow".
-- Inputs:  none. Run by a superuser, connected to the database taskflow; may be run again at any time.
--          Passwords are not set here: the caller does that (alter role ... password ...).
-- Locks:   short catalog row locks only; safe beside running instances.
--
--   taskflow_owner     owns the schema; Flyway connects as it. The only role that may create or alter anything.
--   taskflow_app       the running service: reads and writes rows, has no right to DDL, not even temporary tables.
--   taskflow_jobs      background jobs of the service: the same rights, more patience.
--   taskflow_readonly  people and reports: reads only.

do $$
declare
    role_name text;
begin
    foreach role_name in array array['taskflow_owner', 'taskflow_app', 'taskflow_jobs', 'taskflow_readonly'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
    end loop;
end
$$;

-- A statement of the service answers in milliseconds: one that does not must not hold a connection or a lock.
alter role taskflow_app set statement_timeout = '1500ms';
alter role taskflow_app set lock_timeout = '1s';
-- Bulk work takes longer, and nobody waits for it.
grant taskflow_app to taskflow_jobs;
alter role taskflow_jobs set statement_timeout = '30s';
alter role taskflow_jobs set lock_timeout = '5s';
alter role taskflow_readonly set default_transaction_read_only = on;

alter database taskflow owner to taskflow_owner;
revoke all on database taskflow from public;
grant connect on database taskflow to taskflow_app, taskflow_jobs, taskflow_readonly;

alter schema public owner to taskflow_owner;
revoke create on schema public from public;
grant usage on schema public to taskflow_app, taskflow_readonly;

-- What migrations create later, as taskflow_owner, is usable at once.
alter default privileges for role taskflow_owner in schema public
    grant select, insert, update, delete on tables to taskflow_app;
alter default privileges for role taskflow_owner in schema public
    grant usage on sequences to taskflow_app;
alter default privileges for role taskflow_owner in schema public
    grant select on tables to taskflow_readonly;

-- Which migrations were run is the owner's to write.
do $$
begin
    if to_regclass('public.flyway_schema_history') is not null then
        revoke insert, update, delete on public.flyway_schema_history from taskflow_app;
    end if;
end
$$;
