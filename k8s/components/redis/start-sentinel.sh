#!/bin/sh
# Starts a Sentinel, which writes what it learns into its own file.
set -eu
cat >/data/sentinel.conf <<CONF
port 26379
dir /data
protected-mode no
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $(hostname).redis
sentinel monitor taskflow redis-0.redis 6379 2
sentinel down-after-milliseconds taskflow 5000
sentinel failover-timeout taskflow 30000
sentinel parallel-syncs taskflow 1
CONF
exec redis-sentinel /data/sentinel.conf
