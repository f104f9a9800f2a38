#!/bin/sh
# Runs one part of `make test`, and says how long it took; what it printed is shown only when it fails.
# usage: step.sh NAME COMMAND [ARGUMENT ...]
set -u
name=$1
shift
logs=${CARGO_TARGET_DIR:-target}/logs
mkdir -p "$logs" || exit 1
start=$(date +%s)
"$@" >"$logs/$name.log" 2>&1
status=$?
seconds=$(($(date +%s) - start))
if [ "$status" -eq 0 ]; then
    printf '%-10s ok      %4d s' "$name" "$seconds"
    # A part that could not be done here says so in a line of its own.
    sed -n 's/^not done: /  not done: /p' "$logs/$name.log" | tr -d '\n'
    echo
else
    cat "$logs/$name.log"
    printf '%-10s FAILED  %4d s: %s\n' "$name" "$seconds" "$*"
fi
exit "$status"
