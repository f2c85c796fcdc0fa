#!/bin/sh
# compose.sh ARGUMENTS… runs Docker Compose with them: the engine's own, or docker-compose, at least 2.24. Where there
# is neither, it is built from its Go module, once for this user, in a minute or two. It reads compose.yaml, a
# compose.override.yaml of yours, and what `make up` wrote for images that can't be pulled, unless SUBSTITUTES=no.
set -eu
cd "$(dirname "$0")/../.."

version=v2.40.3
files=compose.yaml
[ ! -e compose.override.yaml ] || files=$files:compose.override.yaml
[ ! -e .cache/compose/substitutes.yaml ] || [ "${SUBSTITUTES:-}" = no ] || files=$files:.cache/compose/substitutes.yaml
export COMPOSE_FILE="${COMPOSE_FILE:-$files}" COMPOSE_PATH_SEPARATOR=:
kept=${XDG_CACHE_HOME:-$HOME/.cache}/ory-session-echo/docker-compose-$version
progress() { sh test/scripts/progress.sh "$@"; }
recent() { "$@" version --short 2>/dev/null | grep -qE '^v?(2\.(2[4-9]|[3-9][0-9]|[0-9]{3})|[3-9]|[1-9][0-9])'; }

! recent docker compose || exec docker compose "$@"
! recent docker-compose || exec docker-compose "$@"
[ ! -x "$kept" ] || exec "$kept" "$@"

command -v go >/dev/null || {
  echo 'looking for Docker Compose: none of 2.24 or newer; install it (docker-compose-plugin), or Go to build it' >&2
  exit 1
}
folder=$(dirname "$kept")
mkdir -p "$folder"
exec 9>"$folder/lock"
progress 'waiting for another build of Docker Compose' flock 9
[ -x "$kept" ] || progress "building Docker Compose $version, once" timeout 900 sh test/scripts/go-program.sh \
  github.com/docker/compose/v2 "$version" github.com/docker/compose/v2/internal.Version ./cmd "$kept" 9>&-
exec 9>&-
exec "$kept" "$@"
