# shellcheck shell=bash disable=SC2034
# What every part of bin/stack uses: where things are, starting and signalling processes, bounded waiting.

base=${STACK_HOME:-$PWD/.stack}
run=$base/run
log=$base/log
secrets=$base/secrets

account=
[ "$(id -u)" != 0 ] || account=postgres

say() { echo "$*"; }

die() {
  echo "$*" >&2
  exit 1
}

# The one place for ports: what listens where, as an offset from STACK_PORT.
port() {
  local offset
  case $1 in
    db1) offset=11 ;; db2) offset=12 ;; db3) offset=13 ;;
    smtp) offset=25 ;; pgbouncer) offset=32 ;; https) offset=43 ;; redis) offset=79 ;; http) offset=80 ;;
    app1-blue) offset=61 ;; app2-blue) offset=62 ;; app3-blue) offset=63 ;;
    app1-green) offset=64 ;; app2-green) offset=65 ;; app3-green) offset=66 ;;
    worker) offset=67 ;; training) offset=98 ;;
    *) die "There is no $1: see bin/stack status." ;;
  esac
  echo $((${STACK_PORT:-18200} + offset))
}

# The management port of a replica or the worker: twenty above its own.
management_port() { echo $(($(port "$1") + 20)); }

as_account() {
  if [ -n "$account" ]; then
    setpriv --reuid="$account" --regid="$account" --init-groups -- "$@"
  else
    "$@"
  fi
}

prepare_home() {
  umask 077
  mkdir -p "$base" "$run" "$log" "$secrets"
  local name
  for name in postgres replication owner app jobs readonly; do
    [ -s "$secrets/$name" ] || od -An -tx1 -N24 /dev/urandom | tr -d ' \n' >"$secrets/$name"
  done
  [ -z "$account" ] || chown -R "$account:" "$base"
  as_account test -w "$base" ||
    die "The account $account cannot reach $base: give STACK_HOME a folder that it can, for example /var/tmp/stack."
}

secret() { cat "$secrets/$1"; }

# A file below .stack, owned by the account that reads it; the text comes on standard input.
write_file() {
  mkdir -p "$(dirname "$1")"
  cat >"$1.new"
  [ -z "$account" ] || chown "$account:" "$(dirname "$1")" "$1.new"
  mv "$1.new" "$1"
}

# "kill app2" means the replica of the colour that serves.
process() {
  case $1 in
    app[123]) echo "$1-$(colour)" ;;
    *) echo "$1" ;;
  esac
}

user_name() {
  [ $# = 1 ] || die "Say which one: see bin/stack status."
  echo "$1"
}

existing() {
  local name
  name=$(process "$(user_name "$@")")
  [ "$(state "$name")" != down ] || die "$1 is not running."
  echo "$name"
}

# The process id, if this very process still lives: an id alone may be somebody else's by now.
pid_of() {
  local pid started
  read -r pid started 2>/dev/null <"$run/$1.pid" || return 1
  [ "$(started_at "$pid")" = "$started" ] && echo "$pid"
}

started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20; }

state() {
  local pid
  pid=$(pid_of "$1") || { echo down && return; }
  case $(sed 's/.*) //' "/proc/$pid/stat" 2>/dev/null | cut -c 1) in
    T) echo paused ;;
    Z | '') echo down ;;
    *) echo up ;;
  esac
}

# start_process NAME COMMAND...: in the background, in a session of its own, output to its log.
start_process() {
  local name=$1
  shift
  [ "$(state "$name")" = down ] || return 0
  : >>"$log/$name.log"
  [ -z "$account" ] || chown "$account:" "$log/$name.log"
  # shellcheck disable=SC2016
  as_account setsid bash -c '
    stat=$(sed "s/.*) //" /proc/$$/stat)
    echo "$$ $(echo "$stat" | cut -d " " -f 20)" >"$1"
    shift
    exec "$@"' start "$run/$name.pid" "$@" >>"$log/$name.log" 2>&1 </dev/null &
  disown
  wait_for 5 pid_of "$name" || die "$name could not be started; its log is $log/$name.log"
}

# A process and all below it, by one look at the process table.
tree() {
  ps -e -o pid=,ppid= | awk -v root="$1" '{ parent[$1] = $2 }
    END { for (pid in parent) { for (p = pid; p in parent && p != root; p = parent[p]); if (p == root) print pid } }'
}

signal_tree() {
  local pid
  pid=$(pid_of "$2") || return 0
  # A stopped parent starts no more children meanwhile.
  kill -STOP "$pid"
  # shellcheck disable=SC2046
  kill "-$1" $(tree "$pid") 2>/dev/null || true
}

# stop_process NAME [SIGNAL] [SECONDS]: asks it to end, and makes it when it does not.
stop_process() {
  local name=$1 pid
  pid=$(pid_of "$name") || return 0
  kill -CONT "$pid"
  kill "-${2:-TERM}" "$pid"
  if ! wait_for "${3:-30}" ended "$name"; then
    say "$name did not end within ${3:-30} s: killed."
    signal_tree KILL "$name"
  fi
}

ended() { [ "$(state "$1")" = down ]; }

# wait_for SECONDS COMMAND...: until it succeeds, at most so long.
wait_for() {
  local until=$((SECONDS + $1))
  shift
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $until ] || return 1
    sleep 0.1
  done
}

# await SECONDS NAME COMMAND...: the same for a process that is starting; shows its last words if it does not come up.
await() {
  local until=$((SECONDS + $1)) seconds=$1 name=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    # Twice: on a busy machine one look at a process that is only just starting can miss it.
    if [ $SECONDS -ge $until ] || { ended "$name" && sleep 1 && ended "$name"; }; then
      tail -n 15 "$log/$name.log" >&2 || true
      die "$name does not serve after $seconds s, or has ended; its log is $log/$name.log"
    fi
    sleep 0.1
  done
}
