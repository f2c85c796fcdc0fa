#!/bin/sh
# Installs what test/integration/requirements.txt lists into .cache/python, once for each version of that list. What
# can't be installed is named in one line; the tests that need it then say that they are skipped.
set -eu

list=test/integration/requirements.txt
target=.cache/python
! cmp -s "$list" "$target/installed" || exit 0
if ! command -v python3 >/dev/null || ! python3 -m pip --version >/dev/null 2>&1; then
  echo 'looking for what tests run: install python3 with pip, for the gateways and the SDK in '"$list" >&2
  exit 1
fi
rm -rf "$target"
mkdir -p "$target"
ADVICE='is there a network?' sh test/scripts/progress.sh 'installing gateways and an SDK with pip' \
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --target "$target" -r "$list"
cp "$list" "$target/installed"
