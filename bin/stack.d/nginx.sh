# shellcheck shell=bash disable=SC2154
# Nginx with the image's own files; what differs here is written into local/.

start_nginx() {
  nginx_files "$base/nginx" "$(port http)" "$(port https)" web/dist
  upstream app{1,2,3}-"$(colour)"
  start_process nginx nginx -p "$base/nginx/" -c "$base/nginx/nginx.conf" -g 'daemon off;'
  await 10 nginx listens https
}

# nginx_files FOLDER HTTP-PORT HTTPS-PORT CLIENT: a complete configuration; used by bin/lint too.
nginx_files() {
  local folder=$1
  mkdir -p "$folder/local" "$folder/tmp" "$folder/www"
  cp docker/nginx/*.conf /etc/nginx/mime.types "$folder/"
  [ ! -d "$4" ] || cp -R "$4/." "$folder/www/"
  [ -s "$folder/tls/server.crt" ] || make_certificate "$folder/tls"
  write_file "$folder/local/process.conf" <<TEXT
$(for module in headers_more_filter brotli_filter brotli_static; do
    echo "load_module /usr/lib/nginx/modules/ngx_http_${module}_module.so;"
  done)
worker_processes 2;
pid nginx.pid;
error_log stderr warn;
TEXT
  write_file "$folder/local/http.conf" <<TEXT
include access-log.conf;
access_log access.log taskflow;
client_body_temp_path tmp/body;
proxy_temp_path tmp/proxy;
fastcgi_temp_path tmp/fastcgi;
uwsgi_temp_path tmp/uwsgi;
scgi_temp_path tmp/scgi;
TEXT
  write_file "$folder/local/listen.conf" <<TEXT
listen 127.0.0.1:$3 ssl http2 backlog=4096;
ssl_certificate tls/server.crt;
ssl_certificate_key tls/server.key;
root www;
TEXT
  write_file "$folder/local/redirect.conf" <<TEXT
listen 127.0.0.1:$2;
return 308 https://\$host:$3\$request_uri;
TEXT
  [ -z "$account" ] || chown -R "$account:" "$folder"
}

make_certificate() {
  mkdir -p "$1"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj /CN=localhost \
    -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout "$1/server.key" -out "$1/server.crt" 2>/dev/null
  cp "$1/server.crt" "$1/ca.crt"
}

# upstream NAME...: who gets requests from now on.
upstream() {
  local name
  {
    echo 'upstream taskflow {'
    echo '    zone taskflow 64k;'
    for name in "$@"; do
      echo "    server 127.0.0.1:$(port "$name") max_fails=3 fail_timeout=2s;"
    done
    echo '    include upstream-connections.conf;'
    echo '}'
  } | write_file "$base/nginx/local/upstream.conf"
}

# Takes the configuration over and waits until the old workers take no new requests.
reload_nginx() {
  local pid before
  pid=$(pid_of nginx) || return 0
  nginx -t -q -p "$base/nginx/" -c "$base/nginx/nginx.conf" 2>>"$log/nginx.log" || die "Nginx refuses: $log/nginx.log"
  before=$(workers "$pid")
  kill -HUP "$pid"
  wait_for 10 replaced "$pid" "$before" || die "Nginx has not taken the configuration over: $log/nginx.log"
}

workers() { pgrep -P "$1" | sort | tr '\n' ' '; }

# Old workers that finish their requests call themselves "shutting down".
replaced() {
  local worker
  [ "$(workers "$1")" != "$2" ] || return 1
  for worker in $2; do
    ! grep -qa 'worker process' "/proc/$worker/cmdline" 2>/dev/null ||
      grep -qa 'shutting down' "/proc/$worker/cmdline" || return 1
  done
}
