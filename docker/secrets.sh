#!/bin/sh
# Makes what compose.yaml mounts as secrets, in docker/secrets/ (ignored by Git): random passwords and a certificate for
# localhost. What is there already stays.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
cd secrets
for name in database-postgres database-owner database-app database-jobs database-readonly database-replication grafana; do
  [ -s $name ] || openssl rand -hex 24 | tr -d '\n' >$name
done
for role in owner app jobs readonly; do
  echo "\"taskflow_$role\" \"$(cat database-$role)\""
done >pgbouncer-users.txt
[ -s tls.crt ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=localhost \
  -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout tls.key -out tls.crt 2>/dev/null
# Compose mounts each file as it is, and the containers' users are not this one; the folder keeps everybody else out.
chmod 644 ./*
chmod 700 .
echo "Secrets are in docker/secrets."
