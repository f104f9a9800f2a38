#!/bin/sh
# The Makefile says the same to GNU make and to BSD make, target by target.
set -eu
cd "$(dirname "$0")/.."
gnu=make bsd=bmake
if [ "$(uname -s)" = FreeBSD ]; then gnu=gmake bsd=make; fi
unset MAKEFLAGS MAKELEVEL MFLAGS
targets=$(sed -n 's/^\.PHONY: //p' Makefile)
for target in $targets; do
    said_by_gnu=$("$gnu" -n "$target")
    said_by_bsd=$("$bsd" -n "$target")
    if [ "$said_by_gnu" != "$said_by_bsd" ]; then
        printf 'make %s differs\n%s says:\n%s\n%s says:\n%s\n' \
            "$target" "$gnu" "$said_by_gnu" "$bsd" "$said_by_bsd"
        exit 1
    fi
done
