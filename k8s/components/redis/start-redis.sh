#!/bin/sh
# Starts Redis as a replica of whomever the Sentinels name. Where none answers the whole set is being started: then the
# first pod leads.
set -eu
self=$(hostname).redis
leader=
for peer in redis-0.redis redis-1.redis redis-2.redis; do
  leader=$(timeout 1 redis-cli -h "$peer" -p 26379 sentinel get-master-addr-by-name taskflow 2>/dev/null | head -n 1)
  [ -z "$leader" ] || break
done
[ -n "$leader" ] || leader=redis-0.redis
set -- /scripts/redis.conf --replica-announce-ip "$self"
[ "$leader" = "$self" ] || set -- "$@" --replicaof "$leader" 6379
exec redis-server "$@"
