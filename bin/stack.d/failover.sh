# shellcheck shell=bash disable=SC2154
# A new primary. Fencing comes first: the old one is killed and marked, so that it can neither acknowledge anything any
# more nor come back as a second primary.

failover() {
  local old new rest
  old=$(primary)
  signal_tree KILL "$old"
  as_account touch "$base/$old/fenced"
  new=$(most_advanced "$old") || die 'No standby answers: bin/stack start db2 (or db3), then failover again.'
  rest=$(other_standbys "$old" "$new")
  echo "$new" | write_file "$base/primary"
  # Without a standby that streams, waiting for one would stop every write: then the new primary is alone, and says so.
  # shellcheck disable=SC2086
  configure "$new" "$(any_of $rest)"
  reload "$new"
  [ "$(ask "$new" 'select pg_promote(true, 10)')" = t ] || die "$new could not be promoted: $log/$new.log"
  local standby
  for standby in db1 db2 db3; do
    [ "$standby" = "$new" ] || [ -e "$base/$standby/fenced" ] || { configure "$standby" '' && reload "$standby"; } || true
  done
  configure_pgbouncer
  reload pgbouncer || true
  say "$old is fenced, $new is the primary${rest:+, $rest confirms its commits}"
  [ -n "$rest" ] || say "$new has no standby: what it acknowledges is on one disk. bin/stack rejoin $old"
}

# The standbys that run, besides the new primary; a paused one confirms nothing.
other_standbys() {
  local name
  for name in db1 db2 db3; do
    [ "$name" = "$1" ] || [ "$name" = "$2" ] || [ "$(state "$name")" != up ] || echo "$name"
  done
}

# Each acknowledged commit is on at least one standby: the one that has received most has them all, as long as the other
# has not confirmed alone what this one never got. Both are asked, and a paused one is said aloud.
most_advanced() {
  local name lsn
  for name in db1 db2 db3; do
    [ "$name" != "$1" ] && [ "$(state "$name")" != down ] || continue
    if [ "$(state "$name")" = paused ]; then
      echo "$name is paused and not considered" >&2
      continue
    fi
    lsn=$(ask "$name" "select coalesce(pg_last_wal_receive_lsn(), '0/0') - '0/0'::pg_lsn") || continue
    echo "$lsn $name"
  done | sort -n | tail -n 1 | grep . | cut -d ' ' -f 2
}

# The old primary may have written what no standby got: its data is thrown away and copied anew.
rejoin() {
  local name=$1
  [ -e "$base/$name/fenced" ] || die "$name is not fenced: nothing to rejoin."
  stop_process "$name"
  rm -rf "${base:?}/$name"
  make_standby "$name"
  start_database "$name"
  # shellcheck disable=SC2046
  configure "$(primary)" "$(any_of $(other_standbys "$(primary)" "$(primary)"))"
  reload "$(primary)"
  configure_pgbouncer
  reload pgbouncer || true
  say "$name follows $(primary)"
}
