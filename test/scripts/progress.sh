#!/bin/sh
# progress.sh WHAT COMMAND… runs COMMAND without its words, and says how long WHAT goes on: on a terminal in one line
# that is written over each second, elsewhere in a line every ten. What is done within two seconds is not mentioned.
# When COMMAND fails, ADVICE or else its last line is shown, and its words are kept; its exit code is passed on.
# A signal ends COMMAND with all that it started.
set -u
what=$1
shift
log=$(mktemp "${TMPDIR:-/tmp}/ory-session-echo-XXXXXX") || exit 1
[ -t 2 ] && [ "${TERM:-dumb}" != dumb ] && live=yes || live=
erase() { [ -z "$live" ] || [ "$shown" = 0 ] || printf '\r\033[K' >&2; }
seconds() { echo $(($(date +%s) - begun)); }
last() { tr '\r' '\n' <"$log" | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c "1-$1"; }

begun=$(date +%s)
shown=0
# In a process group of its own, so that a signal reaches it and its children through this script alone.
setsid=$(command -v setsid)
$setsid "$@" >"$log" 2>&1 </dev/null &
pid=$!
everything=${setsid:+-}$pid

stop() {
  trap '' INT TERM HUP
  for signal in TERM KILL; do
    tries=0
    kill -s "$signal" -- "$everything" 2>/dev/null
    while kill -s 0 -- "$everything" 2>/dev/null && [ "$tries" -lt 5 ]; do tries=$((tries + 1)); sleep 0.2; done
  done
  erase
  rm -f "$log"
  exit "$1"
}
trap 'stop 130' INT
trap 'stop 143' TERM HUP

while kill -0 "$pid" 2>/dev/null; do
  now=$(seconds)
  if [ "$now" -ge 2 ] && [ "$now" -gt "$shown" ]; then
    if [ -n "$live" ]; then
      erase
      printf '%s … %s s  %s' "$what" "$now" "$(last 40)" >&2
      shown=$now
    elif [ "$shown" = 0 ] || [ "$now" -ge $((shown + 10)) ]; then
      printf '%s … %s s\n' "$what" "$now" >&2
      shown=$now
    fi
  fi
  sleep 0.2
done
wait "$pid"
code=$?
erase
if [ "$code" = 0 ]; then
  [ "$shown" = 0 ] || printf '%s: done in %s s\n' "$what" "$(seconds)" >&2
  rm -f "$log"
else
  said=$(last 300)
  printf '%s: failed: %s (all of it: %s)\n' "$what" "${ADVICE:-${said:-no word from it}}" "$log" >&2
fi
exit "$code"
