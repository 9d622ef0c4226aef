# shellcheck shell=bash disable=SC2154
# Redis, a mail server that keeps what it gets in .stack/mail, and PgBouncer.

start_redis() {
  start_process redis redis-server docker/redis/redis.conf --bind 127.0.0.1 --port "$(port redis)" --dir "$run"
  await 10 redis timeout 2 redis-cli -p "$(port redis)" ping
}

start_smtp() {
  start_process smtp aiosmtpd -n -l "127.0.0.1:$(port smtp)" -c aiosmtpd.handlers.Mailbox "$base/mail"
  await 15 smtp listens smtp
}

listens() { (: <"/dev/tcp/127.0.0.1/$(port "$1")") 2>/dev/null; }

start_pgbouncer() {
  configure_pgbouncer
  start_process pgbouncer "${STACK_PGBOUNCER:-pgbouncer}" "$base/pgbouncer/pgbouncer.ini"
  await 10 pgbouncer listens pgbouncer
}

configure_pgbouncer() {
  local role
  for role in owner app jobs readonly; do
    echo "\"taskflow_$role\" \"$(secret $role)\""
  done | write_file "$base/pgbouncer/users.txt"
  write_file "$base/pgbouncer/pgbouncer.ini" <<TEXT
%include $PWD/docker/pgbouncer/settings.ini
listen_addr = 127.0.0.1
listen_port = $(port pgbouncer)
unix_socket_dir =
auth_file = $base/pgbouncer/users.txt
stats_users = taskflow_readonly
$(prepared_statements_kept && echo 'max_prepared_statements = 200')

[databases]
taskflow = host=127.0.0.1 port=$(port "$(primary)")
taskflow_replica = host=127.0.0.1 port=$(port "$(replica)") dbname=taskflow
TEXT
}

# Before 1.21 PgBouncer lost prepared statements between transactions: the driver must not make any.
prepared_statements_kept() {
  local version
  version=$("${STACK_PGBOUNCER:-pgbouncer}" --version | sed -n 's/^PgBouncer 1\.\([0-9]*\).*/\1/p')
  [ "${STACK_PREPARED:-on}" = on ] && [ "${version:-0}" -ge 21 ]
}

# assumeMinServerVersion saves a connection's first query: without a server it opens all the same, and the pool does not
# wait longer and longer between its attempts.
jdbc_url() {
  echo "jdbc:postgresql://127.0.0.1:$(port pgbouncer)/$1?sslmode=disable&assumeMinServerVersion=15$(prepared_statements_kept || echo '&prepareThreshold=0')"
}
