# shellcheck shell=bash disable=SC2154
# The replicas and the worker: the packaged jar as the image has it. Replicas have a colour, so that two sets can stand
# side by side while a release is switched.

colour() { cat "$base/colour" 2>/dev/null || echo blue; }

other_colour() { [ "$(colour)" = blue ] && echo green || echo blue; }

# The jar laid out with its AOT cache, in a folder of its own, so that a new build disturbs no running stack.
lay_out_application() {
  [ -f target/taskflow.jar ] || ./mvnw -q -B -DskipTests package || die 'The jar could not be built: ./mvnw package'
  . bin/java-25
  # By content: a reproducible build gives every jar the same time.
  local built
  built=$(cksum <target/taskflow.jar)
  [ "$built" != "$(cat "$base/app/built" 2>/dev/null)" ] || return 0
  say 'Laying the application out and training its start'
  migrate
  (application_environment && TRAINING_PORT=$(port training) bin/image-layout) || die 'bin/image-layout failed: is the database up?'
  # Beside the old one and then in its place: what runs has its files open. The cache knows the jars by their times.
  rm -rf "$base/app.new" "$base/app.old"
  cp -Rp target/app "$base/app.new"
  echo "$built" >"$base/app.new/built"
  [ ! -d "$base/app" ] || mv "$base/app" "$base/app.old"
  mv "$base/app.new" "$base/app"
  [ -z "$account" ] || chown -R "$account:" "$base/app"
}

application_environment() {
  SPRING_DATASOURCE_URL=$(jdbc_url taskflow)
  TASKFLOW_REPLICA_URL=$(jdbc_url taskflow_replica)
  SPRING_DATASOURCE_PASSWORD=$(secret app)
  TASKFLOW_JOBS_DATABASE_PASSWORD=$(secret jobs)
  SPRING_DATA_REDIS_PORT=$(port redis)
  SPRING_MAIL_PORT=$(port smtp)
  TASKFLOW_MAIL_LINK_BASE=https://localhost:$(port https)
  export SPRING_DATASOURCE_URL TASKFLOW_REPLICA_URL SPRING_DATASOURCE_PASSWORD TASKFLOW_JOBS_DATABASE_PASSWORD
  export SPRING_DATA_REDIS_PORT SPRING_MAIL_PORT TASKFLOW_MAIL_LINK_BASE
  export SPRING_DATASOURCE_USERNAME=taskflow_app TASKFLOW_JOBS_DATABASE_USERNAME=taskflow_jobs
  export SPRING_DATA_REDIS_HOST=127.0.0.1 SPRING_MAIL_HOST=127.0.0.1
  export TASKFLOW_KEYS_DIR=$base/keys TASKFLOW_REPLICAS=3 TASKFLOW_WEB_TRUSTED_PROXIES=127.0.0.1
  [ ! -e "$base/environment" ] || { set -a && . "$base/environment" && set +a; }
}

# The same jar, as the tables' owner and to PostgreSQL itself: a migration needs a session.
# shellcheck disable=SC2120
migrate() {
  . bin/java-25
  (
    application_environment
    SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$(port "$(primary)")/taskflow?sslmode=disable"
    SPRING_DATASOURCE_USERNAME=taskflow_owner SPRING_DATASOURCE_PASSWORD=$(secret owner)
    as_account "$JAVA" -XX:+UseSerialGC -Xmx256m -jar target/taskflow.jar migrate "$@" >>"$log/migrate.log" 2>&1
  ) || die "The migration failed: $log/migrate.log"
}

# Four JVMs share this machine: C2 would compile for minutes at the requests' cost. STACK_JAVA_OPTIONS= brings it back.
launch() {
  local name=$1
  shift
  . bin/java-25
  (
    application_environment
    SERVER_PORT=$(port "$name") MANAGEMENT_SERVER_PORT=$(management_port "$name")
    export SERVER_PORT MANAGEMENT_SERVER_PORT "${@?}"
    cd "$base/app" || exit
    start_process "$name" "$JAVA" @java.options -Xmx256m ${STACK_JAVA_OPTIONS--XX:TieredStopAtLevel=1} \
      -jar taskflow.jar
  )
}

# launch_app COLOUR N, then await_app COLOUR N.
launch_app() { launch "app$2-$1" TASKFLOW_JOBS_ENABLED=false; }

await_app() { await 180 "app$2-$1" ready "app$2-$1"; }

launch_worker() { launch worker SPRING_PROFILES_ACTIVE=worker && await 180 worker ready worker; }

ready() { curl -sf -m 2 -o /dev/null "http://127.0.0.1:$(port "$1")/readyz"; }

# One after the other: no new requests, then SIGTERM, which finishes those under way. The next one's turn comes when the
# new one has served for STACK_ROLL_PAUSE seconds (Kubernetes: minReadySeconds): its code is compiled by then.
roll() {
  local colour n others
  colour=$(colour)
  lay_out_application
  for n in 1 2 3; do
    others=$(printf 'app%s-'"$colour"'\n' 1 2 3 | grep -v "app$n-")
    # shellcheck disable=SC2086
    upstream $others
    reload_nginx
    stop_process "app$n-$colour" TERM 40
    launch_app "$colour" "$n"
    await_app "$colour" "$n"
    upstream app{1,2,3}-"$colour"
    reload_nginx
    say "app$n replaced"
    [ "$n" = 3 ] || sleep "${STACK_ROLL_PAUSE:-10}"
  done
}

# Blue/green: the new release stands ready as a whole before it gets the first request; back is the same once more.
switch() {
  local old new n
  old=$(colour) new=$(other_colour)
  lay_out_application
  for n in 1 2 3; do launch_app "$new" "$n" && await_app "$new" "$n"; done
  upstream app{1,2,3}-"$new"
  reload_nginx
  echo "$new" | write_file "$base/colour"
  for n in 1 2 3; do stop_process "app$n-$old" TERM 40; done
  say "$new serves, $old has ended"
}

describe() {
  local name
  name=$(process "$1")
  case $1 in
    db*)
      if [ -e "$base/$1/fenced" ]; then
        echo "fenced: bin/stack rejoin $1"
      elif [ "$1" = "$(primary)" ]; then
        echo "port $(port "$1"), primary, streaming to: $(ask "$1" "select string_agg(application_name || ' ' || sync_state, ', ') from pg_stat_replication" 2>/dev/null || true)"
      else
        echo "port $(port "$1"), standby"
      fi
      ;;
    nginx) echo "https $(port https), http $(port http), $(colour)" ;;
    pgbouncer) echo "port $(port pgbouncer), primary $(primary), replica $(replica), $(prepared_statements_kept && echo 'prepared statements kept' || echo 'no prepared statements')" ;;
    app* | worker) echo "port $(port "$name"), management $(management_port "$name"), $(ready "$name" && echo ready || echo 'not ready')" ;;
    *) echo "port $(port "$1")" ;;
  esac
}
