#!/bin/sh
# What the applications in tests run: tells the test that it was started, as which application and with what.
# usage: record-start.sh FIFO ID [ARGUMENT ...]
fifo=$1 id=$2
shift 2
printf '%s\0' "$id" "$#" "$@" >"$fifo"
