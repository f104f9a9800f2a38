#!/bin/sh
# Builds the programs and opens the launcher.
set -eu
cd "$(dirname "$0")/.."
./make/packages.sh run
cargo build --release -p candela
exec "${CARGO_TARGET_DIR:-target}/release/candela" launcher
