#!/bin/sh
# Builds the programs and opens the launcher: on the present display, else on one in memory, with a picture of it.
set -eu
cd "$(dirname "$0")/.."
built=${CARGO_TARGET_DIR:-target}/release
./make/packages.sh run
cargo build --release -p candela -p candela-tests --bin candela --bin show
if "$built/show" --has-display; then
    exec "$built/candela" launcher
fi
./make/packages.sh display
exec "$built/show" "$built/candela" launcher
