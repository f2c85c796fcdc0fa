#!/bin/sh
# Makes sure that a Docker engine answers; on Debian or Ubuntu, as root, installs and starts one.
set -eu

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
answers() { docker info >/dev/null 2>&1; }

command -v docker >/dev/null 2>&1 && answers && exit 0

[ -z "${DOCKER_HOST:-}" ] || fail "asking the Docker engine at DOCKER_HOST: it does not answer; start it, or unset DOCKER_HOST"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null 2>&1; then
  fail "looking for a Docker engine: none answers; install and start Docker Engine or Docker Desktop, then try again"
fi

exec 9>/tmp/ory-session-echo-docker.lock
flock 9
answers && exit 0

if ! command -v dockerd >/dev/null 2>&1; then
  say "installing the Docker engine (docker.io, about a minute) …"
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -q && apt-get install -qy --no-install-recommends docker.io containerd runc iptables; } >"$log" 2>&1 ||
    fail "installing the Docker engine: apt-get failed, see $log; is there a network?"
  rm -f "$log"
fi

say "starting the Docker engine …"
log=/var/log/ory-session-echo-dockerd.log
rm -f /var/run/docker.pid
start() { setsid dockerd "$@" >"$log" 2>&1 9>&- & pid=$!; }
start
tries=0
until answers; do
  if ! kill -0 "$pid" 2>/dev/null || [ "$tries" -ge 60 ]; then
    fail "starting the Docker engine: it did not come up; its last words: $(tail -n 1 "$log")"
  fi
  tries=$((tries + 1))
  sleep 0.5
done
say "the Docker engine answers"
