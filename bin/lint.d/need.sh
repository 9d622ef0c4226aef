# shellcheck shell=sh
# To be read by the checks (". bin/lint.d/need.sh").

# need COMMAND PACKAGE...: installs Debian packages where that is possible, else ends the check with 3.
need() {
  command=$1
  shift
  PATH=$PATH:/usr/sbin
  command -v "$command" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    # Packages that bring a server would start it: RUNLEVEL=1 keeps it down.
    { DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout 300 apt-get install -y -q --no-install-recommends "$@" ||
      { timeout 120 apt-get update -q &&
        DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout 300 apt-get install -y -q --no-install-recommends "$@"; }
    } >/dev/null 2>&1 </dev/null
  fi
  command -v "$command" >/dev/null && return
  echo "$command is missing: apt-get install $*" >&2
  exit 3
}

# npm_tool NAME@VERSION ARGUMENT...: runs a pinned tool from the npm registry, or ends the check with 3.
npm_tool() {
  tool=$1
  shift
  if ! command -v npx >/dev/null; then
    echo "npx is missing: install Node.js 20 or newer" >&2
    exit 3
  fi
  timeout 120 npx --yes "$tool" --version >/dev/null 2>&1 </dev/null || {
    echo "$tool cannot be had from the npm registry" >&2
    exit 3
  }
  npx --yes "$tool" "$@" </dev/null
}
