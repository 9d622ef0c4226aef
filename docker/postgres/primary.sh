#!/bin/sh
# Sets a new primary up: the roles with their passwords from /run/secrets, and who may replicate. Run once by the
# postgres image, from /docker-entrypoint-initdb.d, connected as its superuser.
set -eu
psql() { command psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d taskflow "$@"; }
psql -f /roles.sql
for role in owner app jobs readonly; do
  psql -v password="$(cat /run/secrets/database-$role)" <<SQL
alter role taskflow_$role password :'password';
SQL
done
psql -v password="$(cat /run/secrets/database-replication)" <<'SQL'
create role replication login replication password :'password';
select pg_create_physical_replication_slot('replica');
SQL
echo 'host replication replication all scram-sha-256' >>"$PGDATA/pg_hba.conf"
