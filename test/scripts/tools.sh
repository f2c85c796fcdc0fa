#!/bin/sh
# Makes sure that commands exist: `tools.sh command=package …`; on Debian or Ubuntu, as root, installs their packages.
# What can't be installed is named in one line each; the tests that need it then say that they are skipped.
set -eu

say() { printf '%s\n' "$*" >&2; }
has() { PATH="$PATH:/usr/sbin" command -v "$1" >/dev/null 2>&1; }
missing() { for tool in "$@"; do has "${tool%%=*}" || printf '%s ' "${tool#*=}"; done; }

[ -n "$(missing "$@")" ] || exit 0
if [ "$(id -u)" != 0 ] || ! has apt-get; then
  say "looking for what tests and benchmark run: install $(missing "$@")with your package manager, then try again"
  exit 1
fi

exec 9>/tmp/ory-session-echo-tools.lock
flock 9
packages=$(missing "$@")
[ -n "$packages" ] || exit 0

policy=/usr/sbin/policy-rc.d
made=
# Debian starts a service as soon as its package is installed, unless this file says no.
if [ ! -e "$policy" ]; then
  made=$policy
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod +x "$policy"
fi
trap '[ -z "$made" ] || rm -f "$made"' EXIT
trap 'exit 130' INT TERM
export DEBIAN_FRONTEND=noninteractive
install="apt-get update -q && apt-get install -qy --no-install-recommends $packages"
ADVICE='is there a network?' sh test/scripts/progress.sh "installing ${packages% }" sh -c "$install" 9>&-
