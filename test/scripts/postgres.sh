#!/bin/sh
# Makes sure that the engine has a PostgreSQL, and prints the name of its image: postgres:16-alpine, present or pulled.
# Where it can't be pulled, and this is Debian or Ubuntu as root, an image is made of the package postgresql: the
# server and pg_isready with their libraries, and a new cluster, 120 MB. In both, the user postgres has the password
# below.
set -eu

password=a-password-of-the-tests
official=postgres:16-alpine
own=ory-session-echo-postgres:2
has() { docker image inspect "$1" >/dev/null 2>&1; }
progress() { sh test/scripts/progress.sh "$@"; }

present() {
  for image in "$official" "$own"; do
    ! has "$image" || { echo "$image"; exit 0; }
  done
}
present
limit=
! command -v timeout >/dev/null || limit='timeout 120'
! $limit docker pull --quiet "$official" >/dev/null 2>&1 || present
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "looking for PostgreSQL: $official can't be pulled; pull or load it, or run this as root on Debian or Ubuntu" >&2
  exit 1
fi

exec 9>/tmp/ory-session-echo-postgres.lock
progress 'waiting for another search for PostgreSQL' flock 9
present
binaries() { for folder in /usr/lib/postgresql/*/bin; do echo "$folder"; done | tail -n 1; }
PATH="$PATH:$(binaries)" sh test/scripts/tools.sh initdb=postgresql
bin=$(binaries)
version=$(basename "$(dirname "$bin")")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 130' INT TERM

export bin version root password own
progress "making the image $own of Debian's PostgreSQL $version" sh -euc '
  chmod 755 "$root"
  mkdir -p "$root/data" "$root/tmp" "$root$bin" "$root/usr/share/postgresql" "$root$bin/../lib" "$root/usr/bin"
  cp "$bin/postgres" "$root$bin"
  cp "$bin/pg_isready" "$root/usr/bin"
  cp "$bin/../lib/"*.so "$root$bin/../lib"
  cp -r "/usr/share/postgresql/$version" "$root/usr/share/postgresql"
  { ldd "$bin/postgres"; ldd "$bin/pg_isready"; } | grep -o "/[^ ]*" | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    cp -L "$library" "$root$library"
  done
  echo "$password" >"$root/password"
  chown postgres "$root/data" "$root/password"
  cd /
  TZ=GMT setpriv --reuid=postgres --regid=postgres --clear-groups "$bin/initdb" -D "$root/data" -U postgres --no-sync \
    --auth=scram-sha-256 --pwfile="$root/password" --locale=C --encoding=UTF8
  echo "host all all all scram-sha-256" >>"$root/data/pg_hba.conf"
  # It has no shell, no time zones and no place for sockets; what a test writes may be lost with the machine.
  command=$(printf "\"%s\"," "$bin/postgres" -D /data -c "listen_addresses=*" -c unix_socket_directories= \
    -c fsync=off)
  tar -C "$root" -c . | docker import --change "USER $(id -u postgres)" --change "EXPOSE 5432" \
    --change "CMD [${command%,}]" - "$own"' 9>&-
echo "$own"
