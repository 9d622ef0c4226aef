# shellcheck shell=bash disable=SC2154
# What has to be on the machine: Debian's own packages, and a JDK 25 that whoever runs this has already.

install_packages() {
  PATH=$PATH:/usr/sbin
  local missing=() pair
  for pair in nginx:nginx-light pgbouncer:pgbouncer redis-server:redis-server openssl:openssl curl:curl \
    aiosmtpd:python3-aiosmtpd pgrep:procps; do
    command -v "${pair%%:*}" >/dev/null || missing+=("${pair#*:}")
  done
  [ -n "$(postgres_programs)" ] || missing+=(postgresql)
  for pair in headers-more-filter brotli-filter brotli-static; do
    [ -e "/usr/lib/nginx/modules/ngx_http_$(echo "$pair" | tr - _)_module.so" ] ||
      missing+=("libnginx-mod-http-$pair")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ -n "$account" ] && command -v apt-get >/dev/null ||
    die "Missing: ${missing[*]}. Install these packages (as root: apt-get install ${missing[*]})."
  say "Installing ${missing[*]}"
  # Debian's packages start their servers: RUNLEVEL=1 keeps them down.
  { apt_get update && apt_get install --no-install-recommends "${missing[@]}"; } >/dev/null ||
    die "apt-get could not install ${missing[*]}."
}

apt_get() { DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout 600 apt-get -y -q "$@" </dev/null; }

# The folder of the newest PostgreSQL, 15 or later.
postgres_programs() {
  local folder
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -t / -k 5 -n -r); do
    [ -x "$folder/initdb" ] && echo "$folder" && return
  done
}
