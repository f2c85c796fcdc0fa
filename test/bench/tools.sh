#!/bin/sh
# Makes sure of what the benchmark runs: taskset, Go, nginx and wrk; on Debian or Ubuntu, as root, installs the last two.
set -eu

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null 2>&1; }

[ -r /proc/self/stat ] || fail "looking for /proc: there is none; the benchmark reads CPU time and memory there, run it on Linux"
has taskset && has flock || fail "looking for taskset and flock: not both are installed; install them (package util-linux)"
has go || fail "looking for Go, which builds the Go example: it is not installed; install it (package golang-go, or go.dev)"
has nginx && has wrk && exit 0

if [ "$(id -u)" != 0 ] || ! has apt-get; then
  fail "looking for nginx and wrk: not both are installed; install them (packages nginx and wrk)"
fi

say "installing nginx and wrk (about half a minute) …"
# The package would start a web server of its own; this line of Debian's keeps it from that.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
log=$(mktemp)
export DEBIAN_FRONTEND=noninteractive
{ apt-get update -q && apt-get install -qy --no-install-recommends nginx wrk; } >"$log" 2>&1 ||
  fail "installing nginx and wrk: apt-get failed, see $log; is there a network?"
rm -f "$log"
