#!/bin/sh
# Runs every suite, goes on after a failure, and counts all of them in the last line.
set -u
passed=0
failed=0
report=$(mktemp)

# Without the reaper container, what processes left behind that are gone is removed here; a running `make run` keeps its own.
clean() {
  docker ps -a --filter label=ory-session-echo --format '{{.ID}} {{.Label "ory-session-echo"}}' 2>/dev/null | while read -r id owner; do
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
suite 'drift of openapi/ and generated/' node openapi/check.ts

rm -rf .cache/integration
echo '== unit, parity, integration' >&2
jest --json --outputFile="$report" || true
set -- $(node -e '
  const { readFileSync } = require("node:fs")
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(readFileSync(process.argv[1]))
    console.log(numPassedTests, numFailedTests + numRuntimeErrorTestSuites + (process.env.CI === "true" ? numPendingTests : 0))
  } catch { console.log(0, 1) }' "$report")
passed=$((passed + $1))
failed=$((failed + $2))

suite 'no secret in the logs of the integration tests' node test/integration/secrets.ts

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
