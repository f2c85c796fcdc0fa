#!/bin/sh
# go-program.sh MODULE VERSION VARIABLE PACKAGE FILE builds a program of a Go module as FILE, an absolute path. It says
# VERSION by VARIABLE. What a build that was ended has left beside FILE is removed by the next.
set -eu
module=$1 version=$2 variable=$3 package=$4 file=$5
build=$file.build

remove() {
  chmod -R u+w "$build" 2>/dev/null || :
  rm -rf "$build"
}
remove
mkdir "$build"
# Outside of any module, so that the version is all that counts.
cd "$build"
source=$(GOFLAGS=-mod=mod go mod download -json "$module@$version" | sed -n 's/.*"Dir": "\(.*\)",/\1/p')
# A copy as the main module: what its go.mod replaces counts only there, and the cache can't be written to.
cp -R "$source" source
chmod -R u+w source
cd source
CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X $variable=$version" -o "$build/program" "$package"
mv "$build/program" "$file"
cd "${file%/*}"
remove
