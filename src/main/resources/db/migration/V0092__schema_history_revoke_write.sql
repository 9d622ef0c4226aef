-- The service reads which migrations were run; it must not be able to say that others were. Default privileges gave it
-- every table of the owner, this one too. Without the roles of docker/postgres/roles.sql there is nothing to take away.
do $$
begin
    if exists (select from pg_roles where rolname = 'taskflow_app') then
        revoke insert, update, delete on flyway_schema_history from taskflow_app;
    end if;
end
$$;
