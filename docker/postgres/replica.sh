#!/bin/sh
# Entry point of a streaming standby in the postgres image: copies the primary once, then follows it.
set -eu
export PGPASSFILE=/tmp/pgpass
printf 'primary:5432:replication:replication:%s\n' "$(cat /run/secrets/database-replication)" >"$PGPASSFILE"
chmod 600 "$PGPASSFILE"
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  pg_basebackup -h primary -U replication -D "$PGDATA" -R -S replica -X stream --checkpoint=fast
  chmod 700 "$PGDATA"
fi
exec postgres -c hot_standby=on
