#!/bin/sh
# Makes sure of what the benchmark runs: taskset, Go, nginx and wrk, the last two as the tests do.
set -eu

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

[ -r /proc/self/stat ] || fail "looking for /proc: there is none; the benchmark reads figures there, run it on Linux"
has taskset && has flock || fail "looking for taskset and flock: not both are there; install package util-linux"
has go || fail "looking for Go, which builds the Go example: there is none; install package golang-go, or see go.dev"
exec sh test/scripts/tools.sh nginx=nginx wrk=wrk
