# shellcheck shell=bash disable=SC2154
# Three PostgreSQL servers: a primary and two streaming standbys, of which any one must have a commit before it is
# acknowledged. Which one is the primary is written in .stack/primary; a server that was replaced carries "fenced".

primary() { cat "$base/primary" 2>/dev/null || echo db1; }

# Where reads may go: a running standby, else the primary.
replica() {
  local name
  for name in db3 db2 db1; do
    [ "$name" = "$(primary)" ] || [ "$(state "$name")" = down ] || [ -e "$base/$name/fenced" ] || { echo "$name" && return; }
  done
  primary
}

pg() {
  local program
  program=$(postgres_programs)/$1
  shift
  as_account env PGPASSWORD="$(secret postgres)" PGCONNECT_TIMEOUT=3 "$program" "$@"
}

# psql_on SERVER DATABASE ARGUMENT...
psql_on() {
  local server=$1 database=$2
  shift 2
  pg psql -X -q -h 127.0.0.1 -p "$(port "$server")" -U postgres -d "$database" -v ON_ERROR_STOP=1 "$@"
}

# ask SERVER SQL: one value, or a failure within a few seconds, even of a server that is paused.
ask() { PGOPTIONS='-c statement_timeout=2s' psql_on "$1" postgres -At -c "$2"; }

start_databases() {
  local name
  if [ ! -e "$base/primary" ]; then
    make_primary db1
    echo db1 | write_file "$base/primary"
  fi
  [ -e "$base/$(primary)/fenced" ] || start_database "$(primary)"
  make_database
  for name in db1 db2 db3; do
    [ -e "$base/$name/fenced" ] && continue
    [ -d "$base/$name" ] || make_standby "$name"
    start_database "$name"
  done
  wait_for 10 in_step || say "The standbys are not streaming yet: bin/stack status shows it."
}

start_database() {
  [ ! -e "$base/$1/fenced" ] || die "$1 was replaced as primary and must not serve: bin/stack rejoin $1"
  start_process "$1" "$(postgres_programs)/postgres" -D "$base/$1"
  await 30 "$1" pg pg_isready -q -h 127.0.0.1 -p "$(port "$1")"
}

make_primary() {
  rm -rf "${base:?}/$1.new"
  pg initdb -D "$base/$1.new" -U postgres --pwfile="$secrets/postgres" --auth=scram-sha-256 --encoding=UTF8 \
    --locale=C.UTF-8 --data-checksums >"$log/initdb.log"
  echo "include 'stack.conf'" >>"$base/$1.new/postgresql.conf"
  cat >>"$base/$1.new/pg_hba.conf" <<'TEXT'
host replication replication 127.0.0.1/32 scram-sha-256
TEXT
  mv "$base/$1.new" "$base/$1"
  configure "$1" "$(any_of db2 db3)"
}

make_standby() {
  pg pg_basebackup -h 127.0.0.1 -p "$(port "$(primary)")" -U postgres -D "$base/$1.new" --checkpoint=fast -X stream
  as_account touch "$base/$1.new/standby.signal"
  mv "$base/$1.new" "$base/$1"
  # If it is promoted one day, it must not wait for standbys that nobody has told it of.
  configure "$1" ''
}

any_of() { [ $# -eq 0 ] || echo "ANY 1 ($(echo "$*" | tr ' ' ,))"; }

# configure SERVER STANDBYS: its settings; STANDBYS is what synchronous_standby_names shall be.
configure() {
  write_file "$base/$1/stack.conf" <<TEXT
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = $(port "$1")
cluster_name = '$1'
max_connections = 100
shared_buffers = 64MB
log_line_prefix = '%m [%p] %u %a '
wal_level = replica
wal_keep_size = 256MB
max_wal_senders = 10
hot_standby = on
synchronous_commit = on
synchronous_standby_names = '$2'
wal_sender_timeout = 5s
wal_receiver_timeout = 5s
wal_retrieve_retry_interval = 1s
primary_conninfo = 'host=127.0.0.1 port=$(port "$(primary)") user=replication password=$(secret replication) application_name=$1 connect_timeout=2 sslmode=disable'
TEXT
}

reload() {
  local pid
  pid=$(pid_of "$1") && kill -HUP "$pid"
}

# The database, its roles and their passwords; again each time, so that a change of roles.sql arrives.
make_database() {
  # There may be no standby yet that could have the commits too.
  local server role alone='-c synchronous_commit=local -c client_min_messages=warning'
  server=$(primary)
  [ "$(ask "$server" "select count(*) from pg_database where datname = 'taskflow'")" = 1 ] ||
    PGOPTIONS="$alone" psql_on "$server" postgres -c 'create database taskflow'
  {
    cat docker/postgres/roles.sql
    for role in owner app jobs readonly; do
      echo "alter role taskflow_$role password '$(secret $role)';"
    done
    echo "do \$\$ begin create role replication login replication; exception when duplicate_object then end \$\$;"
    echo "alter role replication password '$(secret replication)';"
  } | PGOPTIONS="$alone" psql_on "$server" taskflow -o /dev/null
}

in_step() {
  [ "$(ask "$(primary)" "select count(*) from pg_stat_replication where state = 'streaming'")" -ge 1 ]
}
