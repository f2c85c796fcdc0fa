#!/bin/sh
# Runs every suite, goes on after a failure, and counts all of them in the last line.
set -u
passed=0
failed=0
report=$(mktemp)

# Removes what ended processes left behind, in place of the reaper container; a running `make run` keeps its own.
clean() {
  docker ps -a --filter label=ory-session-echo --format '{{.ID}} {{.Label "ory-session-echo"}}' 2>/dev/null |
    while read -r id owner; do
      [ "${owner%:*}" != "$(hostname)" ] || kill -0 "${owner##*:}" 2>/dev/null || docker rm -f "$id" >/dev/null 2>&1
    done
  rm -f "$report"
}
trap clean EXIT
trap 'exit 130' INT TERM

suite() {
  echo "== $1" >&2
  shift
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
}

suite 'type check' tsc -p .
suite 'lint' eslint --max-warnings 0 .
suite 'format' prettier --check --log-level warn .
suite 'width' sh test/scripts/lines.sh
suite 'drift of openapi/ and generated/' node openapi/check.ts

rm -rf .cache/integration
echo '== unit, parity, integration' >&2
jest --json --outputFile="$report" || true
set -- $(node -e '
  const { readFileSync } = require("node:fs")
  try {
    const said = JSON.parse(readFileSync(process.argv[1]))
    const skipped = process.env.CI === "true" ? said.numPendingTests : 0
    console.log(said.numPassedTests, said.numFailedTests + said.numRuntimeErrorTestSuites + skipped)
  } catch { console.log(0, 1) }' "$report")
passed=$((passed + $1))
failed=$((failed + $2))

echo '== the package, from its tarball' >&2
said=$(node test/package/run.ts)
printf '%s\n' "$said" >&2
# A run that broke off has no such last line, and counts as a failure.
set -- $(printf '%s\n' "$said" | sed -n '$s/^\([0-9]*\) passed, \([0-9]*\) failed$/\1 \2/p')
passed=$((passed + ${1:-0}))
failed=$((failed + ${2:-1}))

suite 'no secret in the logs of the integration tests' node test/integration/secrets.ts

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
