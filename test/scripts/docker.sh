#!/bin/sh
# Makes sure that a Docker engine answers; on Debian or Ubuntu, as root, installs and starts one.
set -eu

fail() { printf '%s\n' "$*" >&2; exit 1; }
progress() { sh "$(dirname "$0")/progress.sh" "$@"; }
# What the engine says goes past the progress line on descriptor 3.
answers() {
  [ "$(progress 'asking the Docker engine' sh -c 'docker info >/dev/null 2>&1 && echo yes >&3 || :' 3>&1)" = yes ]
}

! command -v docker >/dev/null || ! answers || exit 0

[ -z "${DOCKER_HOST:-}" ] ||
  fail "asking the Docker engine at DOCKER_HOST: it does not answer; start it, or unset DOCKER_HOST"
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  command -v docker >/dev/null ||
    fail "looking for a Docker engine: no docker command; install Docker Engine or Docker Desktop, and try again"
  [ ! -S /var/run/docker.sock ] || [ -w /var/run/docker.sock ] ||
    fail "asking the Docker engine: you may not use it; join the group of /var/run/docker.sock and log in again," \
      "or try again as root"
  fail "asking the Docker engine: none answers; start Docker Engine or Docker Desktop, then try again"
fi

exec 9>/tmp/ory-session-echo-docker.lock
progress 'waiting for another start of the Docker engine' flock 9
! command -v docker >/dev/null || ! answers || exit 0

if ! command -v docker >/dev/null || ! command -v dockerd >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive ADVICE='is there a network?'
  # An interrupted installation is finished first. Newer Debians have the docker command in its own package.
  progress 'installing the Docker engine (docker.io)' sh -c '
    dpkg --configure -a && apt-get update -q &&
    cli=$(apt-cache show docker-cli >/dev/null 2>&1 && echo docker-cli || :)
    apt-get install -qy --no-install-recommends docker.io containerd runc iptables $cli'
  unset ADVICE
fi

log=/var/log/ory-session-echo-dockerd.log
rm -f /var/run/docker.pid
setsid dockerd >"$log" 2>&1 9>&- &
engine=$!
trap 'kill -s TERM -- "-$engine"; exit 130' INT TERM
progress 'starting the Docker engine' timeout 30 sh -c '
  until docker info >/dev/null 2>&1; do
    kill -0 "$0" 2>/dev/null || break
    sleep 0.2
  done
  docker info >/dev/null 2>&1 || { tail -n 1 "$1"; exit 1; }' "$engine" "$log" || {
  kill -s TERM -- "-$engine" 2>/dev/null || true
  exit 1
}
